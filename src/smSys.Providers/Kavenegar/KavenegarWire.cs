using System;
using System.Collections.Generic;
using System.Globalization;
using smSys.Messaging.Providers;
using smSys.Providers.Codes;
using smSys.Providers.Http;
using smSys.Providers.Matching;
using smSys.Providers.Times;
using smSys.Providers.Wire;

namespace smSys.Providers.Kavenegar;

/// <summary>Shapes of Kavenegar's requests and answers.</summary>
internal static class KavenegarWire
{
    /// <summary>The form of sms/sendarray: JSON arrays in fields, of equal length.</summary>
    public static string Batch(IReadOnlyList<OutgoingMessage> messages, string numbers, bool localIdsAsJson)
    {
        JsonWriter receptors = new JsonWriter().OpenList();
        JsonWriter senders = new JsonWriter().OpenList();
        JsonWriter texts = new JsonWriter().OpenList();
        JsonWriter references = new JsonWriter().OpenList();
        var joined = new List<string>(messages.Count);
        foreach (OutgoingMessage message in messages)
        {
            string reference = message.Reference.ToString(CultureInfo.InvariantCulture);
            receptors.Item(NumberForms.Write(message.Recipient, numbers));
            senders.Item(message.Line);
            texts.Item(message.Text);
            references.Item(reference);
            joined.Add(reference);
        }

        return new FormText()
            .Field("receptor", receptors.CloseArray().ToString())
            .Field("sender", senders.CloseArray().ToString())
            .Field("message", texts.CloseArray().ToString())
            .Field("localmessageids", localIdsAsJson ? references.CloseArray().ToString() : string.Join(",", joined))
            .ToString();
    }

    /// <summary>The envelope's <c>entries</c> inside <paramref name="root"/>, or the fault that stands for them.</summary>
    public static ProviderFault? Open(Exchange exchange, FaultTable errors, SecretMask mask, out WireNode root)
    {
        root = new WireNode("root", isNull: true);
        if (ExchangeFaults.WithoutAnswer(exchange) is ProviderFault fault)
        {
            return fault;
        }

        WireNode? read = exchange.IsMedia("json", "text/plain") ? JsonText.Read(exchange.Body) : null;
        WireNode? verdict = read?["return"];
        if (read is null || verdict?.TextOf("status") is not string code)
        {
            return ExchangeFaults.NotTheProtocol(exchange, mask);
        }

        bool isOk = code == "200";
        if (isOk && exchange.IsSuccess)
        {
            root = read;
            return null;
        }

        ProviderFaultKind kind = isOk || exchange.Status >= 500 ? ProviderFaultKind.Unclear : errors.Judge(code);
        string words = verdict.TextOf("message") ?? "HTTP " + exchange.Status.ToString(CultureInfo.InvariantCulture) + " without words.";
        return new ProviderFault(kind, mask.Clean(code), mask.Clean(words)) { WholeCall = true };
    }

    /// <summary>
    /// The entries of a send. They name the recipient only; where each stands at its message's place and names its recipient,
    /// the place tells the message, so that two messages to one recipient are told apart.
    /// </summary>
    public static List<AnsweredItem> Sent(IReadOnlyList<OutgoingMessage> messages, IReadOnlyList<WireNode> entries)
    {
        var items = new List<AnsweredItem>(entries.Count);
        bool inOrder = entries.Count == messages.Count;
        for (int i = 0; i < entries.Count; i++)
        {
            string? receptor = entries[i].TextOf("receptor");
            inOrder = inOrder && receptor is not null && receptor.EndsWith(NumberForms.Write(messages[i].Recipient, "9"), StringComparison.Ordinal);
            items.Add(new AnsweredItem(null, receptor, Outcome(entries[i])));
        }

        for (int i = 0; inOrder && i < items.Count; i++)
        {
            items[i] = items[i] with { Reference = messages[i].Reference.ToString(CultureInfo.InvariantCulture) };
        }

        return items;
    }

    /// <summary>A message id: a positive number.</summary>
    public static bool IsId(string? id) => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out long number) && number > 0;

    /// <summary>An incoming message; null when the entry is none.</summary>
    public static ReceivedMessage? Received(WireNode entry)
    {
        string? id = entry.TextOf("messageid");
        string? sender = entry.TextOf("sender");
        return !IsId(id) || sender is null
            ? null
            : new ReceivedMessage(
                id, sender, entry.TextOf("receptor") ?? string.Empty, entry["message"]?.Text ?? string.Empty, UnixTime.Parse(entry.TextOf("date")));
    }

    /// <summary>An id makes it accepted, whatever its state: a filtered message has one too, and its state tells.</summary>
    private static SendOutcome Outcome(WireNode entry)
    {
        string? id = entry.TextOf("messageid");
        return IsId(id) && entry.TextOf("status") != KavenegarCodes.NoSuchMessage
            ? SendOutcome.Accepted(id!, entry.NumberOf("cost"))
            : SendOutcome.Unknown(new ProviderFault(ProviderFaultKind.Unclear, "no-id", "The answer names the message but gives no id."));
    }
}
