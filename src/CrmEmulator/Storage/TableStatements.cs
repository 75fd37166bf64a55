using System.Text;
using CrmEmulator.Metadata;

namespace CrmEmulator.Storage;

/// <summary>The prepared statements of one table on one connection, found by the set of columns.</summary>
internal sealed class TableStatements(StoreConnection connection, TableDefinition table) : IDisposable
{
    private readonly Dictionary<string, RowStatement> inserts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RowStatement> updates = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RowStatement> selects = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RowStatement> versionedUpdates = new(StringComparer.Ordinal);

    public RowStatement Insert(RowValues values) => Find(inserts, values, skipNull: true, InsertSql);

    public RowStatement Update(RowValues values, bool ifVersion) =>
        ifVersion ? Find(versionedUpdates, values, skipNull: false, columns => UpdateSql(columns) + " AND \"versionnumber\"=?") : Find(updates, values, skipNull: false, UpdateSql);

    /// <summary>A select by primary key of these columns, in the table's order.</summary>
    public RowStatement Select(ReadOnlySpan<char> ordinals) => Find(selects, ordinals, SelectSql);

    public void Dispose()
    {
        foreach (var one in inserts.Values.Concat(updates.Values).Concat(selects.Values).Concat(versionedUpdates.Values))
        {
            one.Statement.Dispose();
        }
    }

    private RowStatement Find(Dictionary<string, RowStatement> known, RowValues values, bool skipNull, Func<ColumnDefinition[], string> sql)
    {
        Span<char> signature = stackalloc char[table.Columns.Count];
        var length = 0;
        foreach (var column in table.Columns)
        {
            if (values.Has(column) && column.IsStored && !(skipNull && values[column] is null))
            {
                signature[length++] = (char)column.Ordinal;
            }
        }

        return Find(known, signature[..length], sql);
    }

    private RowStatement Find(Dictionary<string, RowStatement> known, ReadOnlySpan<char> signature, Func<ColumnDefinition[], string> sql)
    {
        if (known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(signature, out var found))
        {
            return found;
        }

        var key = signature.ToString();
        var columns = key.Select(ordinal => table.Columns[ordinal]).ToArray();
        found = new RowStatement(new Statement(connection.Database, sql(columns)), columns, key.AsMemory());
        known[key] = found;
        return found;
    }

    private string InsertSql(ColumnDefinition[] columns)
    {
        var names = columns.SelectMany(SqlNames.StoredAs).ToList();
        return $"INSERT INTO {SqlNames.Of(table)} ({string.Join(',', names)}) VALUES ({string.Join(',', names.Select(_ => "?"))})";
    }

    private string UpdateSql(ColumnDefinition[] columns)
    {
        var sql = new StringBuilder("UPDATE ").Append(SqlNames.Of(table)).Append(" SET ");
        sql.AppendJoin(',', columns.SelectMany(SqlNames.StoredAs).Select(name => name + "=?"));
        return sql.Append(" WHERE ").Append(SqlNames.Quote(table.PrimaryKey.LogicalName)).Append("=?").ToString();
    }

    private string SelectSql(ColumnDefinition[] columns) =>
        $"SELECT {string.Join(',', columns.SelectMany(SqlNames.StoredAs).DefaultIfEmpty("1"))} FROM {SqlNames.Of(table)} WHERE {SqlNames.Quote(table.PrimaryKey.LogicalName)}=?";
}
