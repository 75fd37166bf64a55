using CrmEmulator.Metadata;
using CrmEmulator.Storage;
using Microsoft.Xrm.Sdk;

namespace CrmEmulator.Operations;

/// <summary>Rows the platform writes by itself, without messages or privileges.</summary>
internal static class PlatformRow
{
    public static RowValues Start(TableDefinition table, Guid id, OperationScope scope)
    {
        var values = new RowValues(table) { [table.PrimaryKey] = id };
        var caller = new EntityReference("systemuser", scope.CallerId);
        values.SetIfKnown("createdon", scope.UtcNow);
        values.SetIfKnown("modifiedon", scope.UtcNow);
        values.SetIfKnown("createdby", caller);
        values.SetIfKnown("modifiedby", caller);
        foreach (var column in TableAccess.DefaultedColumns(table))
        {
            values[column] = column.Kind == ColumnKind.Boolean ? column.DefaultValue == 1 : new OptionSetValue(column.DefaultValue!.Value);
        }

        if (table.Ownership == Ownership.Organization)
        {
            values.SetIfKnown("organizationid", new EntityReference("organization", scope.Organization.OrganizationId));
        }

        if (table.Ownership == Ownership.User)
        {
            values["ownerid"] = caller;
        }

        StateChange.OnCreate(values);
        return values;
    }

    /// <summary>Inserts the row, or updates it when it is there.</summary>
    public static void Save(RowValues values, OperationScope scope)
    {
        var id = (Guid)values[values.Table.PrimaryKey]!;
        if (Rows.Exists(scope.Transaction, values.Table, id))
        {
            values.Remove(values.Table.PrimaryKey);
            Rows.Update(scope.Transaction, values, id);
        }
        else
        {
            Rows.Insert(scope.Transaction, values);
        }

        TableAccess.NoteChange(scope, values.Table);
    }

    /// <summary>Puts a pair into an intersect table, once.</summary>
    public static bool Join(ManyToManyRelationship relationship, Guid first, Guid second, OperationScope scope)
    {
        var table = scope.Catalog.Table(relationship.IntersectTable);
        var known = scope.Transaction.Connection.Prepare($"SELECT 1 FROM {SqlNames.Of(table)} WHERE {SqlNames.Quote(relationship.FirstColumn)}=? AND {SqlNames.Quote(relationship.SecondColumn)}=?");
        known.Bind(1, first);
        known.Bind(2, second);
        var exists = known.Step();
        known.Reset();
        if (exists)
        {
            return false;
        }

        var values = new RowValues(table) { [table.PrimaryKey] = RowIds.Next(scope.UtcNow) };
        SetSide(values, relationship.FirstColumn, relationship.FirstTable, first);
        SetSide(values, relationship.SecondColumn, relationship.SecondTable, second);
        values.SetIfKnown("createdon", scope.UtcNow);
        values.SetIfKnown("modifiedon", scope.UtcNow);
        values.SetIfKnown("createdby", new EntityReference("systemuser", scope.CallerId));
        values.SetIfKnown("entitytype", relationship.SecondTable);
        values.SetIfKnown("itemobjecttypecode", relationship.SecondTable);
        Rows.Insert(scope.Transaction, values);
        TableAccess.NoteChange(scope, table);
        return true;
    }

    private static void SetSide(RowValues values, string column, string table, Guid id) =>
        values[column] = values.Table.Column(column).IsLookup ? new EntityReference(table, id) : id;
}
