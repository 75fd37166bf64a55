using System.Collections.Generic;
using System.Globalization;
using smSys.Messaging.Providers;
using smSys.Providers.Codes;
using smSys.Providers.Http;
using smSys.Providers.Matching;
using smSys.Providers.Wire;

namespace smSys.Providers.ParsGreen;

/// <summary>Shapes of the REST service's requests and answers.</summary>
internal static class ParsGreenWire
{
    /// <summary>Body of Message/SendSms: one text to several recipients.</summary>
    public static string Send(IReadOnlyList<OutgoingMessage> messages, string numbers)
    {
        JsonWriter json = new JsonWriter().Open().Text("SmsBody", messages[0].Text).OpenArray("Mobiles");
        foreach (OutgoingMessage message in messages)
        {
            json.Item(NumberForms.Write(message.Recipient, numbers));
        }

        json.CloseArray();
        return (messages[0].Line.Length > 0 ? json.Text("SmsNumber", messages[0].Line) : json).Close().ToString();
    }

    /// <summary>A successful answer, or the fault that stands for it. HTTP 200 may carry a failure, so the flag decides.</summary>
    public static ProviderFault? Open(Exchange exchange, FaultTable errors, SecretMask mask, out WireNode root)
    {
        root = new WireNode("root", isNull: true);
        if (ExchangeFaults.WithoutAnswer(exchange) is ProviderFault fault)
        {
            return fault;
        }

        bool isWebPage = exchange.IsMedia("html");
        WireNode? read = isWebPage ? null : JsonText.Read(exchange.Body);
        if (read?.TextOf("R_Success") is null)
        {
            return exchange.Status == 401 && !isWebPage
                ? errors.Fault("401", read?.TextOf("Message"), mask) with { WholeCall = true }
                : ExchangeFaults.NotTheProtocol(exchange, mask);
        }

        string code = read.TextOf("R_Code") ?? exchange.Status.ToString(CultureInfo.InvariantCulture);
        string? words = read.TextOf("R_Error") ?? read.TextOf("R_Message");
        if (!read.IsTrue("R_Success"))
        {
            ProviderFault judged = errors.Fault(code, words, mask) with { WholeCall = true };
            return exchange.Status >= 500 ? judged with { Kind = ProviderFaultKind.Unclear } : judged;
        }

        if (!exchange.IsSuccess || (read.TextOf("R_Code") is string own && own != "0"))
        {
            return new ProviderFault(ProviderFaultKind.Unclear, "contradiction", mask.Clean("Success, and yet code " + code + ": " + words)) { WholeCall = true };
        }

        root = read;
        return null;
    }

    /// <summary>One element of <c>DataList</c>.</summary>
    public static AnsweredItem Sent(WireNode item)
    {
        string? id = item.TextOf("ReqID");
        SendOutcome outcome = ProviderId.IsPlain(id)
            ? SendOutcome.Accepted(id!)
            : SendOutcome.Unknown(new ProviderFault(ProviderFaultKind.Unclear, "no-id", "The answer names the message but gives no id."));
        return new AnsweredItem(null, item.TextOf("Mobile"), outcome);
    }

    /// <summary>Sender lines out of an answer whose shape is not documented: whatever in a list looks like a line.</summary>
    public static IReadOnlyList<string> Lines(WireNode root)
    {
        var lines = new List<string>();
        foreach (WireNode child in root.Children)
        {
            if (child.Children.Count > 0)
            {
                Collect(child, lines);
            }
        }

        return lines;
    }

    private static void Collect(WireNode node, List<string> lines)
    {
        foreach (WireNode child in node.Children)
        {
            if (child.Children.Count > 0)
            {
                Collect(child, lines);
            }
            else if (child.Name is "item" or "SmsNumber" or "Number" or "LineNumber" && IsLine(child.Text.Trim().TrimStart('+')) && !lines.Contains(child.Text.Trim().TrimStart('+')))
            {
                lines.Add(child.Text.Trim().TrimStart('+'));
            }
        }
    }

    private static bool IsLine(string text)
    {
        bool isLine = text.Length is >= 4 and <= 20;
        foreach (char c in text)
        {
            isLine = isLine && c is >= '0' and <= '9';
        }

        return isLine;
    }
}
