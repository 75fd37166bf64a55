namespace CrmEmulator.Storage;

/// <summary>A nested part of a transaction: kept when released, undone when disposed before.</summary>
public sealed class StoreSavepoint : IDisposable
{
    private readonly StoreTransaction transaction;
    private readonly int actions;
    private bool isOver;

    internal StoreSavepoint(StoreTransaction transaction, int actions)
    {
        this.transaction = transaction;
        this.actions = actions;
        transaction.Connection.Prepare("SAVEPOINT part").Run();
    }

    public void Release()
    {
        transaction.Connection.Prepare("RELEASE part").Run();
        isOver = true;
    }

    public void Dispose()
    {
        if (!isOver)
        {
            isOver = true;
            transaction.Connection.Prepare("ROLLBACK TO part").Run();
            transaction.Connection.Prepare("RELEASE part").Run();
            transaction.ForgetActions(actions);
        }
    }
}
