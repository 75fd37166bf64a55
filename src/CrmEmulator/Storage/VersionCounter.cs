namespace CrmEmulator.Storage;

/// <summary>The organisation-wide row version, rising with every write. Blocks of numbers are booked so that it never goes back after a crash.</summary>
internal sealed class VersionCounter
{
    private const long Block = 100_000;

    private long next;
    private long booked;

    public VersionCounter(StoreConnection connection)
    {
        connection.Execute("CREATE TABLE IF NOT EXISTS _counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL)");
        connection.Execute("INSERT OR IGNORE INTO _counter VALUES ('version', 1000)");
        using var statement = new Statement(connection.Database, "SELECT value FROM _counter WHERE name='version'");
        statement.Step();
        next = booked = statement.Long(0);
    }

    /// <summary>The next version; call inside a writing transaction only.</summary>
    public long Next(StoreConnection connection)
    {
        if (next >= booked)
        {
            booked += Block;
            var statement = connection.Prepare("UPDATE _counter SET value=? WHERE name='version'");
            statement.Bind(1, booked);
            statement.Run();
        }

        return next++;
    }

    /// <summary>A booking made inside a transaction that was rolled back is void.</summary>
    public void Unbook() => booked = next;
}
