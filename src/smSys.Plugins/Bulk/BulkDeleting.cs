using smSys.Crm.Bulk;
using smSys.Crm.Rows;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Messaging.Bulk;
using smSys.Plugins.Shell;

namespace smSys.Plugins.Bulk;

/// <summary>Refuses to delete a bulk that is under way: its journal is all that keeps a message from going out twice.</summary>
[Step("Delete", SmsBulk.LogicalName, Stage.PreOperation,
    Before = [StandardColumns.State, StandardColumns.Status, SmsBulk.Columns.FinishedOn, SmsBulk.Columns.FrozenOn])]
public sealed class BulkDeleting : PlugIn
{
    /// <inheritdoc/>
    protected override void Run(StepServices services)
    {
        var bulk = new SmsBulkRow(services.Before);
        var isFree = BulkStateCodes.Read(bulk) switch
        {
            BulkState.Draft or BulkState.Checked or BulkState.Finished or BulkState.FinishedWithUnknowns => true,
            BulkState.Cancelled => bulk.FinishedOn is not null || bulk.FrozenOn is null,
            _ => false,
        };
        if (!isFree)
        {
            throw new RefusalException(
                "bulk-delete",
                "This SMS bulk is under way; cancel it and wait until it is settled before you delete it.",
                "این ارسال انبوه در جریان است؛ پیش از حذف، آن را لغو کنید و بگذارید به پایان برسد.");
        }
    }
}
