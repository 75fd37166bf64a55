namespace CrmEmulator.Storage;

/// <summary>How SQLite is set up; the benchmark uses the same for its bare rival.</summary>
public sealed record StoreSettings
{
    /// <summary>Kibibytes of page cache per connection: what is not in it is in the system's file cache, which all share.</summary>
    public int CacheSize { get; init; } = 8192;

    /// <summary>Pages that the write-ahead log may hold before they are taken over into the file.</summary>
    public int LogPages { get; init; } = 8000;

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
