using CrmEmulator.Faults;
using CrmEmulator.Storage;

namespace CrmEmulator.Operations.Queues;

/// <summary>Finds queues and the items in them.</summary>
internal static class QueueRows
{
    public static Guid Require(Guid queue, OperationScope scope) =>
        Rows.Exists(scope.Transaction, scope.Catalog.Table("queue"), queue) ? queue : throw Fault.RowMissing("queue", queue);

    public static Guid? ItemOf(Guid thing, OperationScope scope)
    {
        var statement = scope.Transaction.Connection.Prepare("SELECT queueitemid FROM queueitem WHERE objectid=? ORDER BY statecode LIMIT 1");
        statement.Bind(1, thing);
        Guid? found = statement.Step() ? statement.Guid(0) : null;
        statement.Reset();
        return found;
    }

    public static List<Guid> OfMember(Guid user, OperationScope scope)
    {
        var statement = scope.Transaction.Connection.Prepare("SELECT queueid FROM queuemembership WHERE systemuserid=?1 UNION SELECT queueid FROM systemuser WHERE systemuserid=?1 AND queueid IS NOT NULL");
        statement.Bind(1, user);
        var ids = new List<Guid>();
        while (statement.Step())
        {
            ids.Add(statement.Guid(0));
        }

        statement.Reset();
        return ids;
    }
}
