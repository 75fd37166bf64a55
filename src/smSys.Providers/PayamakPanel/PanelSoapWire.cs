using System;
using System.Collections.Generic;
using smSys.Messaging.Providers;
using smSys.Providers.Http;
using smSys.Providers.Wire;

namespace smSys.Providers.PayamakPanel;

/// <summary>Shapes of the family's SOAP requests and answers.</summary>
internal static class PanelSoapWire
{
    /// <summary>The request of a send. The simple operations lack the arrays that come back by reference.</summary>
    public static SoapEnvelope Send(SoapEnvelope soap, string operation, IReadOnlyList<OutgoingMessage> messages, string numbers, bool textEach)
    {
        var recipients = new List<string>(messages.Count);
        var texts = new List<string>(messages.Count);
        foreach (OutgoingMessage message in messages)
        {
            recipients.Add(NumberForms.Write(message.Recipient, numbers));
            texts.Add(message.Text);
        }

        soap.Array("to", "string", recipients).Value("from", messages[0].Line);
        _ = textEach ? soap.Array("text", "string", texts) : soap.Value("text", texts[0]);
        soap.Flag("isflash", false);
        return operation.IndexOf("Simple", StringComparison.OrdinalIgnoreCase) >= 0
            ? soap
            : soap.Value("udh", string.Empty).Array("recId", "long", ["0"]).Value("status", string.Empty);
    }

    /// <summary>
    /// One outcome a message. The result is one number with ids and states in <c>recId</c> and <c>status</c> beside it, or, of
    /// the simple operations, an id or a code a message. Arrays have no names, so they count only at equal length.
    /// </summary>
    public static IReadOnlyList<SendOutcome> Sent(WireNode response, string operation, int count, PanelContract contract, SecretMask mask)
    {
        WireNode? result = response[operation + "Result"];
        if (result is { Children.Count: > 0 })
        {
            return Each(count, result.Children.Count, i => Element(result.Children[i].Text.Trim(), contract, mask));
        }

        string code = result?.Text.Trim() ?? string.Empty;
        IReadOnlyList<WireNode> ids = response["recId"]?.Children ?? [];
        if (code == contract.Success || contract.IsId(code))
        {
            bool[]? failed = Failures(response["status"], count);
            return count == 1 && ids.Count == 0 && contract.IsId(code)
                ? [SendOutcome.Accepted(code)]
                : Each(count, ids.Count, i => Element(ids[i].Text.Trim(), failed?[i] ?? false, contract, mask));
        }

        ProviderFault fault = code.Length == 0
            ? new ProviderFault(ProviderFaultKind.Unclear, "odd", "The answer holds no result.")
            : contract.Errors.Fault(code, null, mask);
        return Each(count, count, _ => SendOutcome.From(fault with { WholeCall = true }));
    }

    /// <summary>An id, also as <c>0-id</c>; else a code.</summary>
    public static SendOutcome Element(string text, PanelContract contract, SecretMask mask)
    {
        string id = text.StartsWith("0-", StringComparison.Ordinal) ? text.Substring(2) : text;
        return contract.IsId(id) ? SendOutcome.Accepted(id) : SendOutcome.From(contract.Errors.Fault(text, null, mask));
    }

    private static SendOutcome Element(string text, bool failed, PanelContract contract, SecretMask mask)
    {
        if (!failed)
        {
            return Element(text, contract, mask);
        }

        // Not sent, and yet an id: the code says why only when it is a documented one.
        bool says = text.Length > 0 && text != "0" && !contract.IsId(text) && contract.Errors.Knows(text);
        return SendOutcome.From(contract.Errors.Fault(says ? text : PayamakPanelCodes.NotSent, null, mask));
    }

    private static SendOutcome[] Each(int count, int answered, Func<int, SendOutcome> outcome)
    {
        var outcomes = new SendOutcome[count];
        for (int i = 0; i < count; i++)
        {
            outcomes[i] = answered == count
                ? outcome(i)
                : SendOutcome.Unknown(new ProviderFault(ProviderFaultKind.Unclear, "unmatched", "The provider's answer does not say what became of this message."));
        }

        return outcomes;
    }

    /// <summary>A byte a message, 0 sent and 1 not: base64 as ASMX writes bytes, or elements, or plain digits. Null: it says nothing.</summary>
    private static bool[]? Failures(WireNode? status, int count)
    {
        if (status is null)
        {
            return null;
        }

        byte[] bytes;
        if (status.Children.Count == count)
        {
            bytes = new byte[count];
            for (int i = 0; i < count; i++)
            {
                bytes[i] = status.Children[i].Text.Trim() == "1" ? (byte)1 : (byte)0;
            }
        }
        else
        {
            bytes = Bytes(status.Text.Trim(), count);
        }

        return bytes.Length == count ? Array.ConvertAll(bytes, b => b == 1) : null;
    }

    private static byte[] Bytes(string text, int count)
    {
        try
        {
            byte[] decoded = Convert.FromBase64String(text);
            if (decoded.Length == count)
            {
                return decoded;
            }
        }
        catch (FormatException)
        {
            // Then it is plain digits, or nothing that we know.
        }

        return text.Length == count ? Array.ConvertAll(text.ToCharArray(), c => (byte)(c - '0')) : [];
    }
}
