using System;
using System.Collections.Generic;
using System.Globalization;
using smSys.Messaging.Providers;
using smSys.Providers.Codes;
using smSys.Providers.Http;
using smSys.Providers.Matching;
using smSys.Providers.Times;
using smSys.Providers.Wire;

namespace smSys.Providers.Ghasedak;

/// <summary>Shapes of Ghasedak's requests and answers.</summary>
internal static class GhasedakWire
{
    /// <summary>Body of SendSingleSMS.</summary>
    public static string Single(OutgoingMessage message, string numbers)
    {
        JsonWriter json = new JsonWriter().Open();
        WriteMessage(json, message, numbers);
        return json.Flag("udh", false).Close().ToString();
    }

    /// <summary>Body of SendPairToPairSMS.</summary>
    public static string PairToPair(IReadOnlyList<OutgoingMessage> messages, string numbers)
    {
        JsonWriter json = new JsonWriter().Open().OpenArray("items");
        foreach (OutgoingMessage message in messages)
        {
            json.Open();
            WriteMessage(json, message, numbers);
            json.Close();
        }

        return json.CloseArray().Flag("udh", false).Close().ToString();
    }

    /// <summary>The envelope's <c>data</c>, or the fault that stands for it.</summary>
    public static ProviderFault? Open(Exchange exchange, FaultTable errors, SecretMask mask, out WireNode data)
    {
        data = new WireNode("data", isNull: true);
        if (ExchangeFaults.WithoutAnswer(exchange) is ProviderFault fault)
        {
            return fault;
        }

        WireNode? root = exchange.IsMedia("json", "text/plain") ? JsonText.Read(exchange.Body) : null;
        string? verdict = root?.TextOf("isSuccess");
        if (root is null || verdict is null)
        {
            // The vendor's gateway answers a wrong key with a bare 401; a web page under that status is somebody else's.
            return exchange.Status == 401 && exchange.Body.Length == 0
                ? new ProviderFault(ProviderFaultKind.SignIn, "401", "HTTP 401 without words.") { WholeCall = true }
                : ExchangeFaults.NotTheProtocol(exchange, mask);
        }

        if (exchange.IsSuccess && root.IsTrue("isSuccess"))
        {
            data = root["data"] ?? data;
            return null;
        }

        string code = root.TextOf("statusCode") ?? exchange.Status.ToString(CultureInfo.InvariantCulture);
        ProviderFaultKind kind = root.IsTrue("isSuccess") || exchange.Status >= 500 ? ProviderFaultKind.Unclear : errors.Judge(code);
        string words = root.TextOf("message") ?? "HTTP " + exchange.Status.ToString(CultureInfo.InvariantCulture) + " without words.";
        return new ProviderFault(kind, mask.Clean(code), mask.Clean(words)) { WholeCall = true };
    }

    /// <summary>One element of a send's answer.</summary>
    public static AnsweredItem Sent(WireNode item)
    {
        string? id = item.TextOf("messageId");
        SendOutcome outcome = ProviderId.IsPlain(id)
            ? SendOutcome.Accepted(id!, item.NumberOf("cost"))
            : SendOutcome.Unknown(new ProviderFault(ProviderFaultKind.Unclear, "no-id", "The answer names the message but gives no id."));
        return new AnsweredItem(item.TextOf("clientReferenceId"), item.TextOf("receptor"), outcome);
    }

    /// <summary>An incoming message; null when the element is none.</summary>
    public static ReceivedMessage? Received(WireNode item)
    {
        string? id = item.TextOf("id");
        string? sender = item.TextOf("sender");
        return id is null || sender is null
            ? null
            : new ReceivedMessage(
                id, sender, item.TextOf("lineNumber") ?? string.Empty, item["message"]?.Text ?? string.Empty, TehranTime.Parse(item.TextOf("receiveDate")));
    }

    /// <summary>Escaped and joined by commas, as the query of CheckSmsStatus wants them.</summary>
    public static string Join(IEnumerable<string> ids)
    {
        var escaped = new List<string>();
        foreach (string id in ids)
        {
            escaped.Add(Uri.EscapeDataString(id));
        }

        return string.Join(",", escaped);
    }

    private static void WriteMessage(JsonWriter json, OutgoingMessage message, string numbers)
    {
        if (message.Line.Length > 0)
        {
            json.Text("lineNumber", message.Line);
        }

        json.Text("receptor", NumberForms.Write(message.Recipient, numbers))
            .Text("message", message.Text)
            .Text("clientReferenceId", message.Reference.ToString(CultureInfo.InvariantCulture));
    }
}
