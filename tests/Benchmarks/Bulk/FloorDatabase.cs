using System.Text;
using CrmEmulator.Storage;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Benchmarks.Bulk;

/// <summary>SQLite as bare as C# reaches it: raw prepared statements, the emulator's own settings and indexes, nothing else.</summary>
internal sealed class FloorDatabase : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly Dictionary<string, FloorShape> shapes = new(StringComparer.Ordinal);
    private readonly sqlite3_stmt begin;
    private readonly sqlite3_stmt commit;

    /// <summary>Opens a file; an empty one gets the tables and indexes of <paramref name="like"/>.</summary>
    public FloorDatabase(string file, FloorDatabase? like, params string[] tables)
    {
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        Handle = connection.Handle!;
        raw.sqlite3__create_collation_utf8(Handle, "CRM", null!, (_, left, right) => left.SequenceCompareTo(right));
        foreach (var pragma in new StoreSettings().Pragmas(isFile: true))
        {
            Execute(pragma);
        }

        foreach (var sql in like is null ? [] : like.Definitions(tables))
        {
            Execute(sql);
        }

        begin = Prepare(Handle, "BEGIN IMMEDIATE");
        commit = Prepare(Handle, "COMMIT");
    }

    public sqlite3 Handle { get; }

    public static sqlite3_stmt Prepare(sqlite3 database, string sql)
    {
        Check(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out var statement), database, sql);
        return statement;
    }

    public static void Bind(sqlite3_stmt statement, int index, object value) => _ = value switch
    {
        long number => raw.sqlite3_bind_int64(statement, index, number),
        double number => raw.sqlite3_bind_double(statement, index, number),
        FloorText text => raw.sqlite3_bind_text(statement, index, text.Utf8),
        byte[] bytes => raw.sqlite3_bind_blob(statement, index, bytes),
        _ => throw new InvalidOperationException($"{value.GetType()} is no value of SQLite."),
    };

    public static void Run(sqlite3_stmt statement)
    {
        var result = raw.sqlite3_step(statement);
        raw.sqlite3_reset(statement);
        if (result is not (raw.SQLITE_DONE or raw.SQLITE_ROW))
        {
            throw new InvalidOperationException($"SQLite answered {result} to {raw.sqlite3_sql(statement).utf8_to_string()}.");
        }
    }

    /// <summary>Does the work in a transaction of its own.</summary>
    public void Commit(Action work)
    {
        Run(begin);
        work();
        Run(commit);
    }

    /// <summary>Rows as they stand, oldest first; the result's shapes write into <paramref name="target"/>.</summary>
    public IEnumerable<FloorRow> Rows(string sql, string table, FloorDatabase target, params object[] arguments)
    {
        var statement = Prepare(Handle, sql);
        for (var index = 0; index < arguments.Length; index++)
        {
            Bind(statement, index + 1, arguments[index]);
        }

        while (raw.sqlite3_step(statement) == raw.SQLITE_ROW)
        {
            yield return Read(statement, table, target);
        }

        statement.Dispose();
    }

    public void Execute(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public void Dispose() => connection.Dispose();

    private static FloorRow Read(sqlite3_stmt statement, string table, FloorDatabase target)
    {
        var names = new List<string>();
        var values = new List<object>();
        for (var index = 0; index < raw.sqlite3_column_count(statement); index++)
        {
            object? value = raw.sqlite3_column_type(statement, index) switch
            {
                raw.SQLITE_INTEGER => raw.sqlite3_column_int64(statement, index),
                raw.SQLITE_FLOAT => raw.sqlite3_column_double(statement, index),
                raw.SQLITE_TEXT => new FloorText(Encoding.UTF8.GetBytes(raw.sqlite3_column_text(statement, index).utf8_to_string())),
                raw.SQLITE_BLOB => raw.sqlite3_column_blob(statement, index).ToArray(),
                _ => null,
            };
            if (value is not null)
            {
                names.Add(raw.sqlite3_column_name(statement, index).utf8_to_string());
                values.Add(value);
            }
        }

        return new FloorRow(target.ShapeOf(table, names), [.. values]);
    }

    private FloorShape ShapeOf(string table, List<string> columns)
    {
        var key = table + ":" + string.Join(',', columns);
        if (!shapes.TryGetValue(key, out var shape))
        {
            shapes[key] = shape = new FloorShape(Handle, table, columns);
        }

        return shape;
    }

    private List<string> Definitions(string[] tables)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND tbl_name IN ({string.Join(',', tables.Select(table => $"'{table}'"))}) ORDER BY type DESC";
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }

    private static void Check(int result, sqlite3 database, string sql)
    {
        if (result != raw.SQLITE_OK)
        {
            throw new InvalidOperationException($"SQLite answered {result} to {sql}: {raw.sqlite3_errmsg(database).utf8_to_string()}");
        }
    }
}

/// <summary>A text as SQLite takes it without conversion.</summary>
internal sealed record FloorText(byte[] Utf8);
