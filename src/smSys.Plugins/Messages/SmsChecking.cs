using System.Linq;
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
/// Looks at a whole request to change a message, before Dynamics parts it into columns and state: people do not write the
/// journal, do not change what was said once it is said, and a draft that they queue is prepared here.
/// </summary>
[Step("Update", Sms.LogicalName, Stage.PreValidation,
    Filters =
    [
        StandardColumns.State, StandardColumns.Status,
        Sms.Columns.Text, Sms.Columns.TemplateId, Sms.Columns.PhoneNumber, Sms.Columns.NumberAsEntered, Sms.Columns.NumberId,
        Sms.Columns.SettingId, Sms.Columns.Direction, Sms.Columns.To, Sms.Columns.MessageClass, Sms.Columns.Lane,
        Sms.Columns.ClaimedUntil, Sms.Columns.FenceToken, Sms.Columns.LockedOn, Sms.Columns.Attempt, Sms.Columns.Reference,
        Sms.Columns.Account, Sms.Columns.CallPlace, Sms.Columns.ProviderMessageId, Sms.Columns.PastReferences, Sms.Columns.AskCount, Sms.Columns.AskedOn,
        Sms.Columns.AbsentCount, Sms.Columns.AbsentOn, Sms.Columns.NextAskOn, Sms.Columns.NextAttemptOn, Sms.Columns.InboundKey,
        Sms.Columns.ProviderState, Sms.Columns.ProviderTime, Sms.Columns.SendingOn, Sms.Columns.HandedOverOn,
        Sms.Columns.DeliveredOn, Sms.Columns.FailedOn,
    ],
    Before =
    [
        StandardColumns.State, StandardColumns.Status, Sms.Columns.Direction,
        Sms.Columns.Text, Sms.Columns.TemplateId, Sms.Columns.PhoneNumber, Sms.Columns.NumberAsEntered, Sms.Columns.NumberId,
        Sms.Columns.ReplyNumberId, Sms.Columns.SettingId, Sms.Columns.To, Sms.Columns.MessageClass, Sms.Columns.Lane,
        Sms.Columns.Subject, Sms.Columns.RegardingObjectId, Sms.Columns.IsAutomatic, Sms.Columns.NotBefore, Sms.Columns.NotAfter,
    ])]
public sealed class SmsChecking : PlugIn
{
    /// <inheritdoc/>
    protected override void Run(StepServices services)
    {
        if (Caller.IsEngineStep(services.Context))
        {
            return;
        }

        EngineColumns.DemandNone(services);
        var before = new SmsRow(services.Before);
        var state = StateCodes.Read(before);
        DemandFixedContent(services, state);

        // Here the whole request is seen: the reason has to be given with the decision, not left over from an earlier one.
        if (state == MessageState.Unknown && RequestedState.Of(services.Target) == MessageState.Queued && !services.IsEngine)
        {
            UnknownDecision.DemandReason(new SmsRow(services.Target).ResendReason);
        }

        // Failed and unknown messages that a person queues again were prepared when they were queued first.
        if (state == MessageState.Draft && RequestedState.Of(services.Target) == MessageState.Queued)
        {
            var whole = new SmsRow(RequestedState.Merge(services.Before, services.Target));
            new Preparation(new Composition(services)).Run(whole, new SmsRow(services.Target));
        }
        else if (state == MessageState.Draft && services.Target.Contains(Sms.Columns.NumberAsEntered))
        {
            var target = new SmsRow(services.Target);
            target.PhoneNumber = string.IsNullOrWhiteSpace(target.NumberAsEntered)
                ? null
                : RecipientFinder.Parse(target.NumberAsEntered!).Digits;
        }
    }

    private static void DemandFixedContent(StepServices services, MessageState state)
    {
        var changed = state == MessageState.Draft
            ? null
            : MessageColumns.OfContent.FirstOrDefault(column => services.Target.Contains(column) && Differs(services, column));
        if (changed is not null && !services.IsEngine)
        {
            var name = StateNames.Of(state);
            throw new RefusalException(
                "content-fixed",
                "Text, recipient and line can only be changed while the SMS is a draft; this one is " + name.English + ".",
                "متن، گیرنده و خط فقط در پیش‌نویس تغییر می‌کنند؛ این پیامک " + name.Persian + " است.");
        }
    }

    private static bool Differs(StepServices services, string column)
    {
        var before = services.Before.Contains(column) ? services.Before[column] : null;
        var after = services.Target[column];
        return (before as EntityReference)?.Id is { } id ? id != (after as EntityReference)?.Id : !Equals(before, after);
    }
}
