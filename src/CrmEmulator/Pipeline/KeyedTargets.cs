using System.ServiceModel;
using CrmEmulator.Operations;
using Microsoft.Xrm.Sdk;

namespace CrmEmulator.Pipeline;

/// <summary>A target named by an alternate key gets its id before the first step sees it.</summary>
internal static class KeyedTargets
{
    public static void Resolve(OrganizationRequest request, CallContext call, ExecutionHost host)
    {
        if (request.RequestName is "Create" or "Upsert" || !request.Parameters.TryGetValue("Target", out var target))
        {
            return;
        }

        switch (target)
        {
            case Entity { LogicalName: { } table } row when row.Id == Guid.Empty:
                row.Id = Find(table, row.KeyAttributes, call, host);
                break;
            case EntityReference { LogicalName: { } table } reference when reference.Id == Guid.Empty:
                reference.Id = Find(table, reference.KeyAttributes, call, host);
                break;
        }
    }

    private static Guid Find(string table, KeyAttributeCollection keys, CallContext call, ExecutionHost host)
    {
        if (keys.Count == 0)
        {
            return Guid.Empty;
        }

        using var own = call.Transaction is null ? host.BeginRead() : null;
        try
        {
            var scope = host.SystemScope(call.Transaction ?? own!);
            return KeyResolver.Find(scope, scope.Catalog.Table(table), keys) ?? Guid.Empty;
        }
        catch (FaultException<OrganizationServiceFault>)
        {
            return Guid.Empty; // the operation itself says what is wrong with the key
        }
    }
}
