namespace CrmEmulator.Storage;

/// <summary>
/// A transaction. A writing one holds the organisation's only writing place until it is disposed; what is not committed
/// is rolled back. A reading one sees one moment of the data and nothing uncommitted. May be used from one thread after another.
/// </summary>
public sealed class StoreTransaction : IDisposable
{
    private readonly OrganizationStore store;
    private bool isOver;

    internal StoreTransaction(OrganizationStore store, StoreConnection connection, bool isReadOnly)
    {
        this.store = store;
        Connection = connection;
        IsReadOnly = isReadOnly;
    }

    public bool IsReadOnly { get; }

    /// <summary>Users, teams, roles or sharing changed here, so that what is remembered of them may not be used.</summary>
    public bool SecurityChanged { get; internal set; }

    internal StoreConnection Connection { get; }

    internal long NextVersion() => store.Versions.Next(Connection);

    public void Commit()
    {
        if (isOver)
        {
            throw new InvalidOperationException("The transaction is over.");
        }

        Connection.Commit();
        isOver = true;
        if (SecurityChanged)
        {
            store.OnSecurityChanged();
        }

        store.Release(this);
    }

    public void Dispose()
    {
        if (isOver)
        {
            return;
        }

        isOver = true;
        try
        {
            Connection.Rollback();
            if (!IsReadOnly)
            {
                store.Versions.Unbook();
            }
        }
        finally
        {
            store.Release(this);
        }
    }
}
