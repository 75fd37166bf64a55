using System;
using System.Collections.Generic;
using System.Linq;
using smSys.Crm.Rows;
using smSys.Crm.Settings;
using smSys.Crm.Tables;
using smSys.Messaging.Delivery;
using smSys.Messaging.Numbers;
using smSys.Messaging.Providers;
using smSys.Plugins.Accounts;
using smSys.Plugins.Processes;
using smSys.Plugins.Tracking;

namespace smSys.Plugins.Receiving;

/// <summary>
/// Works off what a provider pushed and the server brought as a process row. Messages become rows like those that are read;
/// receipts are applied by reference or id. A receipt that matches nothing may be early: it is tried again for a day.
/// </summary>
public sealed class PushTick : IProcessTick
{
    private static readonly TimeSpan _longestWait = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public TickResult Run(Composition composition, SmsProcessRow process)
    {
        using var account = ProcessAccounts.Open(composition, process);
        var now = composition.Services.Clock();
        var reader = composition.Readers(account.Setting.ProviderKind.ToString()!, SettingOptions.Parse(account.Setting.Options));
        var items = PushedItem.Read(process.Input ?? string.Empty, now);
        var receipts = new List<DeliveryState>();
        var made = 0;
        var unread = 0;
        foreach (var item in items)
        {
            var answer = reader.Read(item.Request);
            unread += answer.Unread;
            receipts.AddRange(answer.Receipts);
            made += answer.Messages.Count(message => File(composition, account, message, now));
        }

        var unmatched = new ReceiptMatch(composition.Messages, account.Name).Apply(receipts, now);
        if (receipts.Count > unmatched)
        {
            new RowWriter(composition.Services.System).Update(new SmsSettingRow(account.Setting.Id) { LastReceiptOn = now }.Record);
        }

        var cameOn = items.Count == 0 ? now : items.Min(item => item.On);
        var summary = "Received " + made + ", receipts " + (receipts.Count - unmatched) + " of " + receipts.Count + ", not understood " + unread + ".";
        if (unmatched == 0 || DeliveryRules.IsOrphan(cameOn, now))
        {
            return TickResult.Over(summary);
        }

        // As long again as it has been waiting: a minute first, an hour at most.
        var waited = now - cameOn;
        var wait = waited < TimeSpan.FromMinutes(1) ? TimeSpan.FromMinutes(1) : waited;
        var result = TickResult.At(now + (wait < _longestWait ? wait : _longestWait), summary);
        result.Change.Pending = unmatched;
        return result;
    }

    private static bool File(Composition composition, AccountInUse account, ReceivedMessage message, DateTime now)
    {
        var line = composition.Lines.ReadByLine(account.Name, SenderLine.Normalise(message.Line));
        if (line is null)
        {
            composition.Services.Trace("A message was pushed for a line that nobody entered.");
            return false;
        }

        return composition.Messages.CreateOnce(InboundMessage.Row(message, line, line.CreatedOn ?? now, now, account.Setting.QuietTimeZone));
    }
}
