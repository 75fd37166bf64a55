using System.Collections.Generic;
using System.Globalization;
using smSys.Messaging.Providers;
using smSys.Providers.Codes;
using smSys.Providers.Http;
using smSys.Providers.Matching;
using smSys.Providers.Wire;

namespace smSys.Providers.Asanak;

/// <summary>Shapes of Asanak's requests and answers (v2rest).</summary>
internal static class AsanakWire
{
    private static readonly string[] IdNames = ["msgid", "msg_id", "message_id", "messageId", "id"];
    private static readonly string[] RecipientNames = ["destination", "mobile", "receiver"];

    /// <summary>One text to many: recipients with commas between.</summary>
    public static void WriteSame(JsonWriter json, IReadOnlyList<OutgoingMessage> messages, string numbers, long toBlackList)
    {
        var recipients = new List<string>();
        foreach (OutgoingMessage message in messages)
        {
            recipients.Add(NumberForms.Write(message.Recipient, numbers));
        }

        json.Text("source", messages[0].Line).Text("destination", string.Join(",", recipients)).Text("message", messages[0].Text);
        WriteBlackList(json, toBlackList);
    }

    /// <summary>A text of its own to each.</summary>
    public static void WriteDifferent(JsonWriter json, IReadOnlyList<OutgoingMessage> messages, string numbers, long toBlackList)
    {
        json.OpenArray("data");
        foreach (OutgoingMessage message in messages)
        {
            json.Open()
                .Text("source", message.Line)
                .Text("destination", NumberForms.Write(message.Recipient, numbers))
                .Text("message", message.Text);
            WriteBlackList(json, toBlackList);
            json.Close();
        }

        json.CloseArray();
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
        WireNode? meta = root?["meta"];
        string? code = meta?.TextOf("status") ?? meta?.TextOf("code");
        if (code is null)
        {
            return ExchangeFaults.NotTheProtocol(exchange, mask);
        }

        if (code == AsanakCodes.Success && exchange.IsSuccess)
        {
            data = root!["data"] ?? data;
            return null;
        }

        string http = exchange.Status.ToString(CultureInfo.InvariantCulture);
        string key = errors.Knows(code + "/" + http) ? code + "/" + http : code;
        ProviderFault refusal = errors.Fault(key, meta!.TextOf("message"), mask) with { WholeCall = true };
        return exchange.Status >= 500 ? refusal with { Kind = ProviderFaultKind.Unclear } : refusal;
    }

    /// <summary>The items of a send's answer: ids, or objects that hold one.</summary>
    public static List<AnsweredItem> Sent(WireNode data, FaultTable errors, SecretMask mask)
    {
        var items = new List<AnsweredItem>();
        foreach (WireNode item in data.Children)
        {
            string? id = item.Children.Count == 0 ? item.Text.Trim() : First(item, IdNames);
            string? code = item.TextOf("status");
            SendOutcome outcome = id is not null && IsId(id)
                ? SendOutcome.Accepted(id)
                : code is not null and not AsanakCodes.Success
                    ? SendOutcome.From(errors.Fault(code, item.TextOf("message"), mask))
                    : SendOutcome.Unknown(new ProviderFault(ProviderFaultKind.Unclear, "no-id", mask.Clean("The answer gives no id: " + id)));
            items.Add(new AnsweredItem(null, First(item, RecipientNames), outcome));
        }

        return items;
    }

    /// <summary>A positive number.</summary>
    public static bool IsId(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long id) && id > 0;

    /// <summary>The vendor's own libraries and its documents spell the name differently; what is not known is ignored.</summary>
    private static void WriteBlackList(JsonWriter json, long toBlackList) =>
        json.Number("send_to_blacklist", toBlackList).Number("send_to_black_list", toBlackList);

    private static string? First(WireNode node, string[] names)
    {
        foreach (string name in names)
        {
            if (node.TextOf(name) is string text)
            {
                return text;
            }
        }

        return null;
    }
}
