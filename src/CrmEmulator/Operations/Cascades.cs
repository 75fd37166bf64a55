using CrmEmulator.Faults;
using CrmEmulator.Metadata;
using CrmEmulator.Storage;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmEmulator.Operations;

/// <summary>What happens to the many when the one is deleted or changes hands. Cascades raise messages of their own.</summary>
internal static class Cascades
{
    public static void Delete(TableDefinition table, Guid id, OperationScope scope)
    {
        foreach (var relationship in scope.Catalog.ChildrenOf(table.LogicalName).OrderByDescending(one => one.Delete))
        {
            switch (relationship.Delete)
            {
                case CascadeRule.Restrict:
                    RefuseIfUsed(relationship, table, id, scope);
                    break;
                case CascadeRule.Cascade:
                    DeleteChildren(relationship, id, scope);
                    break;
                case CascadeRule.RemoveLink:
                    RemoveLinks(relationship, id, scope);
                    break;
            }
        }

        foreach (var relationship in scope.Catalog.ManyToManyRelationships.Where(one => one.FirstTable == table.LogicalName || one.SecondTable == table.LogicalName))
        {
            foreach (var column in new[] { (relationship.FirstTable, relationship.FirstColumn), (relationship.SecondTable, relationship.SecondColumn) }.Where(side => side.Item1 == table.LogicalName).Select(side => side.Item2))
            {
                var statement = scope.Transaction.Connection.Prepare($"DELETE FROM {SqlNames.Quote(relationship.IntersectTable)} WHERE {SqlNames.Quote(column)}=?");
                statement.Bind(1, id);
                statement.Run();
            }
        }
    }

    public static void Assign(TableDefinition table, Guid id, EntityReference owner, OperationScope scope)
    {
        foreach (var relationship in scope.Catalog.ChildrenOf(table.LogicalName).Where(one => one.Assign == CascadeRule.Cascade))
        {
            var child = scope.Catalog.Table(relationship.ReferencingTable);
            if (child.IsReadOnly || child.Ownership != Ownership.User)
            {
                continue;
            }

            foreach (var childId in Children(relationship, child, id, scope))
            {
                var target = new Entity(child.LogicalName, childId) { ["ownerid"] = new EntityReference(owner.LogicalName, owner.Id) };
                scope.Pipeline(new UpdateRequest { Target = target });
            }
        }
    }

    private static void RefuseIfUsed(OneToManyRelationship relationship, TableDefinition table, Guid id, OperationScope scope)
    {
        var child = scope.Catalog.Table(relationship.ReferencingTable);
        if (Children(relationship, child, id, scope, "LIMIT 1").Count > 0)
        {
            throw Fault.Of(
                FaultCodes.DeleteRestricted,
                $"The object you tried to delete is associated with another object and cannot be deleted: {table.LogicalName} {id:D} is used by {child.LogicalName}.{relationship.ReferencingColumn} (relationship {relationship.SchemaName}).");
        }
    }

    private static void DeleteChildren(OneToManyRelationship relationship, Guid id, OperationScope scope)
    {
        var child = scope.Catalog.Table(relationship.ReferencingTable);
        if (child.LogicalName == "activitypointer")
        {
            return;
        }

        foreach (var childId in Children(relationship, child, id, scope))
        {
            if (child.IsReadOnly || child.IsIntersect)
            {
                Rows.Delete(scope.Transaction, child, childId);
            }
            else if (Rows.Exists(scope.Transaction, child, childId))
            {
                scope.Pipeline(new DeleteRequest { Target = new EntityReference(child.LogicalName, childId) });
            }
        }
    }

    private static void RemoveLinks(OneToManyRelationship relationship, Guid id, OperationScope scope)
    {
        var child = scope.Catalog.Table(relationship.ReferencingTable);
        var column = child.Column(relationship.ReferencingColumn);
        var cleared = string.Join(',', SqlNames.StoredAs(column).Select(name => name + "=NULL"));
        var statement = scope.Transaction.Connection.Prepare($"UPDATE {SqlNames.Of(child)} SET {cleared} WHERE {SqlNames.Quote(column.LogicalName)}=?");
        statement.Bind(1, id);
        statement.Run();
    }

    private static List<Guid> Children(OneToManyRelationship relationship, TableDefinition child, Guid id, OperationScope scope, string limit = "")
    {
        var statement = scope.Transaction.Connection.Prepare($"SELECT {SqlNames.Quote(child.PrimaryKey.LogicalName)} FROM {SqlNames.Of(child)} WHERE {SqlNames.Quote(relationship.ReferencingColumn)}=? {limit}");
        statement.Bind(1, id);
        var ids = new List<Guid>();
        while (statement.Step())
        {
            ids.Add(statement.Guid(0));
        }

        statement.Reset();
        return ids;
    }
}
