using CrmEmulator.Storage;

namespace CrmEmulator.Operations;

/// <summary>What is done leaves the queues.</summary>
internal static class QueueItems
{
    public static void Deactivate(Guid item, OperationScope scope)
    {
        var statement = scope.Transaction.Connection.Prepare("UPDATE queueitem SET statecode=1, statuscode=2, modifiedon=? WHERE objectid=? AND statecode=0");
        statement.Bind(1, CrmDate.ToSeconds(scope.UtcNow));
        statement.Bind(2, item);
        statement.Run();
    }
}
