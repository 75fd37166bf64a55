using CrmEmulator.Metadata;
using CrmEmulator.Storage;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmEmulator.Operations;

/// <summary>Upsert: updates the row the target names by id or key, or creates it; raises Create or Update.</summary>
internal sealed class UpsertOperation : ICoreOperation
{
    public OrganizationResponse Execute(OrganizationRequest request, OperationScope scope)
    {
        var target = request.Required<Entity>("Target");
        var table = TableAccess.Writable(scope, target.LogicalName, "Upsert");
        var found = Find(target, table, scope);
        if (found is { } id)
        {
            target.Id = id;
            scope.Pipeline(new UpdateRequest { Target = target });
        }
        else
        {
            foreach (var (name, value) in target.KeyAttributes)
            {
                if (!target.Contains(name))
                {
                    target[name] = value is int number && table.Column(name).IsOption ? new OptionSetValue(number) : value;
                }
            }

            id = (Guid)scope.Pipeline(new CreateRequest { Target = target }).Results["id"];
        }

        return new UpsertResponse
        {
            Results = { ["RecordCreated"] = found is null, ["Target"] = new EntityReference(table.LogicalName, id) },
        };
    }

    private static Guid? Find(Entity target, TableDefinition table, OperationScope scope)
    {
        var id = target.Id != Guid.Empty ? target.Id : target.Attributes.TryGetValue(table.PrimaryKey.LogicalName, out var value) && value is Guid given ? given : Guid.Empty;
        if (id != Guid.Empty)
        {
            return Rows.Exists(scope.Transaction, table, id) ? id : null;
        }

        return target.KeyAttributes.Count > 0 ? KeyResolver.Find(scope, table, target.KeyAttributes) : null;
    }
}
