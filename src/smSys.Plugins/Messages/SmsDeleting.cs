using System;
using smSys.Crm.Bulk;
using smSys.Crm.Messages;
using smSys.Crm.Rows;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Messaging.Bulk;
using smSys.Messaging.Messages;
using smSys.Messaging.Receiving;
using smSys.Plugins.Shell;

namespace smSys.Plugins.Messages;

/// <summary>
/// Refuses to delete a message that is on its way, or an incoming one that may be read again: its id would be free, and a
/// free id lets a second send or a second case happen.
/// </summary>
[Step("Delete", Sms.LogicalName, Stage.PreOperation,
    Before = [StandardColumns.State, StandardColumns.Status, Sms.Columns.Direction, Sms.Columns.ArrivedOn, Sms.Columns.Attempt, Sms.Columns.BulkId])]
public sealed class SmsDeleting : PlugIn
{
    /// <inheritdoc/>
    protected override void Run(StepServices services)
    {
        var message = new SmsRow(services.Before);
        var state = StateCodes.Read(message);
        var isFree = message.Direction == Direction.Incoming
            ? PollingRules.MayDelete(message.ArrivedOn ?? services.Clock(), services.Clock())
            : StateRules.IsFinal(state) || (state == MessageState.Draft && message.Attempt is null or 0);
        if (isFree && message.BulkId is { } bulk && !IsOver(services, bulk.Id))
        {
            throw new RefusalException(
                "delete-in-bulk",
                "This SMS belongs to a bulk that is still under way and counts its messages; delete it when the bulk is finished.",
                "این پیامک از ارسال انبوهی است که هنوز در جریان است و پیامک‌هایش را می‌شمارد؛ پس از پایان آن حذفش کنید.");
        }

        if (!isFree)
        {
            throw new RefusalException(
                "delete-not-final",
                "This SMS is still needed against sending or acting twice; it can be deleted once it is finished, an incoming one after a day and a half.",
                "این پیامک هنوز لازم است تا چیزی دو بار فرستاده یا انجام نشود؛ پس از پایان کار، و پیامک رسیده پس از یک روز و نیم، حذف‌شدنی است.");
        }
    }

    private static bool IsOver(StepServices services, Guid bulkId) =>
        services.System.Find(SmsBulk.LogicalName, SmsBulk.PrimaryId, bulkId, StandardColumns.Status, SmsBulk.Columns.FinishedOn) is not { } row
        || (new SmsBulkRow(row) is { FinishedOn: not null } bulk && BulkStateCodes.Read(bulk) is BulkState.Finished or BulkState.Cancelled);
}
