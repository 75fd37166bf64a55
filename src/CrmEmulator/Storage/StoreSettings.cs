namespace CrmEmulator.Storage;

/// <summary>How SQLite is set up; the benchmark uses the same for its bare rival.</summary>
public sealed record StoreSettings
{
    /// <summary>Kibibytes of page cache of the connection that writes, and reads whenever it is free.</summary>
    public int CacheSize { get; init; } = 8192;

    /// <summary>
    /// Kibibytes of page cache of each further reader: what is not in it is in the system's file cache, which all share. Small,
    /// since each of them fills its own as an organisation grows.
    /// </summary>
    public int ReaderCacheSize { get; init; } = 1024;

    /// <summary>Pages that the write-ahead log may hold before they are taken over into the file.</summary>
    public int LogPages { get; init; } = 8000;

    /// <summary>The same, for a connection that only reads.</summary>
    public StoreSettings ForReader() => this with { CacheSize = ReaderCacheSize };

    public IEnumerable<string> Pragmas(bool isFile) => isFile
        ?
        [
            "PRAGMA journal_mode=WAL",
            "PRAGMA synchronous=NORMAL",
            $"PRAGMA wal_autocheckpoint={LogPages}",
            $"PRAGMA cache_size=-{CacheSize}",
            "PRAGMA temp_store=MEMORY",
            "PRAGMA busy_timeout=30000",
        ]
        :
        [
            "PRAGMA journal_mode=MEMORY",
            "PRAGMA synchronous=OFF",
            $"PRAGMA cache_size=-{CacheSize}",
            "PRAGMA temp_store=MEMORY",
        ];
}
