using CrmEmulator.Metadata;

namespace CrmEmulator.Storage;

/// <summary>How tables and columns are called in SQLite.</summary>
internal static class SqlNames
{
    public static string Quote(string name) => "\"" + name.Replace("\"", "\"\"") + "\"";

    public static string Of(TableDefinition table) => Quote(table.LogicalName);

    /// <summary>The column, and beside it the table's name for a lookup with several targets.</summary>
    public static IEnumerable<string> StoredAs(ColumnDefinition column)
    {
        if (!column.IsStored)
        {
            yield break;
        }

        yield return Quote(column.LogicalName);
        if (column.HasTypeColumn)
        {
            yield return Quote(column.TypeColumnName);
        }
    }
}
