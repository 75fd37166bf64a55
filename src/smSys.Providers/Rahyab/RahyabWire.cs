using System;
using System.Collections.Generic;
using System.Globalization;
using smSys.Messaging.Providers;
using smSys.Providers.Codes;
using smSys.Providers.Http;
using smSys.Providers.Matching;
using smSys.Providers.Times;
using smSys.Providers.Wire;

namespace smSys.Providers.Rahyab;

/// <summary>Shapes of Rahyab's SOAP requests and answers.</summary>
internal static class RahyabWire
{
    public static void WriteMessage(SoapEnvelope soap, OutgoingMessage message, string numbers) => soap
        .Open("DataSendIn")
        .Value("ClientID", message.Reference.ToString(CultureInfo.InvariantCulture))
        .Value("ShortCode", message.Line)
        .Value("Cellphone", NumberForms.Write(message.Recipient, numbers))
        .Value("Message", message.Text)
        .Flag("Farsi", !PlainLatin.Fits(message.Text))
        .Flag("Flash", false)
        .Value("UDH", string.Empty)
        .Value("ServiceID", string.Empty)
        .Close();

    /// <summary>One DataSendOut: an id above zero is accepted, unless its status says an error.</summary>
    public static AnsweredItem Sent(WireNode item, FaultTable errors, SecretMask mask)
    {
        string? reference = item.TextOf("ClientID");
        string id = item.TextOf("ServerID") ?? string.Empty;
        string status = item.TextOf("Status") ?? string.Empty;
        bool says = status.StartsWith(RahyabCodes.ErrorMark, StringComparison.OrdinalIgnoreCase);
        SendOutcome outcome;
        if (IsPositive(id))
        {
            outcome = says
                ? SendOutcome.Unknown(new ProviderFault(ProviderFaultKind.Unclear, "contradiction", mask.Clean("An id and yet: " + status)))
                : SendOutcome.Accepted(id);
        }
        else
        {
            outcome = SendOutcome.From(Fault(says || id.Length == 0 ? status : id, status, errors, mask));
        }

        // 0 and -1 are no reference of ours: the service names nobody there.
        return new AnsweredItem(reference is null || !IsPositive(reference) ? null : reference, null, outcome);
    }

    /// <summary>A judged error text, code and words.</summary>
    public static ProviderFault Fault(string code, string words, FaultTable errors, SecretMask mask)
    {
        string key = RahyabCodes.Key(code);
        return new ProviderFault(errors.Judge(key), mask.Clean(key.Length == 0 ? "odd" : key), mask.Clean(words.Length == 0 ? key : words));
    }

    /// <summary>An incoming row; null when the element is none.</summary>
    public static ReceivedMessage? Received(WireNode row)
    {
        string? id = row.TextOf("RowID");
        string? sender = row.TextOf("Sender");
        return id is null || sender is null || !IsPositive(id)
            ? null
            : new ReceivedMessage(
                id, sender, row.TextOf("Receiver") ?? string.Empty, row["Message"]?.Text ?? string.Empty, TehranTime.Parse(row.TextOf("DateTime")));
    }

    /// <summary><c>client,server;client,-1</c> as pairs; null when it is not of that form.</summary>
    public static List<KeyValuePair<string, string>>? Pairs(string text)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        foreach (string part in text.Split(';'))
        {
            if (part.Trim().Length == 0)
            {
                continue;
            }

            string[] two = part.Split(',');
            if (two.Length != 2 || !IsWhole(two[0].Trim()) || !IsWhole(two[1].Trim()))
            {
                return null;
            }

            pairs.Add(new KeyValuePair<string, string>(two[0].Trim(), two[1].Trim()));
        }

        return pairs;
    }

    public static bool IsPositive(string number) =>
        long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out long value) && value > 0;

    private static bool IsWhole(string number) => long.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
}
