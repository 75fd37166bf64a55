using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Lines;
using smSys.Crm.Messages;
using smSys.Crm.Rows;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Messaging.Delivery;
using smSys.Messaging.Messages;
using smSys.Messaging.Numbers;

namespace smSys.Plugins.Unknowns;

/// <summary>Settles one unknown message after the other by what a panel says of it, for somebody who may send from its line.</summary>
public sealed class PanelSettling
{
    private readonly Composition _composition;
    private readonly string _account;
    private readonly Guid? _person;
    private readonly Dictionary<Guid, bool> _maySend = new();

    /// <summary>At an account.</summary>
    /// <param name="composition">The execution.</param>
    /// <param name="account">Only messages whose attempt this account took.</param>
    /// <param name="person">In whose name; null: nobody's, then nothing is settled.</param>
    public PanelSettling(Composition composition, string account, Guid? person)
    {
        _composition = composition;
        _account = account;
        _person = person;
    }

    /// <summary>How many messages were settled.</summary>
    public int Settled { get; private set; }

    /// <summary>Settles the message of a line.</summary>
    /// <returns>What happened, for the report.</returns>
    public string Settle(PanelLine line)
    {
        if (line.State == PanelState.NotUnderstood)
        {
            return Say("state not understood: " + line.Words, "وضعیت فهمیده نشد: " + line.Words);
        }

        var found = Find(line);
        if (found.Count != 1)
        {
            return found.Count == 0
                ? Say("no unknown message", "پیامک نامعلومی پیدا نشد")
                : Say("several unknown messages; the reference is needed", "چند پیامک نامعلوم هست؛ شناسه لازم است");
        }

        if (!MaySend(found[0]))
        {
            return Say("no right to the line", "اجازه خط را ندارید");
        }

        var to = StateOf(line.State);
        return Move(found[0], to, line) ? to.ToString() : Say("changed meanwhile; left alone", "در این میان تغییر کرد؛ دست نخورد");
    }

    private static MessageState StateOf(PanelState state) => state switch
    {
        PanelState.Delivered => MessageState.Delivered,
        PanelState.Undelivered => MessageState.Undelivered,
        PanelState.Blocked => MessageState.BlockedByOperator,
        PanelState.NotSent => MessageState.Failed,
        _ => MessageState.Sent,
    };

    private IReadOnlyList<SmsRow> Find(PanelLine line)
    {
        var number = PhoneNumberParser.Parse(line.Recipient);
        if (line.Reference.Length > 0)
        {
            return Query(Sms.Columns.Reference, line.Reference);
        }

        // An unknown message has no id of the provider's yet, so without our reference the number has to do.
        return number.IsValid ? Query(Sms.Columns.PhoneNumber, number.Number.Digits) : [];
    }

    private IReadOnlyList<SmsRow> Query(string column, string value)
    {
        var query = new QueryExpression(Sms.LogicalName) { TopCount = 2 };
        query.Criteria.AddCondition(Sms.Columns.Account, ConditionOperator.Equal, _account);
        query.Criteria.AddCondition(StandardColumns.Status, ConditionOperator.Equal, (int)StateCodes.Of(MessageState.Unknown));
        query.Criteria.AddCondition(column, ConditionOperator.Equal, value);
        return _composition.Messages.Find(query);
    }

    private bool MaySend(SmsRow message)
    {
        if (_person is not { } person || message.NumberId is not { } line)
        {
            return false;
        }

        if (!_maySend.TryGetValue(line.Id, out var may))
        {
            may = LineAccess.MaySend(_composition.Services.System, person, line.Id);
            _maySend[line.Id] = may;
        }

        return may;
    }

    private bool Move(SmsRow message, MessageState to, PanelLine line)
    {
        var token = _composition.Services.Token;
        var now = _composition.Services.Clock();
        var wasSent = to != MessageState.Failed;
        var change = new SmsRow(message.Id)
        {
            NextAskOn = null,
            ProviderMessageId = wasSent && line.ProviderMessageId.Length > 0 ? line.ProviderMessageId : message.ProviderMessageId,
            HandedOverOn = wasSent ? message.SendingOn ?? now : (DateTime?)null,
            DeliveredOn = to == MessageState.Delivered ? now : (DateTime?)null,
            FailedOn = to is MessageState.Failed or MessageState.Undelivered or MessageState.BlockedByOperator ? now : (DateTime?)null,
            StateNote = Say("settled by the panel's list: " + line.Words, "با فهرست پنل تعیین شد: " + line.Words),
        };
        var moved = _composition.Messages.Write(message, change, token)
            && _composition.Messages.Read(message.Id) is { } again
            && StateCodes.Read(again) == MessageState.Unknown
            && _composition.Messages.Move(again, to, token);
        Settled += moved ? 1 : 0;
        return moved;
    }

    private string Say(string english, string persian) => _composition.Notes.Say(new Sentence(english, persian));
}
