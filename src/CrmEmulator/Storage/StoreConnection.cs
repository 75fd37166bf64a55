using CrmEmulator.Metadata;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CrmEmulator.Storage;

/// <summary>One SQLite connection with its prepared statements. Used by one caller at a time.</summary>
internal sealed class StoreConnection : IDisposable
{
    private const int MaximumQueries = 500;

    private readonly SqliteConnection connection;
    private readonly Dictionary<string, Statement> statements = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Statement> queries = new(StringComparer.Ordinal);
    private readonly Dictionary<TableDefinition, TableStatements> tables = new(ReferenceEqualityComparer.Instance);
    private readonly Statement begin;
    private readonly Statement beginImmediate;
    private readonly Statement commit;
    private readonly Statement rollback;

    public StoreConnection(string connectionString, bool isFile, StoreSettings settings)
    {
        connection = new SqliteConnection(connectionString);
        connection.Open();
        Database = connection.Handle!;
        raw.sqlite3__create_collation_utf8(Database, TextOrder.Collation, null!, (_, left, right) => TextOrder.Compare(left, right));
        connection.CreateFunction("crm_like", (string? text, string? pattern) => text is not null && pattern is not null && LikePattern.Matches(text, pattern), isDeterministic: true);
        foreach (var pragma in settings.Pragmas(isFile))
        {
            Execute(pragma);
        }

        begin = new Statement(Database, "BEGIN");
        beginImmediate = new Statement(Database, "BEGIN IMMEDIATE");
        commit = new Statement(Database, "COMMIT");
        rollback = new Statement(Database, "ROLLBACK");
    }

    public sqlite3 Database { get; }

    /// <summary>Rows that were there when a lookup was last held against them.</summary>
    public KnownRows Known { get; } = new();

    /// <summary>Which state of the tables the connection was handed out under.</summary>
    public int Generation { get; set; }

    /// <summary>Rows changed by the last statement that changed any.</summary>
    public int Changes => raw.sqlite3_changes(Database);

    public void Begin(bool immediate) => (immediate ? beginImmediate : begin).Run();

    public void Commit() => commit.Run();

    public void Rollback()
    {
        Known.Forget();
        rollback.Run();
    }

    /// <summary>A statement of fixed text, prepared once.</summary>
    public Statement Prepare(string sql)
    {
        if (!statements.TryGetValue(sql, out var statement))
        {
            statements[sql] = statement = new Statement(Database, sql);
        }

        return statement;
    }

    /// <summary>A statement whose text depends on a caller's query; the least used are thrown away. Reset it, or dispose it if it was busy.</summary>
    public Statement PrepareQuery(string sql)
    {
        if (queries.TryGetValue(sql, out var statement) && !statement.IsBusy)
        {
            statement.IsBusy = true;
            return statement;
        }

        if (queries.Count >= MaximumQueries)
        {
            DropQueries();
        }

        statement = new Statement(Database, sql) { IsBusy = true };
        queries[sql] = statement;
        return statement;
    }

    public TableStatements Of(TableDefinition table)
    {
        if (!tables.TryGetValue(table, out var found))
        {
            tables[table] = found = new TableStatements(this, table);
        }

        return found;
    }

    /// <summary>Runs statements that return nothing.</summary>
    public void Execute(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Forgets prepared statements after the tables have changed.</summary>
    public void ForgetStatements()
    {
        foreach (var statement in statements.Values)
        {
            statement.Dispose();
        }

        statements.Clear();
        DropQueries();
        foreach (var table in tables.Values)
        {
            table.Dispose();
        }

        tables.Clear();
    }

    public void Dispose()
    {
        ForgetStatements();
        begin.Dispose();
        beginImmediate.Dispose();
        commit.Dispose();
        rollback.Dispose();
        connection.Dispose();
    }

    private void DropQueries()
    {
        foreach (var pair in queries.Where(pair => !pair.Value.IsBusy).ToList())
        {
            queries.Remove(pair.Key);
            pair.Value.Dispose();
        }
    }
}
