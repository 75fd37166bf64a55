using System;
using System.Collections.Generic;
using System.Globalization;
using smSys.Messaging.Providers;
using smSys.Providers.Codes;
using smSys.Providers.Http;
using smSys.Providers.Matching;
using smSys.Providers.Wire;

namespace smSys.Providers.Rahyab;

/// <summary>
/// Rahyab Payam Gostar's business service (rahyabbulk, SMS.asmx). The user name may be the panel's token, then the password
/// is any word of five characters or more; so both count as secrets.
/// </summary>
public sealed class RahyabProvider : ProviderAdapter
{
    /// <summary>The stable name.</summary>
    public const string Kind = "rahyab";

    /// <summary>The option that names the XML namespace, because installations differ.</summary>
    public const string NamespaceOption = "namespace";

    private const int Most = 100;
    private const int InboxPage = 50;
    private readonly Uri _endpoint;
    private readonly string _namespace;
    private readonly FaultTable _errors;
    private readonly StateTable _states;

    /// <summary>An adapter for an account.</summary>
    public RahyabProvider(ProviderAccount account, ProviderSurroundings surroundings)
        : base(account, surroundings, account.UserName)
    {
        _endpoint = AddressRules.Endpoint(account.Address, "/WebService/SMS.asmx");
        _namespace = Option(NamespaceOption, "http://srv-pardis.sms1000.ir/");
        _errors = RahyabCodes.Errors.With(account.Options);
        _states = RahyabCodes.States.With(account.Options);
    }

    /// <inheritdoc/>
    public override ProviderCapabilities Capabilities { get; } = new()
    {
        SendLimit = Most,
        AskLimit = Most,
        StateLimit = Most,
        ReceiveLimit = InboxPage,
        HasBalance = true,
        HasLines = true,
        SendPace = TimeSpan.FromSeconds(3),
        StatePace = TimeSpan.FromSeconds(1),
        ReceivePace = TimeSpan.FromSeconds(3),
        StateWindow = TimeSpan.FromHours(24),
    };

    private protected override ProviderAnswer<ReceivedPage> ReceivePage(ReceiveRequest request)
    {
        long last = long.TryParse(request.Cursor, NumberStyles.None, CultureInfo.InvariantCulture, out long row) ? row : 0;
        SoapEnvelope soap = SignedIn("doReceiveSMSArray").Value("uLastRowID", last.ToString(CultureInfo.InvariantCulture));
        ProviderFault? fault = Call("doReceiveSMSArray", soap, Account.SingleTimeout, out WireNode result);
        if (fault is not null)
        {
            return new ProviderAnswer<ReceivedPage>(fault);
        }

        var messages = new List<ReceivedMessage>();
        foreach (WireNode item in result.Children)
        {
            if (RahyabWire.Received(item) is ReceivedMessage message)
            {
                messages.Add(message);
                last = Math.Max(last, RowOf(message));
            }
            else if (item.TextOf("Message") is string text && text.StartsWith(RahyabCodes.ErrorMark, StringComparison.OrdinalIgnoreCase))
            {
                return new ProviderAnswer<ReceivedPage>(RahyabWire.Fault(text, text, _errors, Mask) with { WholeCall = true });
            }
        }

        messages.Sort((a, b) => RowOf(a).CompareTo(RowOf(b)));
        bool more = result.Children.Count >= InboxPage && messages.Count > 0;
        return new ProviderAnswer<ReceivedPage>(new ReceivedPage(messages, last.ToString(CultureInfo.InvariantCulture), more));
    }

    /// <inheritdoc/>
    public override ProviderAnswer<Balance> GetBalance()
    {
        ProviderFault? fault = CallForText("doGetInfo", SignedIn("doGetInfo"), out string text);
        if (fault is not null)
        {
            return new ProviderAnswer<Balance>(fault);
        }

        string[] parts = text.Split(';');
        BalanceUnit unit = Enum.TryParse(Option("unit", "Unknown"), ignoreCase: true, out BalanceUnit named) ? named : BalanceUnit.Unknown;
        return parts.Length >= 2 && parts[0].Trim() == "OK"
            && decimal.TryParse(parts[1], NumberStyles.Number, CultureInfo.InvariantCulture, out decimal credit)
                ? new ProviderAnswer<Balance>(new Balance(credit, unit))
                : new ProviderAnswer<Balance>(Odd(text));
    }

    /// <inheritdoc/>
    public override ProviderAnswer<IReadOnlyList<string>> GetLines()
    {
        ProviderFault? fault = CallForText("getInfoXML", SignedIn("getInfoXML"), out string text);
        WireNode? root = fault is null ? XmlText.Read(text) : null;
        if (root is null)
        {
            return new ProviderAnswer<IReadOnlyList<string>>(fault ?? Odd(text));
        }

        var lines = new List<string>();
        foreach (WireNode line in root.All("ShortCode"))
        {
            if (line.Text.Trim().Length > 0)
            {
                lines.Add(line.Text.Trim());
            }
        }

        return new ProviderAnswer<IReadOnlyList<string>>(lines);
    }

