using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using smSys.Messaging.Providers;
using smSys.Providers.Times;
using smSys.Providers.Wire;

namespace smSys.Providers.Tooba;

/// <summary>Shapes of Tooba's requests and answers (SOAP, rpc/encoded).</summary>
internal static class ToobaWire
{
    /// <summary>sendSms: arrays of equal length, one place a message, and one reference for the whole call.</summary>
    public static RpcEnvelope Write(RpcEnvelope soap, IReadOnlyList<OutgoingMessage> messages, string numbers, string messageClass) => soap
        .Texts("sms_number", messages.Select(message => message.Line).ToArray())
        .Texts("mobile", messages.Select(message => NumberForms.Write(message.Recipient, numbers)).ToArray())
        .Texts("msg", messages.Select(message => message.Text).ToArray())
        .Texts("mclass", messages.Select(_ => messageClass).ToArray())
        .Text("messageid", messages[0].Reference.ToString(CultureInfo.InvariantCulture));

    /// <summary>The numbers of an array.</summary>
    public static List<string> Values(WireNode result) =>
        (result.Children.Count > 0 ? result.Children.Select(child => child.Text) : [result.Text]).Select(text => text.Trim()).Where(text => text.Length > 0).ToList();

    /// <summary>A number that the service gives to a message.</summary>
    public static bool IsId(string value) =>
        long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out long id) && id > ToobaCodes.LastCode;

    /// <summary>A number that the service can be asked about: its ids are 32 bits.</summary>
    public static bool IsAskable(string id) => IsId(id) && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    /// <summary>An incoming message; null when the element is none.</summary>
    public static ReceivedMessage? Received(WireNode row)
    {
        string? id = row.TextOf("id");
        string? sender = row.TextOf("phone");
        string? date = row.TextOf("date");
        return id is null || sender is null || !IsPositive(id)
            ? null
            : new ReceivedMessage(id, sender, row.TextOf("sms_number") ?? string.Empty, row["msg"]?.Text ?? string.Empty, TehranTime.Parse(date) ?? UnixTime.Parse(date));
    }

    public static long IdOf(ReceivedMessage message) => long.Parse(message.ProviderMessageId!, NumberStyles.None, CultureInfo.InvariantCulture);

    private static bool IsPositive(string number) => long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out long value) && value > 0;
}
