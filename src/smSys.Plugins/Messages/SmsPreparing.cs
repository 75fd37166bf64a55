using System;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Messages;
using smSys.Crm.Rows;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Messaging.Messages;
using smSys.Plugins.Receiving;
using smSys.Plugins.Shell;

namespace smSys.Plugins.Messages;

/// <summary>
/// Prepares a new message before it is written. People may create drafts and queued messages; the engine's own rows (incoming
/// ones, those of a bulk) come finished and are left alone.
/// </summary>
[Step("Create", Sms.LogicalName, Stage.PreOperation)]
public sealed class SmsPreparing : PlugIn
{
    /// <inheritdoc/>
    protected override void Run(StepServices services)
    {
        var message = new SmsRow(services.Target);
        var state = StateCodes.Read(message);
        var isFinished = state is not (MessageState.Draft or MessageState.Queued);
        if (isFinished && services.IsEngine)
        {
            return;
        }

        Demand(message, state, services);
        Complete(message, services);
        if (state == MessageState.Queued)
        {
            new Preparation(new Composition(services)).Run(message, message);
        }
        else if (RecipientFinder.TypedNumber(message) is { } typed)
        {
            message.PhoneNumber = RecipientFinder.Parse(typed).Digits;
            message.NumberAsEntered = typed;
        }

        if (string.IsNullOrWhiteSpace(message.Subject))
        {
            message.Subject = InboundMessage.Subject(message.Text ?? string.Empty);
        }
    }

    private static void Demand(SmsRow message, MessageState state, StepServices services)
    {
        if (!StateRules.AllowsCreation(state, Movers.People) || message.Direction == Direction.Incoming)
        {
            throw new RefusalException(
                "state-creation",
                "An SMS can only be created as a draft or queued; incoming ones are created by smSys itself.",
                "پیامک را فقط به صورت پیش‌نویس یا در صف می‌توان ساخت؛ پیامک‌های رسیده را خود سامانه می‌سازد.");
        }

        EngineColumns.DemandNone(services);
    }

    private static void Complete(SmsRow message, StepServices services)
    {
        message.Direction = Direction.Outgoing;
        message.IsAutomatic = (message.IsAutomatic ?? false) || services.IsWorkflow;
        if (message.From is null || message.From.Entities.Count == 0)
        {
            message.From = new EntityCollection(
                [new Entity("activityparty") { ["partyid"] = new EntityReference("systemuser", services.Context.UserId) }]);
        }

        if (!message.Record.Contains(StandardColumns.Status))
        {
            StateCodes.Write(message.Record, MessageState.Draft);
        }
    }
}
