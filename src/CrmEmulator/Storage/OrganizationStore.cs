using System.Collections.Concurrent;
using CrmEmulator.Faults;
using CrmEmulator.Metadata;
using Microsoft.Data.Sqlite;

namespace CrmEmulator.Storage;

/// <summary>
/// The organisation's rows: a SQLite file (write-ahead log, many readers beside one writer) or memory (one caller at a time).
/// </summary>
public sealed class OrganizationStore : IDisposable
{
    /// <summary>So often SQLite looks at its indexes anew, so that it chooses well among them.</summary>
    private const int WritesBetweenAnalyses = 10_000;

    private static readonly FaultCode TimeoutCode = new(unchecked((int)0x80044151), "SqlErrorTimeout");

    private readonly SemaphoreSlim writerGate = new(1, 1);
    private readonly ConcurrentBag<StoreConnection> readers = [];
    private readonly StoreConnection writer;
    private readonly string connectionString;
    private readonly StoreSettings settings;
    private readonly bool isFile;
    private readonly TimeSpan patience;
    private int readerGeneration;
    private int writesSinceAnalysis;

    static OrganizationStore() => NativeMemory.ShareOneArena();

    internal OrganizationStore(string? file, StoreSettings settings, TimeSpan patience)
    {
        this.settings = settings;
        this.patience = patience;
        isFile = file is not null;
        connectionString = new SqliteConnectionStringBuilder { DataSource = file ?? ":memory:", Pooling = false }.ToString();
        writer = new StoreConnection(connectionString, isFile, settings);
        Versions = new VersionCounter(writer);
    }

    internal event Action? SecurityChanged;

    internal VersionCounter Versions { get; }

    /// <summary>Begins a writing transaction; waits for the one before it.</summary>
    /// <exception cref="System.ServiceModel.FaultException{T}">The one before it did not end in time.</exception>
    public StoreTransaction Begin()
    {
        Enter();
        try
        {
            writer.Begin(immediate: true);
            return new StoreTransaction(this, writer, isReadOnly: false);
        }
        catch
        {
            writerGate.Release();
            throw;
        }
    }

    /// <summary>Begins a reading transaction.</summary>
    public StoreTransaction BeginRead()
    {
        if (!isFile)
        {
            Enter();
            writer.Begin(immediate: false);
            return new StoreTransaction(this, writer, isReadOnly: true);
        }

        // The writer's connection still has its pages in memory after a write; another connection would read them all again.
        if (writerGate.Wait(0))
        {
            writer.Begin(immediate: false);
            return new StoreTransaction(this, writer, isReadOnly: true);
        }

        if (!readers.TryTake(out var reader))
        {
            reader = new StoreConnection(connectionString, isFile, settings.ForReader());
        }

        reader.Generation = readerGeneration;
        reader.Begin(immediate: false);
        return new StoreTransaction(this, reader, isReadOnly: true);
    }

    /// <summary>Makes or widens the tables of a catalogue and puts it in force before anybody writes again.</summary>
    internal void Build(IEnumerable<TableDefinition> tables, Action putInForce)
    {
        Enter();
        try
        {
            writer.ForgetStatements();
            writer.Begin(immediate: true);
            foreach (var table in tables)
            {
                TableBuilder.Build(writer, table);
            }

            writer.Commit();
            writer.ForgetStatements();
            putInForce();
            Interlocked.Increment(ref readerGeneration);
            while (readers.TryTake(out var reader))
            {
                reader.Dispose();
            }
        }
        finally
        {
            writerGate.Release();
        }
    }

    internal void OnSecurityChanged() => SecurityChanged?.Invoke();

    internal void Release(StoreTransaction transaction)
    {
        if (ReferenceEquals(transaction.Connection, writer))
        {
            if (!transaction.IsReadOnly && ++writesSinceAnalysis >= WritesBetweenAnalyses)
            {
                writesSinceAnalysis = 0;
                writer.Execute("PRAGMA analysis_limit=400; PRAGMA optimize=0x10002");
            }

            writerGate.Release();
        }
        else if (transaction.Connection.Generation == readerGeneration)
        {
            readers.Add(transaction.Connection);
        }
        else
        {
            transaction.Connection.Dispose();
        }
    }

    public void Dispose()
    {
        Enter();
        while (readers.TryTake(out var reader))
        {
            reader.Dispose();
        }

        writer.Dispose();
        writerGate.Dispose();
    }

    private void Enter()
    {
        if (!writerGate.Wait(patience))
        {
            throw Fault.Of(TimeoutCode, "SQL timeout expired: another transaction of this organisation has been open for too long.");
        }
    }
}
