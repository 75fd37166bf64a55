using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using smSys.Messaging.Providers;
using smSys.Providers.Codes;
using smSys.Providers.Http;
using smSys.Providers.Matching;
using smSys.Providers.Wire;

namespace smSys.Providers.Tooba;

/// <summary>
/// Tooba's SOAP service (TSMS, tsms.ir). It keeps one reference a call, that of the first message; so only
/// <see cref="ISmsProvider.AskCall"/> proves an absence, unless the option <c>batchSize</c> is 1.
/// </summary>
public sealed class ToobaProvider : ProviderAdapter
{
    /// <summary>The stable name.</summary>
    public const string Kind = "tooba";

    private const int Most = 100;
    private const int InboxPage = 200;
    private const int FullPage = 100;
    private readonly Uri _endpoint;
    private readonly FaultTable _errors;
    private readonly StateTable _states;
    private readonly string[] _absent;

    /// <summary>An adapter for an account.</summary>
    public ToobaProvider(ProviderAccount account, ProviderSurroundings surroundings)
        : base(account, surroundings)
    {
        _endpoint = AddressRules.Endpoint(account.Address, "/soapWSDL/");
        _errors = ToobaCodes.Errors.With(account.Options);
        _states = ToobaCodes.States.With(account.Options);
        _absent = Option("absent", ToobaCodes.Absent).Split(';').Select(value => value.Trim()).Where(value => value.Length > 0).ToArray();
        bool single = Option("batchSize", "100") == "1";
        Capabilities = new ProviderCapabilities
        {
            SendLimit = single ? 1 : Most,
            AskLimit = 1,
            OneReferenceACall = !single,
            StateLimit = Most,
            ReceiveLimit = InboxPage,
            HasBalance = true,
            HasLines = true,
        };
    }

    /// <inheritdoc/>
    public override ProviderCapabilities Capabilities { get; }

    private protected override ProviderAnswer<ReceivedPage> ReceivePage(ReceiveRequest request)
    {
        long last = long.TryParse(request.Cursor, NumberStyles.None, CultureInfo.InvariantCulture, out long row) ? row : 0;
        RpcEnvelope soap = SignedIn("GetSmsReceivedId").Number("id", last.ToString(CultureInfo.InvariantCulture));
        ProviderFault? fault = Call("GetSmsReceivedId", soap, Account.SingleTimeout, out WireNode result);
        if (fault is null && result.Children.Count == 0 && ErrorIn(result) is string whole)
        {
            fault = _errors.Fault(whole, null, Mask) with { WholeCall = true };
        }

        if (fault is not null)
        {
            return new ProviderAnswer<ReceivedPage>(fault);
        }

        var messages = new List<ReceivedMessage>();
        int rows = 0;
        foreach (WireNode item in result.Children)
        {
            rows++;
            if (ToobaWire.Received(item) is ReceivedMessage message)
            {
                if (ToobaWire.IdOf(message) > last)
                {
                    messages.Add(message);
                }
            }
            else if (ErrorIn(item) is string code)
            {
                return new ProviderAnswer<ReceivedPage>(_errors.Fault(code, item.TextOf("msg"), Mask) with { WholeCall = true });
            }
        }

        messages.Sort((a, b) => ToobaWire.IdOf(a).CompareTo(ToobaWire.IdOf(b)));
        long next = messages.Count == 0 ? last : ToobaWire.IdOf(messages[messages.Count - 1]);
        bool more = rows >= FullPage && messages.Count > 0;
        return new ProviderAnswer<ReceivedPage>(new ReceivedPage(messages, next.ToString(CultureInfo.InvariantCulture), more));
    }

    /// <inheritdoc/>
    public override ProviderAnswer<Balance> GetBalance()
    {
        ProviderFault? fault = UserInfo(out WireNode info);
        return fault is null && info.NumberOf("credit") is decimal credit
            ? new ProviderAnswer<Balance>(new Balance(credit, BalanceUnit.Rial))
            : new ProviderAnswer<Balance>(fault ?? Odd("The answer holds no credit."));
    }

    /// <inheritdoc/>
    public override ProviderAnswer<IReadOnlyList<string>> GetLines()
    {
        ProviderFault? fault = UserInfo(out WireNode info);

        // The misspelling is the service's own.
        WireNode? lines = info["sms_numebrs"] ?? info["sms_numbers"];
        return fault is null && lines is not null
            ? new ProviderAnswer<IReadOnlyList<string>>(ToobaWire.Values(lines))
            : new ProviderAnswer<IReadOnlyList<string>>(fault ?? Odd("The answer holds no lines."));
    }

    private protected override IReadOnlyList<SendOutcome> SendBatch(IReadOnlyList<OutgoingMessage> messages)
    {
        RpcEnvelope soap = ToobaWire.Write(SignedIn("sendSms"), messages, Option(NumberForms.OptionName, "09"), Option("messageClass", "1"));
        ProviderFault? fault = Call("sendSms", soap, SendTimeout(messages.Count), out WireNode result);
        List<string> values = ToobaWire.Values(result);
        if (fault is null && values.Count == 1 && messages.Count > 1)
        {
            fault = RefusalIn(values);
        }

        return fault is not null
            ? AllTo(messages, fault)
            : AnswerMatcher.Match(messages, values.Select(value => new AnsweredItem(
                null, null, ToobaWire.IsId(value) ? SendOutcome.Accepted(value) : SendOutcome.From(_errors.Fault(value, null, Mask)))).ToArray());
    }

