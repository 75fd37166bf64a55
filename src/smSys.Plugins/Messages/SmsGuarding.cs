using System;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Messages;
using smSys.Crm.Rows;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Messaging.Messages;
using smSys.Plugins.Shell;
using smSys.Plugins.Unknowns;

namespace smSys.Plugins.Messages;

/// <summary>
/// Judges every move of a message by <see cref="StateRules"/>. A stale form may set Queued on a row that has moved on, so for
/// people the row is locked first and read again; the engine's moves are bound to a row version, or judged by the image.
/// </summary>
[Step("Update", Sms.LogicalName, Stage.PreOperation,
    Filters = [StandardColumns.State, StandardColumns.Status], Before = [StandardColumns.State, StandardColumns.Status])]
[Step("SetState", Sms.LogicalName, Stage.PreOperation, Before = [StandardColumns.State, StandardColumns.Status])]
[Step("SetStateDynamicEntity", Sms.LogicalName, Stage.PreOperation, Before = [StandardColumns.State, StandardColumns.Status])]
public sealed class SmsGuarding : PlugIn
{
    /// <inheritdoc/>
    protected override void Run(StepServices services)
    {
        var input = services.Context.InputParameters;
        var isUpdate = input.Contains("Target");
        var to = isUpdate ? RequestedState.Of(services.Target) : RequestedState.Of(input);
        if (to is null)
        {
            return;
        }

        var mover = services.IsEngine ? Movers.Engine : Movers.People;
        var from = mover == Movers.Engine ? StateOf(services.Before) : LockAndRead(services);
        if (!StateRules.Allows(from, to.Value, mover))
        {
            throw Refusal(from, to.Value);
        }

        if (mover == Movers.People && from == MessageState.Unknown && (to is MessageState.Queued or MessageState.SentWithoutReceipt))
        {
            UnknownDecision.Demand(services, to.Value);
        }

        // A workflow's Change Status comes as SetState: no Update has prepared the draft.
        if (!isUpdate && mover == Movers.People && from == MessageState.Draft && to == MessageState.Queued)
        {
            PrepareStored(services);
        }
    }

    private static MessageState LockAndRead(StepServices services)
    {
        var id = services.Context.PrimaryEntityId;
        services.System.Update(new SmsRow(id) { LockedOn = services.Clock() }.Record);
        var row = services.System.Retrieve(
            Sms.LogicalName, id, new Microsoft.Xrm.Sdk.Query.ColumnSet(StandardColumns.State, StandardColumns.Status));
        return StateOf(row);
    }

    private static void PrepareStored(StepServices services)
    {
        var id = services.Context.PrimaryEntityId;
        var stored = services.System.Retrieve(Sms.LogicalName, id, new Microsoft.Xrm.Sdk.Query.ColumnSet(true));
        var change = new SmsRow(id);
        new Preparation(new Composition(services)).Run(new SmsRow(stored), change);
        services.System.Update(change.Record);
    }

    private static MessageState StateOf(Entity row) => StateCodes.Read(new SmsRow(row));

    private static RefusalException Refusal(MessageState from, MessageState to)
    {
        var before = StateNames.Of(from);
        var after = StateNames.Of(to);
        return new RefusalException(
            "state-move",
            "This SMS is " + before.English + " and cannot become " + after.English + "; open it again to see where it stands.",
            "این پیامک " + before.Persian + " است و نمی‌تواند " + after.Persian + " شود؛ برای دیدن وضعیت آن را دوباره باز کنید.");
    }
}
