using SQLitePCL;

namespace CrmEmulator.Storage;

/// <summary>The database refused. Unique says that a row with the same key is there already.</summary>
public sealed class StoreException : Exception
{
    private StoreException(int code, string message)
        : base(message) => Code = code;

    /// <summary>SQLite's extended result code.</summary>
    public int Code { get; }

    public bool IsUnique => Code is 2067 or 1555;

    internal static StoreException Of(int result, sqlite3 database, string sql) =>
        new(raw.sqlite3_extended_errcode(database) is var extended and not 0 ? extended : result, raw.sqlite3_errmsg(database).utf8_to_string() + " in: " + sql);

    internal static void ThrowIfFailed(int result, sqlite3 database, string sql)
    {
        if (result != raw.SQLITE_OK)
        {
            throw Of(result, database, sql);
        }
    }
}
