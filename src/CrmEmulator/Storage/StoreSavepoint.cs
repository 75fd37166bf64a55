namespace CrmEmulator.Storage;

/// <summary>A nested part of a transaction: kept when released, undone when disposed before.</summary>
public sealed class StoreSavepoint : IDisposable
{
    private readonly StoreTransaction transaction;
    private readonly string name;
    private bool isOver;

    internal StoreSavepoint(StoreTransaction transaction, int number)
    {
        this.transaction = transaction;
        name = "s" + number;
        transaction.Connection.Prepare("SAVEPOINT " + name).Run();
    }

    public void Release()
    {
        transaction.Connection.Prepare("RELEASE " + name).Run();
        isOver = true;
    }

    public void Dispose()
    {
        if (!isOver)
        {
            isOver = true;
            transaction.Connection.Prepare("ROLLBACK TO " + name).Run();
            transaction.Connection.Prepare("RELEASE " + name).Run();
        }
    }
}
