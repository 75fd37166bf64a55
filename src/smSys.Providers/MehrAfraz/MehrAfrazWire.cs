using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using smSys.Messaging.Providers;
using smSys.Providers.Times;
using smSys.Providers.Wire;

namespace smSys.Providers.MehrAfraz;

/// <summary>Shapes of Mehr Afraz' SOAP requests and answers.</summary>
internal static class MehrAfrazWire
{
    /// <summary>SendSms1To1: arrays of equal length, one place a message.</summary>
    public static SoapEnvelope WriteEach(SoapEnvelope soap, IReadOnlyList<OutgoingMessage> messages, string numbers, MehrAfrazOptions options) => soap
        .Array("aBody", "string", messages.Select(message => message.Text))
        .Array("aMobileno", "string", messages.Select(message => NumberForms.Write(message.Recipient, numbers)))
        .Array("aGetid", "long", messages.Select(message => Number(message.Reference)))
        .Array("aCMessage", "int", messages.Select(_ => options.MessageClass))
        .Array("aFromNumber", "string", messages.Select(message => message.Line))
        .Array("atypeUnicodemessage", "int", messages.Select(message => PlainLatin.Fits(message.Text) ? options.Latin : options.Unicode))
        .Array("am_SchedulDate", "string", messages.Select(_ => string.Empty))
        .Value("nTypeSent", options.TypeSent)
        .Value("nSpeedsms", "0")
        .Value("nPeriodmin", "0");

    /// <summary>SendSms: one text and line for all.</summary>
    public static SoapEnvelope WriteSame(SoapEnvelope soap, IReadOnlyList<OutgoingMessage> messages, string numbers, MehrAfrazOptions options) => soap
        .Value("cBody", messages[0].Text)
        .Value("cSmsnumber", string.Join(",", messages.Select(message => NumberForms.Write(message.Recipient, numbers))))
        .Value("cGetid", Number(messages[0].Reference))
        .Value("nCMessage", options.MessageClass)
        .Value("nTypeSent", options.TypeSent)
        .Value("m_SchedulDate", string.Empty)
        .Value("cDomainname", options.Domain)
        .Value("cFromNumber", messages[0].Line)
        .Value("nSpeedsms", "0")
        .Value("nPeriodmin", "0")
        .Value("cstarttime", string.Empty)
        .Value("cEndTime", string.Empty);

    /// <summary>The values of an array, or of a text with commas between.</summary>
    public static List<string> Values(WireNode result)
    {
        IEnumerable<string> texts = result.Children.Count > 0 ? result.Children.Select(child => child.Text) : result.Text.Split(',');
        return texts.Select(text => text.Trim()).Where(text => text.Length > 0).ToList();
    }

    /// <summary>A number that the service gives to a message.</summary>
    public static bool IsId(string value) =>
        long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out long id) && id >= MehrAfrazCodes.FirstId;

    /// <summary>The parallel arrays of receivesmsLowLevel as messages, oldest first; null when their lengths differ.</summary>
    public static List<ReceivedMessage>? Received(WireNode answer, string line)
    {
        IReadOnlyList<WireNode> bodies = Items(answer, "aBody");
        IReadOnlyList<WireNode> senders = Items(answer, "aMobileno");
        IReadOnlyList<WireNode> ids = Items(answer, "aMessageid");
        IReadOnlyList<WireNode> dates = Items(answer, "aReceivedate");
        IReadOnlyList<WireNode> lines = Items(answer, "afromnumber");
        if (senders.Count != bodies.Count || ids.Count != bodies.Count || (dates.Count != bodies.Count && dates.Count > 0) || (lines.Count != bodies.Count && lines.Count > 0))
        {
            return null;
        }

        var messages = new List<ReceivedMessage>();
        for (int i = 0; i < bodies.Count; i++)
        {
            string id = ids[i].Text.Trim();
            string sender = senders[i].Text.Trim();
            if (IsPositive(id) && sender.Length > 0)
            {
                string to = lines.Count > 0 ? lines[i].Text.Trim() : string.Empty;
                messages.Add(new ReceivedMessage(id, sender, to.Length > 0 ? to : line, bodies[i].Text, dates.Count > 0 ? TehranTime.Parse(dates[i].Text) : null));
            }
        }

        messages.Sort((a, b) => IdOf(a).CompareTo(IdOf(b)));
        return messages;
    }

    public static long IdOf(ReceivedMessage message) => long.Parse(message.ProviderMessageId!, NumberStyles.None, CultureInfo.InvariantCulture);

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static bool IsPositive(string number) => long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out long value) && value > 0;

    private static IReadOnlyList<WireNode> Items(WireNode answer, string name) => answer[name]?.Children ?? [];
}
