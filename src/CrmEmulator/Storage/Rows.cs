using CrmEmulator.Faults;
using CrmEmulator.Metadata;
using Microsoft.Xrm.Sdk;

namespace CrmEmulator.Storage;

/// <summary>Reads and writes single rows by prepared statements; no rules, no privileges.</summary>
internal static class Rows
{
    /// <summary>Inserts; gives the row a new version.</summary>
    /// <exception cref="System.ServiceModel.FaultException{T}">A row with that id or key is there.</exception>
    public static void Insert(StoreTransaction transaction, RowValues values)
    {
        if (values.Table.Version is { } version)
        {
            values[version] = transaction.NextVersion();
        }

        var prepared = transaction.Connection.Of(values.Table).Insert(values);
        var index = 1;
        foreach (var column in prepared.Columns)
        {
            index += ValueCodec.Bind(prepared.Statement, index, column, values[column]);
        }

        Run(prepared.Statement, values.Table);
    }

    /// <summary>Updates the present columns and the version; false when no such row (of that version) is there.</summary>
    public static bool Update(StoreTransaction transaction, RowValues values, Guid id, long? onlyIfVersion = null)
    {
        if (values.Table.Version is { } version)
        {
            values[version] = transaction.NextVersion();
        }

        var prepared = transaction.Connection.Of(values.Table).Update(values, onlyIfVersion is not null);
        var index = 1;
        foreach (var column in prepared.Columns)
        {
            index += ValueCodec.Bind(prepared.Statement, index, column, values[column]);
        }

        prepared.Statement.Bind(index, id);
        if (onlyIfVersion is { } expected)
        {
            prepared.Statement.Bind(index + 1, expected);
        }

        Run(prepared.Statement, values.Table);
        return transaction.Connection.Changes > 0;
    }

    public static bool Delete(StoreTransaction transaction, TableDefinition table, Guid id)
    {
        var statement = transaction.Connection.Prepare($"DELETE FROM {SqlNames.Of(table)} WHERE {SqlNames.Quote(table.PrimaryKey.LogicalName)}=?");
        statement.Bind(1, id);
        statement.Run();
        transaction.Connection.Known.Forget();
        return transaction.Connection.Changes > 0;
    }

    /// <summary>As <see cref="Exists"/>, for the writer: asks only once for a row that many others point at.</summary>
    public static bool IsThere(StoreTransaction transaction, TableDefinition table, Guid id)
    {
        var known = transaction.Connection.Known;
        if (!transaction.IsReadOnly && known.Has(table, id))
        {
            return true;
        }

        var found = Exists(transaction, table, id);
        if (found && !transaction.IsReadOnly)
        {
            known.Add(table, id);
        }

        return found;
    }

    public static bool Exists(StoreTransaction transaction, TableDefinition table, Guid id)
    {
        var prepared = transaction.Connection.Of(table).Select([]);
        prepared.Statement.Bind(1, id);
        var found = prepared.Statement.Step();
        prepared.Statement.Reset();
        return found;
    }

    /// <summary>The named columns of a row; null when there is no such row.</summary>
    public static RowValues? Read(StoreTransaction transaction, TableDefinition table, Guid id, params ReadOnlySpan<ColumnDefinition?> columns)
    {
        Span<bool> wanted = stackalloc bool[table.Columns.Count];
        foreach (var column in columns)
        {
            if (column is { IsStored: true })
            {
                wanted[column.Ordinal] = true;
            }
        }

        Span<char> signature = stackalloc char[table.Columns.Count];
        var length = 0;
        for (var ordinal = 0; ordinal < wanted.Length; ordinal++)
        {
            if (wanted[ordinal])
            {
                signature[length++] = (char)ordinal;
            }
        }

        var prepared = transaction.Connection.Of(table).Select(signature[..length]);
        prepared.Statement.Bind(1, id);
        RowValues? row = null;
        if (prepared.Statement.Step())
        {
            row = new RowValues(table);
            var index = 0;
            foreach (var column in prepared.Columns)
            {
                row[column] = ValueCodec.Read(prepared.Statement, ref index, column);
            }
        }

        prepared.Statement.Reset();
        return row;
    }

    /// <summary>The primary name of a row; null when there is no such row or no name.</summary>
    public static string? Name(StoreTransaction transaction, TableDefinition table, Guid id)
    {
        if (table.PrimaryName is not { } column)
        {
            return null;
        }

        Span<char> signature = [(char)column.Ordinal];
        var statement = transaction.Connection.Of(table).Select(signature).Statement;
        statement.Bind(1, id);
        var name = statement.Step() && !statement.IsNull(0) ? statement.Text(0) : null;
        statement.Reset();
        return name;
    }

    private static void Run(Statement statement, TableDefinition table)
    {
        try
        {
            statement.Run();
        }
        catch (StoreException exception) when (exception.IsUnique)
        {
            throw Duplicate(exception, table);
        }
    }

    private static Exception Duplicate(StoreException exception, TableDefinition table)
    {
        foreach (var key in table.Keys)
        {
            if (!table.IsIntersect && key.Columns.All(column => exception.Message.Contains($"{table.LogicalName}.{column}", StringComparison.Ordinal)))
            {
                return Fault.Of(
                    FaultCodes.DuplicateRecordEntityKey,
                    $"A record that has the attribute values {string.Join(", ", key.Columns.Select(column => table.Column(column).Labels.In(Labels.English)))} already exists. The entity key {key.Name} requires that this set of attributes contains unique values. Select unique values and try again.");
            }
        }

        return Fault.Of(FaultCodes.DuplicateRecord, "Cannot insert duplicate key.");
    }
}
