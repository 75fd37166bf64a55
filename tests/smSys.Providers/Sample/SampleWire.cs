using System.Globalization;
using smSys.Messaging.Providers;
using smSys.Providers.Codes;
using smSys.Providers.Http;
using smSys.Providers.Matching;
using smSys.Providers.Times;
using smSys.Providers.Wire;

namespace smSys.Providers.Tests.Sample;

/// <summary>Step 2 of the walk-through: the shapes of requests and answers.</summary>
internal static class SampleWire
{
    /// <summary>Body of a send; all messages have one line.</summary>
    public static string Messages(IReadOnlyList<OutgoingMessage> messages, string numbers)
    {
        JsonWriter json = new JsonWriter().Open().Text("from", messages[0].Line).OpenArray("messages");
        foreach (OutgoingMessage message in messages)
        {
            json.Open().Text("to", NumberForms.Write(message.Recipient, numbers)).Text("text", message.Text).Text("clientId", Digits(message.Reference)).Close();
        }

        return json.CloseArray().Close().ToString();
    }

    /// <summary>The root of a successful answer, or the fault that stands for it.</summary>
    public static ProviderFault? Open(Exchange exchange, FaultTable errors, SecretMask mask, out WireNode root)
    {
        root = new WireNode("root", isNull: true);
        if (ExchangeFaults.WithoutAnswer(exchange) is ProviderFault fault)
        {
            return fault;
        }

        WireNode? answer = exchange.IsMedia("json") ? JsonText.Read(exchange.Body) : null;
        if (answer is null || (exchange.IsSuccess && !answer.IsTrue("ok")) || (!exchange.IsSuccess && answer["error"] is null))
        {
            return ExchangeFaults.NotTheProtocol(exchange, mask);
        }

        if (exchange.IsSuccess)
        {
            root = answer;
            return null;
        }

        // A server that is in trouble may say anything, also after it stored the messages.
        string code = answer["error"]!.TextOf("code") ?? Digits(exchange.Status);
        return exchange.Status >= 500
            ? new ProviderFault(ProviderFaultKind.Unclear, mask.Clean(code), "HTTP " + Digits(exchange.Status)) { WholeCall = true }
            : errors.Fault(code, answer["error"]!.TextOf("message"), mask) with { WholeCall = true };
    }

    /// <summary>One element of a send's answer.</summary>
    public static AnsweredItem Sent(WireNode item, FaultTable errors, SecretMask mask)
    {
        string? id = item.TextOf("id");
        SendOutcome outcome = item.IsTrue("accepted") && ProviderId.IsPlain(id) ? SendOutcome.Accepted(id!, item.NumberOf("cost"))
            : item["error"]?.TextOf("code") is string code && !item.IsTrue("accepted") ? SendOutcome.From(errors.Fault(code, item["error"]!.TextOf("message"), mask))
            : SendOutcome.Unknown(new ProviderFault(ProviderFaultKind.Unclear, "odd", "The answer names the message but says neither an id nor an error."));
        return new AnsweredItem(item.TextOf("clientId"), item.TextOf("to"), outcome);
    }

    /// <summary>An incoming message; null when the element is none.</summary>
    public static ReceivedMessage? Received(WireNode item) => item.TextOf("id") is string id && item.TextOf("from") is string sender
        ? new ReceivedMessage(id, sender, item.TextOf("to") ?? string.Empty, item["text"]?.Text ?? string.Empty, TehranTime.Parse(item.TextOf("receivedAt")))
        : null;

    public static string Digits(long number) => number.ToString(CultureInfo.InvariantCulture);
}
