using CrmEmulator.Metadata;

namespace CrmEmulator.Storage;

/// <summary>Brings SQLite's tables and indexes in line with the catalogue.</summary>
internal static class TableBuilder
{
    public static void Build(StoreConnection connection, TableDefinition table)
    {
        var known = KnownColumns(connection, table);
        if (known.Count == 0)
        {
            connection.Execute($"CREATE TABLE {SqlNames.Of(table)} ({string.Join(", ", table.Columns.SelectMany(column => Declarations(table, column)))})");
        }
        else
        {
            foreach (var declaration in table.Columns.SelectMany(column => Declarations(table, column)).Where(declaration => !known.Contains(NameIn(declaration))))
            {
                connection.Execute($"ALTER TABLE {SqlNames.Of(table)} ADD COLUMN {declaration}");
            }

            FillTypeColumns(connection, table, known);
        }

        foreach (var index in Indexes(table))
        {
            connection.Execute(index);
        }
    }

    /// <summary>The statements that make a table's indexes; the benchmark gives its bare table the same.</summary>
    public static IEnumerable<string> Indexes(TableDefinition table)
    {
        foreach (var key in table.Keys)
        {
            yield return $"CREATE UNIQUE INDEX IF NOT EXISTS {SqlNames.Quote($"key_{table.LogicalName}_{key.Name}")} ON {SqlNames.Of(table)} ({string.Join(',', key.Columns.Select(SqlNames.Quote))})";
        }

        foreach (var column in table.Columns.Where(IsIndexed))
        {
            // Lists of one's own rows, or of those in a state, are read newest first; a user's thousandth part of a million is not sorted for fifty rows.
            var isListed = column.Kind is ColumnKind.Status or ColumnKind.Owner;
            string[] columns = isListed && table.FindColumn("createdon") is not null ? [column.LogicalName, "createdon"] : [column.LogicalName];
            var filter = isListed ? string.Empty : $" WHERE {SqlNames.Quote(column.LogicalName)} IS NOT NULL";
            yield return $"CREATE INDEX IF NOT EXISTS {SqlNames.Quote($"ix_{table.LogicalName}_{string.Join('_', columns)}")} ON {SqlNames.Of(table)} ({string.Join(',', columns.Select(SqlNames.Quote))}){filter}";
        }
    }

    private static bool IsIndexed(ColumnDefinition column) => column.Kind switch
    {
        ColumnKind.Owner or ColumnKind.Status => true,
        ColumnKind.Lookup or ColumnKind.Customer => column.ValidForUpdate || column.IsFindColumn || column.Targets.Count != 1 || column.LogicalName == "masterid",
        ColumnKind.Key or ColumnKind.Memo or ColumnKind.PartyList => false,
        _ => column.IsFindColumn,
    };

    private static IEnumerable<string> Declarations(TableDefinition table, ColumnDefinition column)
    {
        if (!column.IsStored)
        {
            yield break;
        }

        var name = SqlNames.Quote(column.LogicalName);
        yield return name + " " + (column == table.PrimaryKey ? "BLOB PRIMARY KEY NOT NULL" : TypeOf(column));
        if (column.HasTypeColumn)
        {
            yield return SqlNames.Quote(column.TypeColumnName) + " TEXT";
        }
    }

    private static string TypeOf(ColumnDefinition column) => column.Kind switch
    {
        _ when column.IsGuid => "BLOB",
        _ when column.IsText => "TEXT COLLATE " + TextOrder.Collation,
        ColumnKind.Double => "REAL",
        _ => "INTEGER",
    };

    private static string NameIn(string declaration) => declaration[1..declaration.IndexOf('"', 1)];

    private static HashSet<string> KnownColumns(StoreConnection connection, TableDefinition table)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        using var statement = new Statement(connection.Database, $"SELECT name FROM pragma_table_info('{table.LogicalName}')");
        while (statement.Step())
        {
            names.Add(statement.Text(0));
        }

        return names;
    }

    /// <summary>A lookup that had one target and now has several gets that target's name on its old rows.</summary>
    private static void FillTypeColumns(StoreConnection connection, TableDefinition table, HashSet<string> known)
    {
        foreach (var column in table.Columns.Where(column => column.HasTypeColumn && column.Targets.Count > 0 && !known.Contains(column.TypeColumnName) && known.Contains(column.LogicalName)))
        {
            connection.Execute($"UPDATE {SqlNames.Of(table)} SET {SqlNames.Quote(column.TypeColumnName)}='{column.Targets[0]}' WHERE {SqlNames.Quote(column.LogicalName)} IS NOT NULL");
        }
    }
}
