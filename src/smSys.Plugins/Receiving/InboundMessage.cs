using System;
using System.Globalization;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Messages;
using smSys.Crm.Tables;
using smSys.Messaging.Messages;
using smSys.Messaging.Numbers;
using smSys.Messaging.Providers;
using smSys.Messaging.Receiving;
using smSys.Messaging.Text;

namespace smSys.Plugins.Receiving;

/// <summary>Makes the row of an incoming message. Its id comes from what identifies the message, so it is made once.</summary>
public static class InboundMessage
{
    /// <summary>The row, Arrived, or Received when it is too old to act on.</summary>
    /// <param name="received">As the provider tells it.</param>
    /// <param name="line">The line it came in on; its owner owns the message.</param>
    /// <param name="lineCreatedOn">Nothing from before is acted on.</param>
    /// <param name="now">UTC.</param>
    /// <param name="timeZone">Of the setting.</param>
    public static SmsRow Row(ReceivedMessage received, SmsNumberRow line, DateTime lineCreatedOn, DateTime now, string? timeZone = null)
    {
        var parsed = PhoneNumberParser.Parse(received.Sender);
        var sender = parsed.IsValid ? parsed.Number.Digits : received.Sender.Trim();
        var identity = InboundIdentity.Of(line.Account ?? string.Empty, received, sender, line.Line ?? string.Empty, now);
        var isActedOn = PollingRules.IsActedOn(received.Time, lineCreatedOn, now);
        var text = SmsText.Measure(Cut(received.Text, 10000));
        var row = new SmsRow(identity.Id)
        {
            Subject = Subject(received.Text),
            Direction = Direction.Incoming,
            Text = text.Text,
            Encoding = text.Encoding == SmsEncoding.Gsm7 ? Crm.Tables.Encoding.GSM7 : Crm.Tables.Encoding.UCS2,
            Parts = text.Parts,
            PhoneNumber = Cut(sender, 20),
            NumberAsEntered = Cut(received.Sender, 100),
            NumberId = line.Reference,
            SettingId = line.SettingId,
            Account = line.Account,
            InboundKey = identity.Key,
            ProviderMessageId = received.ProviderMessageId,
            ProviderTime = received.Time ?? now,
            ArrivedOn = now,
            HourOfDay = HourOfDay.Of(now, timeZone),
            BusinessUnitId = line.OwningBusinessUnit,
            TeamId = line.OwnerId is { LogicalName: "team" } team ? team : null,
            ReceivedOn = isActedOn ? (DateTime?)null : now,
            IsAutomatic = false,
        };
        if (line.OwnerId is { } owner)
        {
            row.OwnerId = owner;
        }

        if (!isActedOn)
        {
            row.StateNote = received.Time is { } time
                ? "From " + time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " UTC: filed, not acted on."
                : "Filed, not acted on.";
        }

        StateCodes.Write(row.Record, isActedOn ? MessageState.Arrived : MessageState.Received);
        return row;
    }

    /// <summary>The first line of a text, as the subject of an activity; never empty.</summary>
    public static string Subject(string text)
    {
        var line = text.Replace('\r', ' ').Replace('\n', ' ').Trim();
        return line.Length == 0 ? "SMS" : Cut(line, 100);
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : text.Substring(0, most);
}
