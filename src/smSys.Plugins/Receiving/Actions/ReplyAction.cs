using System;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Messages;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Crm.TemplateValues;
using smSys.Messaging.Keywords;
using smSys.Messaging.Messages;
using smSys.Messaging.Numbers;

namespace smSys.Plugins.Receiving.Actions;

/// <summary>Answers the sender by an SMS from the line they wrote to; replies overtake a bulk.</summary>
public static class ReplyAction
{
    // An answer that comes a day late confuses more than it helps.
    private static readonly TimeSpan _validity = TimeSpan.FromHours(24);

    /// <summary>Queues the answer, once.</summary>
    /// <exception cref="RefusalException">The sender is no mobile number, or there is no text.</exception>
    public static void Run(KeywordAction action, ActionScene scene)
    {
        var message = scene.Message;
        var number = PhoneNumberParser.ParseMobile("+" + message.PhoneNumber);
        if (!number.IsValid)
        {
            throw new RefusalException(
                "reply-number",
                "No answer was sent, because the sender is no mobile number.",
                "پاسخی فرستاده نشد، چون فرستنده شماره همراه نیست.");
        }

        ReplyBudget.Demand(scene.Composition, message, scene.Setting);
        Queue(
            scene.Composition,
            new SmsRow(scene.IdOf(action))
            {
                Text = AnswerText.Of(action, scene),
                TemplateId = action.TemplateId is { } template ? new EntityReference(SmsTemplate.LogicalName, template) : null,
                KeywordId = new EntityReference(SmsKeyword.LogicalName, scene.Match.Rule.Id),
                CaseId = scene.Case,
            },
            message,
            scene.Line,
            number.Number,
            scene.Sender);
    }

    /// <summary>Queues an automatic answer whose id and text are made, once.</summary>
    public static void Queue(
        Composition composition, SmsRow reply, SmsRow message, SmsNumberRow line, PhoneNumber number, EntityReference? sender)
    {
        reply.Direction = Direction.Outgoing;
        reply.PhoneNumber = number.Digits;
        reply.NumberAsEntered = number.E164;
        reply.NumberId = line.Reference;
        reply.ReplyNumberId = line.ReplyNumberId ?? line.Reference;
        reply.SettingId = line.SettingId;
        reply.Lane = Lane.Reply;
        reply.MessageClass = MessageClass.Service;
        reply.IsAutomatic = true;
        reply.InReplyToId = message.Reference;
        reply.NotAfter = composition.Services.Clock() + _validity;
        reply.RegardingObjectId = RegardingOf(sender);
        if (sender is { LogicalName: "contact" or "account" or "lead" or "systemuser" })
        {
            reply.To = new EntityCollection([new Entity("activityparty") { ["partyid"] = sender }]);
        }

        if (line.OwnerId is { } owner)
        {
            reply.OwnerId = owner;
        }

        StateCodes.Write(reply.Record, MessageState.Queued);
        composition.Messages.CreateOnce(reply);
    }

    private static EntityReference? RegardingOf(EntityReference? sender) =>
        sender is { LogicalName: "contact" or "account" or "lead" } ? sender : null;
}
