using CrmEmulator.Metadata;
using CrmEmulator.Storage;
using Microsoft.Xrm.Sdk;

namespace CrmEmulator.Operations;

/// <summary>Every user and every team has a queue of its own.</summary>
internal static class PrincipalQueues
{
    public static void Create(TableDefinition table, Guid principal, string? name, OperationScope scope)
    {
        var queueTable = scope.Catalog.Table("queue");
        var owner = new EntityReference(table.LogicalName, principal);
        var queue = PlatformRow.Start(queueTable, RowIds.Next(scope.UtcNow), scope);
        queue["name"] = $"<{(string.IsNullOrEmpty(name) ? table.LogicalName : name)}>";
        queue["ownerid"] = owner;
        queue["queueviewtype"] = new OptionSetValue(1);
        OwnerChange.Complete(queue, scope);
        Rows.Insert(scope.Transaction, queue);
        var change = new RowValues(table);
        change["queueid"] = new EntityReference("queue", (Guid)queue[queueTable.PrimaryKey]!);
        Rows.Update(scope.Transaction, change, principal);
    }
}
