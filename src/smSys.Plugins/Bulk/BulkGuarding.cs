using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Bulk;
using smSys.Crm.Rows;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Messaging.Bulk;
using smSys.Messaging.Messages;
using smSys.Plugins.Shell;

namespace smSys.Plugins.Bulk;

/// <summary>
/// Judges every move of a bulk by <see cref="BulkStateRules"/>. For people the row is locked first and read again; the engine's
/// moves are bound to a row version.
/// </summary>
[Step("Update", SmsBulk.LogicalName, Stage.PreOperation,
    Filters = [StandardColumns.State, StandardColumns.Status], Before = [StandardColumns.State, StandardColumns.Status])]
[Step("SetState", SmsBulk.LogicalName, Stage.PreOperation, Before = [StandardColumns.State, StandardColumns.Status])]
[Step("SetStateDynamicEntity", SmsBulk.LogicalName, Stage.PreOperation, Before = [StandardColumns.State, StandardColumns.Status])]
public sealed class BulkGuarding : PlugIn
{
    /// <inheritdoc/>
    protected override void Run(StepServices services)
    {
        if (RequestedBulkState.Of(services.Context) is not { } to)
        {
            return;
        }

        var mover = services.IsEngine ? Movers.Engine : Movers.People;
        var bulk = new SmsBulkRow(mover == Movers.Engine ? services.Before : LockAndRead(services));
        var from = BulkStateCodes.Read(bulk);
        if (!BulkStateRules.Allows(from, to, mover))
        {
            var before = BulkNames.Of(from);
            var after = BulkNames.Of(to);
            throw new RefusalException(
                "bulk-state-move",
                "This SMS bulk is " + before.English + " and cannot become " + after.English + "; open it again to see where it stands.",
                "این ارسال انبوه " + before.Persian + " است و نمی‌تواند " + after.Persian + " شود؛ برای دیدن وضعیت آن را دوباره باز کنید.");
        }

        if (mover == Movers.People && from == BulkState.AwaitingApproval && to == BulkState.Running)
        {
            BulkApproval.Demand(services, bulk);
        }
    }

    private static Entity LockAndRead(StepServices services)
    {
        var id = services.Context.PrimaryEntityId;
        services.System.Update(new SmsBulkRow(id) { LockedOn = services.Clock() }.Record);
        return services.System.Retrieve(
            SmsBulk.LogicalName,
            id,
            new ColumnSet(StandardColumns.State, StandardColumns.Status, SmsBulk.Columns.SettingId, SmsBulk.Columns.StartedById));
    }
}
