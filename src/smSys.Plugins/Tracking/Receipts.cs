using System;
using System.Collections.Generic;
using smSys.Crm.Messages;
using smSys.Crm.Tables;
using smSys.Messaging.Delivery;
using smSys.Messaging.Messages;
using smSys.Messaging.Providers;

namespace smSys.Plugins.Tracking;

/// <summary>Applies delivery receipts to messages: their rank decides, not the order in which they come.</summary>
public sealed class Receipts
{
    private readonly MessageStore _messages;

    /// <summary>Works as SYSTEM, for rows that the caller's process alone looks after.</summary>
    public Receipts(MessageStore messages) => _messages = messages;

    /// <summary>Applies the newest receipt of a message.</summary>
    /// <returns>The state that the message moved to, or null when it stayed.</returns>
    public MessageState? Apply(SmsRow message, DeliveryState receipt, DateTime now, bool isCurrentAttempt = true)
    {
        var verdict = DeliveryRules.Judge(StateCodes.Read(message), receipt.Kind, isCurrentAttempt);
        var change = new SmsRow(message.Id)
        {
            ProviderState = receipt.Code.Length <= 50 ? receipt.Code : receipt.Code.Substring(0, 50),
            ProviderTime = receipt.Time,
        };
        switch (verdict.Kind)
        {
            case DeliveryVerdictKind.Move:
                var to = verdict.To!.Value;
                change.DeliveredOn = to == MessageState.Delivered ? receipt.Time ?? now : (DateTime?)null;
                change.DeliveredAfter = Elapsed.Seconds(message.HandedOverOn, change.DeliveredOn);
                change.FailedOn = to is MessageState.Undelivered or MessageState.BlockedByOperator ? receipt.Time ?? now : (DateTime?)null;
                _messages.Receipt(change, to);
                return to;
            case DeliveryVerdictKind.SuspectedDouble:
                _messages.Receipt(new SmsRow(message.Id) { SuspectedDouble = true }, null);
                return null;
            default:
                return null;
        }
    }

    /// <summary>Closes messages whose receipt can no longer come.</summary>
    /// <returns>How many.</returns>
    public int CloseWithoutReceipt(IEnumerable<SmsRow> messages, TimeSpan validity, DateTime now)
    {
        var closed = 0;
        foreach (var message in messages)
        {
            if (DeliveryRules.HasLostItsReceipt(StateCodes.Read(message), message.HandedOverOn ?? now, now, validity))
            {
                _messages.Receipt(new SmsRow(message.Id), MessageState.SentWithoutReceipt);
                closed++;
            }
        }

        return closed;
    }
}