    private protected override IReadOnlyList<SendOutcome> SendBatch(IReadOnlyList<OutgoingMessage> messages)
    {
        string numbers = Option(NumberForms.OptionName, "09");
        SoapEnvelope soap = SignedIn("doSendSMSArrayC").Open("uDataSendIn");
        foreach (OutgoingMessage message in messages)
        {
            RahyabWire.WriteMessage(soap, message, numbers);
        }

        ProviderFault? fault = Call("doSendSMSArrayC", soap.Close(), SendTimeout(messages.Count), out WireNode result);
        if (fault is not null)
        {
            return AllTo(messages, fault);
        }

        var items = new List<AnsweredItem>();
        foreach (WireNode item in result.Children)
        {
            items.Add(RahyabWire.Sent(item, _errors, Mask));
        }

        // A refusal of the whole call may come as one row that names nobody.
        return items.Count == 1 && messages.Count > 1 && items[0] is { Reference: null, Outcome.Kind: SendOutcomeKind.Rejected } refusal
            ? AllTo(messages, refusal.Outcome.Fault! with { WholeCall = true })
            : AnswerMatcher.Match(messages, items);
    }

    private protected override IReadOnlyList<ReferenceAnswer> AskBatch(IReadOnlyList<long> references)
    {
        string joined = string.Join(";", references);
        SoapEnvelope soap = new SoapEnvelope("doCheckClientID", _namespace).Value("uUsername", Account.UserName).Value("uClientIDs", joined);
        ProviderFault? fault = CallForText("doCheckClientID", soap, out string text);
        List<KeyValuePair<string, string>>? pairs = fault is null ? RahyabWire.Pairs(text) : null;
        if (pairs is null)
        {
            return AllUnsaid(references, fault ?? Odd(text));
        }

        var answers = new ReferenceAnswer[references.Count];
        for (int i = 0; i < answers.Length; i++)
        {
            answers[i] = AnswerOf(references[i], pairs);
        }

        return answers;
    }

    private protected override ProviderAnswer<IReadOnlyList<DeliveryState>> StatesOf(IReadOnlyList<string> ids)
    {
        SoapEnvelope soap = new SoapEnvelope("doGetDelivery", _namespace)
            .Value("uUsername", Account.UserName).Value("uReturnIDs", string.Join(";", ids));
        ProviderFault? fault = CallForText("doGetDelivery", soap, out string text);
        string[] codes = text.Trim().TrimEnd(';').Split(';');
        if (fault is not null || codes.Length != ids.Count)
        {
            // The numbers stand by position only, so an answer of another length says nothing about anybody.
            return new ProviderAnswer<IReadOnlyList<DeliveryState>>(fault ?? Odd(text));
        }

        var states = new List<DeliveryState>();
        for (int i = 0; i < codes.Length; i++)
        {
            states.Add(new DeliveryState(ids[i], _states.Judge(codes[i]), Mask.Clean(codes[i])));
        }

        return new ProviderAnswer<IReadOnlyList<DeliveryState>>(states);
    }

    private ReferenceAnswer AnswerOf(long reference, List<KeyValuePair<string, string>> pairs)
    {
        string ours = reference.ToString(CultureInfo.InvariantCulture);
        ReferenceAnswer? absent = null;
        foreach (KeyValuePair<string, string> pair in pairs)
        {
            if (pair.Key != ours)
            {
                continue;
            }

            if (RahyabWire.IsPositive(pair.Value))
            {
                return new ReferenceAnswer(reference, ReferenceAnswerKind.Found, pair.Value);
            }

            absent = pair.Value == "-1" ? new ReferenceAnswer(reference, ReferenceAnswerKind.Absent) : null;
        }

        return absent ?? new ReferenceAnswer(reference, ReferenceAnswerKind.CannotSay, Fault: Odd("The answer leaves out a reference we asked about."));
    }

    private ProviderFault? CallForText(string operation, SoapEnvelope soap, out string text)
    {
        ProviderFault? fault = Call(operation, soap, Account.SingleTimeout, out WireNode result);
        text = result.Text.Trim();
        return fault ?? (RahyabCodes.Key(text).StartsWith(RahyabCodes.ErrorMark, StringComparison.OrdinalIgnoreCase)
            ? RahyabWire.Fault(text, text, _errors, Mask) with { WholeCall = true }
            : null);
    }

    private ProviderFault? Call(string operation, SoapEnvelope soap, TimeSpan timeout, out WireNode result)
    {
        WireRequest request = WireRequest.Post(operation, _endpoint, soap.Finish(), SoapEnvelope.ContentType, timeout)
            .With([new KeyValuePair<string, string>("SOAPAction", "\"" + _namespace + operation + "\"")]);
        SoapAnswer answer = SoapAnswer.Read(Transport.Call(request), operation, Mask);
        result = answer.Result ?? new WireNode(operation, isNull: true);

        // A SOAP fault proves nothing by itself, but a documented error text inside it does.
        return answer.FaultText is null ? answer.Fault : RahyabWire.Fault(answer.FaultText, answer.FaultText, _errors, Mask) with { WholeCall = true };
    }

    private SoapEnvelope SignedIn(string operation) =>
        new SoapEnvelope(operation, _namespace).Value("uUsername", Account.UserName).Value("uPassword", Account.Secret);

    private ProviderFault Odd(string words) => new(ProviderFaultKind.Unclear, "odd", Mask.Clean(words));

    private static long RowOf(ReceivedMessage message) =>
        long.Parse(message.ProviderMessageId!, NumberStyles.None, CultureInfo.InvariantCulture);
}
