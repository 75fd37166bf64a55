using System.Runtime.CompilerServices;
using CrmEmulator.Metadata;
using CrmEmulator.Storage;
using Microsoft.Xrm.Sdk;

namespace CrmEmulator.Operations;

/// <summary>
/// An activity is a row of its own table, a row of activitypointer with the same id, and a row of activityparty for each
/// party, for its owner and for what it regards.
/// </summary>
internal static class ActivityRows
{
    private static readonly ConditionalWeakTable<TableDefinition, (ColumnDefinition Own, ColumnDefinition Pointer)[]> CommonColumns = [];

    public static void Insert(RowValues values, Guid id, OperationScope scope)
    {
        var pointer = Copy(values, scope);
        pointer[pointer.Table.PrimaryKey] = id;
        pointer["activitytypecode"] = values.Table.LogicalName;
        Rows.Insert(scope.Transaction, pointer);
        ActivityParties.Write(values, id, scope, isNew: true);
    }

    public static void Update(RowValues values, Guid id, OperationScope scope)
    {
        var pointer = Copy(values, scope);
        if (pointer.Count > 0)
        {
            Rows.Update(scope.Transaction, pointer, id);
        }

        ActivityParties.Write(values, id, scope, isNew: false);
    }

    public static void Delete(Guid id, OperationScope scope)
    {
        var parties = scope.Transaction.Connection.Prepare("DELETE FROM activityparty WHERE activityid=?");
        parties.Bind(1, id);
        parties.Run();
        Rows.Delete(scope.Transaction, scope.Catalog.Table("activitypointer"), id);
    }

    private static RowValues Copy(RowValues values, OperationScope scope)
    {
        var pointerTable = scope.Catalog.Table("activitypointer");
        var common = CommonColumns.GetValue(values.Table, table =>
            [.. table.Columns
                .Where(column => column.IsStored && column != table.PrimaryKey && column.LogicalName != "versionnumber")
                .Select(column => (column, pointerTable.FindColumn(column.LogicalName)))
                .Where(pair => pair.Item2 is not null)
                .Select(pair => (pair.column, pair.Item2!))]);
        var pointer = new RowValues(pointerTable);
        foreach (var (own, shared) in common)
        {
            if (values.Has(own))
            {
                pointer[pointerTable.Columns[shared.Ordinal]] = values[own];
            }
        }

        return pointer;
    }
}
