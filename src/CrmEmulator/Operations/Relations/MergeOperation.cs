using CrmEmulator.Faults;
using CrmEmulator.Metadata;
using CrmEmulator.Security;
using CrmEmulator.Storage;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmEmulator.Operations.Relations;

/// <summary>Merge: everything that pointed at the subordinate row points at the master; the subordinate becomes inactive and names its master.</summary>
internal sealed class MergeOperation : ICoreOperation
{
    public OrganizationResponse Execute(OrganizationRequest request, OperationScope scope)
    {
        var target = request.Required<EntityReference>("Target");
        var subordinate = request.Required<Guid>("SubordinateId");
        var table = scope.Catalog.Table(target.LogicalName);
        if (target.LogicalName is not ("account" or "contact" or "lead" or "incident"))
        {
            throw Fault.Of(FaultCodes.MessageNotSupported, $"The 'Merge' method does not support entities of type '{target.LogicalName}'.");
        }

        if (subordinate == target.Id)
        {
            throw Fault.Argument("A record cannot be merged with itself.");
        }

        foreach (var id in new[] { target.Id, subordinate })
        {
            if (!Rows.Exists(scope.Transaction, table, id))
            {
                throw Fault.RowMissing(table.LogicalName, id);
            }

            AccessCheck.RequireRow(scope, table, id, PrivilegeAction.Write);
        }

        if (request.Optional<Entity>("UpdateContent") is { Attributes.Count: > 0 } content)
        {
            content.LogicalName = table.LogicalName;
            content.Id = target.Id;
            scope.Pipeline(new UpdateRequest { Target = content });
        }

        foreach (var other in scope.Catalog.Tables)
        {
            foreach (var column in other.Columns.Where(column => column.IsLookup && column.LogicalName != "masterid" && column.Targets.Contains(table.LogicalName)))
            {
                Repoint(other, column, target.Id, subordinate, scope);
            }
        }

        Retire(table, target.Id, subordinate, scope);
        return new MergeResponse();
    }

    private static void Repoint(TableDefinition table, ColumnDefinition column, Guid master, Guid subordinate, OperationScope scope)
    {
        var name = SqlNames.Quote(column.LogicalName);
        var move = scope.Transaction.Connection.Prepare($"UPDATE OR IGNORE {SqlNames.Of(table)} SET {name}=? WHERE {name}=?");
        move.Bind(1, master);
        move.Bind(2, subordinate);
        move.Run();
        if (table.IsIntersect || table.IsReadOnly)
        {
            var rest = scope.Transaction.Connection.Prepare($"DELETE FROM {SqlNames.Of(table)} WHERE {name}=?");
            rest.Bind(1, subordinate);
            rest.Run();
        }
    }

    private static void Retire(TableDefinition table, Guid master, Guid subordinate, OperationScope scope)
    {
        var values = new RowValues(table);
        values["masterid"] = new EntityReference(table.LogicalName, master);
        values["merged"] = true;
        values["statecode"] = new OptionSetValue(table.LogicalName is "lead" or "incident" ? 2 : 1);
        if (table.LogicalName == "incident")
        {
            values["statuscode"] = new OptionSetValue(2000);
        }

        UpdateOperation.Apply(values, subordinate, null, scope);
    }
}
