using System.Text;
using SQLitePCL;

namespace CrmEmulator.Storage;

/// <summary>A prepared statement of one connection. Bind by position from 1, step, read by position from 0, reset.</summary>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;

    public Statement(sqlite3 database, string sql)
    {
        this.database = database;
        StoreException.ThrowIfFailed(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out statement), database, sql);
        Sql = sql;
    }

    public string Sql { get; }

    /// <summary>Handed out and not yet reset; a second user needs a statement of its own.</summary>
    public bool IsBusy { get; set; }

    public void Bind(int index, long value) => raw.sqlite3_bind_int64(statement, index, value);

    public void Bind(int index, double value) => raw.sqlite3_bind_double(statement, index, value);

    public void Bind(int index, Guid value)
    {
        Span<byte> bytes = stackalloc byte[16];
        GuidOrder.Write(value, bytes);
        raw.sqlite3_bind_blob(statement, index, bytes);
    }

    public void Bind(int index, string value)
    {
        var size = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (size <= 1024)
        {
            Span<byte> bytes = stackalloc byte[size];
            raw.sqlite3_bind_text(statement, index, bytes[..Encoding.UTF8.GetBytes(value, bytes)]);
        }
        else
        {
            raw.sqlite3_bind_text(statement, index, Encoding.UTF8.GetBytes(value));
        }
    }

    public void Bind(int index, byte[] value) => raw.sqlite3_bind_blob(statement, index, value);

    public void BindNull(int index) => raw.sqlite3_bind_null(statement, index);

    /// <summary>True when there is a row to read.</summary>
    public bool Step()
    {
        var result = raw.sqlite3_step(statement);
        if (result == raw.SQLITE_ROW)
        {
            return true;
        }

        if (result != raw.SQLITE_DONE)
        {
            var exception = StoreException.Of(result, database, Sql);
            Reset();
            throw exception;
        }

        return false;
    }

    /// <summary>Runs to the end and resets.</summary>
    public void Run()
    {
        while (Step())
        {
        }

        Reset();
    }

    public bool IsNull(int index) => raw.sqlite3_column_type(statement, index) == raw.SQLITE_NULL;

    public long Long(int index) => raw.sqlite3_column_int64(statement, index);

    public double Double(int index) => raw.sqlite3_column_double(statement, index);

    public Guid Guid(int index) => GuidOrder.Read(raw.sqlite3_column_blob(statement, index));

    public string Text(int index) => raw.sqlite3_column_text(statement, index).utf8_to_string();

    public byte[] Bytes(int index) => raw.sqlite3_column_blob(statement, index).ToArray();

    public void Reset()
    {
        raw.sqlite3_reset(statement);
        raw.sqlite3_clear_bindings(statement);
        IsBusy = false;
    }

    public void Dispose() => statement.Dispose();
}
