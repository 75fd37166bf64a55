using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using smSys.Crm.Messages;
using smSys.Crm.Rows;
using smSys.Crm.Tables;
using smSys.Messaging.Providers;

namespace smSys.Plugins.Tracking;

/// <summary>Finds the messages that receipts belong to: by our own reference where it is echoed, else by account and provider's id.</summary>
public sealed class ReceiptMatch
{
    private readonly MessageStore _messages;
    private readonly string _account;

    /// <summary>For receipts of one account.</summary>
    public ReceiptMatch(MessageStore messages, string account)
    {
        _messages = messages;
        _account = account;
    }

    /// <summary>Applies receipts in the order in which they came.</summary>
    /// <returns>How many belong to no message that is known by now.</returns>
    public int Apply(IReadOnlyList<DeliveryState> receipts, DateTime now)
    {
        var unmatched = 0;
        for (var start = 0; start < receipts.Count; start += RowReader.MostIds)
        {
            unmatched += ApplyPage(receipts.Skip(start).Take(RowReader.MostIds).ToArray(), now);
        }

        return unmatched;
    }

    private int ApplyPage(DeliveryState[] receipts, DateTime now)
    {
        var byReference = Index(
            Sms.Columns.Reference, receipts.Select(ReferenceOf).OfType<string>(), message => message.ReferenceColumn);
        var byId = Index(
            Sms.Columns.ProviderMessageId,
            receipts.Select(receipt => receipt.ProviderMessageId).Where(id => id.Length > 0),
            message => message.ProviderMessageId);
        var book = new Receipts(_messages);
        var unmatched = 0;
        var left = new SupersededAttempts(_messages, _account).Find(
            receipts.Where(receipt => Matching(receipt) is null).Select(ReferenceOf).OfType<string>(), now);
        foreach (var receipt in receipts)
        {
            var current = Matching(receipt);
            var message = current ?? (ReferenceOf(receipt) is { } old && left.TryGetValue(old, out var superseded) ? superseded : null);
            if (message is null)
            {
                unmatched++;
            }
            else if (book.Apply(message, receipt, now, isCurrentAttempt: current is not null) is { } state)
            {
                // The next receipt of the same message is judged by where this one took it.
                message.StatusCode = StateCodes.Of(state);
            }
        }

        return unmatched;

        SmsRow? Matching(DeliveryState receipt) =>
            ReferenceOf(receipt) is { } reference && byReference.TryGetValue(reference, out var referred) ? referred
            : byId.TryGetValue(receipt.ProviderMessageId, out var named) ? named
            : null;
    }

    private Dictionary<string, SmsRow> Index(string column, IEnumerable<string> values, Func<SmsRow, string?> key)
    {
        var wanted = values.Distinct(StringComparer.Ordinal).ToArray();
        return wanted.Length == 0
            ? new Dictionary<string, SmsRow>(StringComparer.Ordinal)
            : _messages.Find(MessageQueries.OfAccount(_account, column, wanted))
                .GroupBy(message => key(message) ?? string.Empty, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
    }

    private static string? ReferenceOf(DeliveryState receipt) => receipt.Reference?.ToString(CultureInfo.InvariantCulture);
}