    private protected override IReadOnlyList<ReferenceAnswer> AskBatch(IReadOnlyList<long> references)
    {
        IReadOnlyList<ReferenceAnswer> answers = AskWholeCall(references);
        if (!Capabilities.OneReferenceACall || answers[0].Kind != ReferenceAnswerKind.Absent)
        {
            return answers;
        }

        // It may have gone out inside a larger call, which only its first message's reference finds.
        return AllUnsaid(references, new ProviderFault(
            ProviderFaultKind.Unclear, "not-first", "The provider does not know this reference, but it keeps only that of a call's first message."));
    }

    private protected override IReadOnlyList<ReferenceAnswer> AskWholeCall(IReadOnlyList<long> references)
    {
        RpcEnvelope soap = SignedIn("WsdlCheckSend").Text("messageid", references[0].ToString(CultureInfo.InvariantCulture));
        ProviderFault? fault = Call("WsdlCheckSend", soap, Account.SingleTimeout, out WireNode result);
        List<string> values = ToobaWire.Values(result);
        if (fault is not null)
        {
            return AllUnsaid(references, fault);
        }

        if (values.Count == 1 && _absent.Contains(values[0]))
        {
            return references.Select(reference => new ReferenceAnswer(reference, ReferenceAnswerKind.Absent)).ToArray();
        }

        // Of one reference, the first place is the message itself; of several, the places are right only at equal length.
        return references.Count == 1 && values.Count > 0 || values.Count == references.Count
            ? references.Select((reference, i) => AnswerOf(reference, values[i])).ToArray()
            : AllUnsaid(references, RefusalIn(values) ?? Odd("The answer holds another number of ids than the call had messages."));
    }

    private protected override ProviderAnswer<IReadOnlyList<DeliveryState>> StatesOf(IReadOnlyList<string> ids)
    {
        string[] asked = ids.Where(ToobaWire.IsAskable).ToArray();
        if (asked.Length == 0)
        {
            return new ProviderAnswer<IReadOnlyList<DeliveryState>>(Array.Empty<DeliveryState>());
        }

        ProviderFault? fault = Call("GetDeliverySms", SignedIn("GetDeliverySms").Numbers("recipientIds", asked), Account.SingleTimeout, out WireNode result);
        List<string> codes = ToobaWire.Values(result);
        bool isRefusal = codes.Count == 1 && _errors.Knows(codes[0]) && !ToobaCodes.States.Rows.Any(row => row.Key == codes[0]);
        return fault is null && codes.Count == asked.Length && !isRefusal
            ? new ProviderAnswer<IReadOnlyList<DeliveryState>>(codes.Select((code, i) => new DeliveryState(asked[i], _states.Judge(code), Mask.Clean(code))).ToArray())
            : new ProviderAnswer<IReadOnlyList<DeliveryState>>(fault ?? RefusalIn(codes) ?? Odd("The answer holds another number of states than was asked for."));
    }

    private ReferenceAnswer AnswerOf(long reference, string value) =>
        ToobaWire.IsId(value) ? new ReferenceAnswer(reference, ReferenceAnswerKind.Found, value)
        : _absent.Contains(value) ? new ReferenceAnswer(reference, ReferenceAnswerKind.Absent)
        : new ReferenceAnswer(reference, ReferenceAnswerKind.CannotSay, Fault: _errors.Fault(value, null, Mask));

    /// <summary>A negative number where a message would stand, alone or as its status; that there is none is no error.</summary>
    private static string? ErrorIn(WireNode item)
    {
        string code = item.TextOf("status") ?? (item.Children.Count == 0 ? item.Text.Trim() : string.Empty);
        return code.StartsWith("-", StringComparison.Ordinal) && code != ToobaCodes.NoIncoming ? code : null;
    }

    private ProviderFault? UserInfo(out WireNode info)
    {
        ProviderFault? fault = Call("UserInfo", SignedIn("UserInfo"), Account.SingleTimeout, out WireNode result);
        info = result.Children.FirstOrDefault(child => child["credit"] is not null) ?? result;
        string? credit = info.TextOf("credit");
        return fault ?? (credit is not null && _errors.Knows(credit) ? RefusalIn([credit]) : RefusalIn(ToobaWire.Values(result)));
    }

    /// <summary>An array of one documented error is an answer to the call, not to its first element.</summary>
    private ProviderFault? RefusalIn(List<string> values) =>
        values.Count == 1 && _errors.Knows(values[0]) ? _errors.Fault(values[0], null, Mask) with { WholeCall = true } : null;

    private ProviderFault? Call(string operation, RpcEnvelope soap, TimeSpan timeout, out WireNode result)
    {
        WireRequest request = WireRequest.Post(operation, _endpoint, soap.Finish(), SoapEnvelope.ContentType, timeout)
            .With([new KeyValuePair<string, string>("SOAPAction", "\"\"")]);
        SoapAnswer answer = SoapAnswer.Read(Transport.Call(request), operation, Mask);
        result = answer.Result ?? new WireNode(operation, isNull: true);
        return answer.Result is not null ? null
            : answer.Fault ?? new ProviderFault(ProviderFaultKind.Unclear, "soap-fault", Mask.Clean(answer.FaultText!)) { WholeCall = true };
    }

    private RpcEnvelope SignedIn(string operation) => new RpcEnvelope(operation, Option("namespace", "http://sms.tsms.ir/"))
        .Text("username", Account.UserName).Text("password", Account.Secret);

    private ProviderFault Odd(string words) => new(ProviderFaultKind.Unclear, "odd", Mask.Clean(words)) { WholeCall = true };
}
