using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmEmulator.Pipeline;

/// <summary>An Update with state or owner beside other columns is carried out in parts: the other columns, then the owner, then the state.</summary>
/// <remarks>Stages 20, 30 and 40 run once for each part; only stage 10 sees the whole. The row version is compared by the first part.</remarks>
internal static class UpdateParts
{
    public static IReadOnlyList<OrganizationRequest> Of(OrganizationRequest request)
    {
        if (request.RequestName != "Update" || !request.Parameters.TryGetValue("Target", out var value) || value is not Entity target)
        {
            return [request];
        }

        var kinds = target.Attributes.Keys.Where(name => name != target.LogicalName + "id").Select(KindOf).Distinct().Order().ToList();
        return kinds.Count < 2 ? [request] : [.. kinds.Select((kind, position) => Part(request, target, kind, position == 0))];
    }

    private static UpdateRequest Part(OrganizationRequest request, Entity target, int kind, bool isFirst)
    {
        var row = new Entity(target.LogicalName, target.Id)
        {
            RowVersion = isFirst ? target.RowVersion : null,
            KeyAttributes = target.KeyAttributes,
            EntityState = target.EntityState,
        };
        foreach (var (name, value) in target.Attributes.Where(column => KindOf(column.Key) == kind || column.Key == target.LogicalName + "id"))
        {
            row[name] = value;
        }

        var part = new UpdateRequest { Target = row, RequestId = request.RequestId };
        foreach (var (name, value) in request.Parameters.Where(parameter => parameter.Key is not "Target" && (isFirst || parameter.Key != "ConcurrencyBehavior")))
        {
            part.Parameters[name] = value;
        }

        return part;
    }

    private static int KindOf(string column) => column switch
    {
        "ownerid" => 1,
        "statecode" or "statuscode" => 2,
        _ => 0,
    };
}
