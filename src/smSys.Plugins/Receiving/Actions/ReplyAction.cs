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

        var reply = new SmsRow(scene.IdOf(action))
        {
            Direction = Direction.Outgoing,
            PhoneNumber = number.Number.Digits,
            NumberAsEntered = "+" + number.Number.Digits,
            Text = TextOf(action, scene),
            NumberId = scene.Line.Reference,
            SettingId = scene.Setting.Reference,
            TemplateId = action.TemplateId is { } template ? new EntityReference(SmsTemplate.LogicalName, template) : null,
            Lane = Lane.Reply,
            MessageClass = MessageClass.Service,
            IsAutomatic = true,
            InReplyToId = message.Reference,
            KeywordId = new EntityReference(SmsKeyword.LogicalName, scene.Match.Rule.Id),
            CaseId = scene.Case,
            NotAfter = scene.Composition.Services.Clock() + _validity,
        };
        if (scene.Sender is { } sender)
        {
            reply.To = new EntityCollection([new Entity("activityparty") { ["partyid"] = sender }]);
        }

        if (scene.Line.OwnerId is { } owner)
        {
            reply.OwnerId = owner;
        }

        StateCodes.Write(reply.Record, MessageState.Queued);
        scene.Composition.Messages.CreateOnce(reply);
    }

    private static string TextOf(KeywordAction action, ActionScene scene)
    {
        if (action.TemplateId is { } id && TemplateBook.Read(scene.Composition.Services.System, id) is { } template)
        {
            return ActionText.Render(template, scene);
        }

        var text = string.IsNullOrWhiteSpace(action.Text) ? string.Empty : ActionText.Render(action.Text!, scene);
        return text.Length > 0 ? text : throw new RefusalException(
            "reply-text",
            "No answer was sent, because the keyword's action has neither a template nor a text.",
            "پاسخی فرستاده نشد، چون عمل این کلیدواژه نه الگو دارد و نه متن.");
    }
}
