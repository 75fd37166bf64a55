using System;
using System.Collections.Generic;
using System.Globalization;
using smSys.Messaging.Providers;
using smSys.Providers.Codes;
using smSys.Providers.Http;
using smSys.Providers.Matching;
using smSys.Providers.Times;
using smSys.Providers.Wire;

namespace smSys.Providers.Atieh;

/// <summary>Shapes of Atieh Dadeh Pardaz' SOAP requests and answers, in the order of its schema.</summary>
internal static class AtiehWire
{
    private const string TextMessage = "1";
    private const string Latin = "1";
    private const string Unicode = "2";

    /// <summary>One text to many.</summary>
    /// <param name="soap">With the credentials.</param>
    /// <param name="messages">All with the same line and text.</param>
    /// <param name="numbers">Form of the recipients.</param>
    /// <param name="omitsTime">Leave out the time at which to send, instead of saying that it has no value.</param>
    public static SoapEnvelope WriteSame(SoapEnvelope soap, IReadOnlyList<OutgoingMessage> messages, string numbers, bool omitsTime)
    {
        soap.Value("sourceNo", messages[0].Line);
        foreach (OutgoingMessage message in messages)
        {
            soap.Value("destNo", NumberForms.Write(message.Recipient, numbers));
        }

        soap.Value("sourcePort", string.Empty).Value("destPort", string.Empty);
        foreach (OutgoingMessage message in messages)
        {
            soap.Value("clientId", Number(message.Reference));
        }

        soap.Value("messageType", TextMessage).Value("encoding", Encoding(messages[0].Text)).Flag("longSupported", true);
        return (omitsTime ? soap : soap.Nil("dueTime")).Value("content", messages[0].Text);
    }

    /// <summary>A text of its own to each: one element a message, so that ids stand in the order of the messages.</summary>
    public static SoapEnvelope WriteDifferent(SoapEnvelope soap, IReadOnlyList<OutgoingMessage> messages, string numbers, bool omitsTime)
    {
        soap.Value("shortNumber", messages[0].Line).Value("sourcePort", string.Empty).Value("destPort", string.Empty)
            .Value("messageType", TextMessage).Flag("longSupported", true);
        foreach (OutgoingMessage message in messages)
        {
            soap.Open("messages")
                .Value("content", message.Text)
                .Value("encoding", Encoding(message.Text))
                .Open("phoneNumbers").Value("item", NumberForms.Write(message.Recipient, numbers)).Close()
                .Open("clientIds").Value("item", Number(message.Reference)).Close();
            (omitsTime ? soap : soap.Nil("dueTime")).Close();
        }

        return soap;
    }

    /// <summary>The ids of a send's result, by position.</summary>
    public static List<AnsweredItem> Sent(WireNode result, FaultTable errors, SecretMask mask)
    {
        var items = new List<AnsweredItem>();
        foreach (WireNode id in result["id"]?.Children ?? [])
        {
            string text = id.Text.Trim();
            items.Add(new AnsweredItem(null, null, IsId(text) ? SendOutcome.Accepted(text) : SendOutcome.From(errors.Fault(text, null, mask))));
        }

        return items;
    }

    /// <summary>The rows of an array; none when it is said to be empty; null when it is not there at all.</summary>
    public static IReadOnlyList<WireNode>? Rows(WireNode result, string name)
    {
        foreach (WireNode child in result.Children)
        {
            if (string.Equals(child.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return child.Children;
            }
        }

        return null;
    }

    /// <summary>An incoming message; null when the element is none.</summary>
    public static ReceivedMessage? Received(WireNode row)
    {
        string? id = row.TextOf("id");
        string? sender = row.TextOf("from");
        return id is null || sender is null || !IsId(id)
            ? null
            : new ReceivedMessage(
                id, sender, row.TextOf("to") ?? string.Empty, row["content"]?.Text ?? string.Empty, TehranTime.Parse(row.TextOf("time")));
    }

    /// <summary>A positive number.</summary>
    public static bool IsId(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long id) && id > 0;

    /// <summary>As the service writes numbers.</summary>
    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Encoding(string text) => PlainLatin.Fits(text) ? Latin : Unicode;
}
