using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using smSys.Messaging.Providers;
using smSys.Providers.Batches;
using smSys.Providers.Codes;
using smSys.Providers.Http;
using smSys.Providers.Matching;
using smSys.Providers.Wire;

namespace smSys.Providers.MehrAfraz;

/// <summary>
/// Mehr Afraz' SOAP service (service.asmx). Wrong credentials suspend the account after a few tries, so after the first answer
/// that says so this adapter calls no more: it repeats that answer until the next execution.
/// </summary>
public sealed class MehrAfrazProvider : ProviderAdapter
{
    /// <summary>The stable name.</summary>
    public const string Kind = "mehrafraz";

    private const int Most = 100;
    private const int InboxPage = 100;
    private readonly Uri _endpoint;
    private readonly string _namespace;
    private readonly FaultTable _errors;
    private readonly StateTable _states;
    private readonly MehrAfrazOptions _options;
    private ProviderFault? _wrongSignIn;

    /// <summary>An adapter for an account.</summary>
    public MehrAfrazProvider(ProviderAccount account, ProviderSurroundings surroundings)
        : base(account, surroundings)
    {
        _endpoint = AddressRules.Endpoint(account.Address, "/webservice/service.asmx");
        _namespace = Option("namespace", "http://tempuri.org/");
        _errors = MehrAfrazCodes.Errors.With(account.Options);
        _states = MehrAfrazCodes.States.With(account.Options);
        _options = new MehrAfrazOptions(account);
        Capabilities = new ProviderCapabilities
        {
            SendLimit = Most,
            AskLimit = _options.SendsOneText ? 0 : Most,
            StateLimit = Most,
            ReceiveLimit = InboxPage,
            ReceiveMarksAsRead = !_options.ReadsAll,
            HasBalance = true,
        };
    }

    /// <inheritdoc/>
    public override ProviderCapabilities Capabilities { get; }

    private protected override ProviderAnswer<ReceivedPage> ReceivePage(ReceiveRequest request)
    {
        SoapEnvelope soap = SignedIn("receivesmsLowLevel")
            .Flag("lReceiveAllmsg", _options.ReadsAll).Value("cDomainName", _options.Domain).Value("cFromnumber", request.Line);
        ProviderFault? fault = Call("receivesmsLowLevel", string.Empty, soap, Account.SingleTimeout, out WireNode answer) ?? RefusalIn(answer["aMessageid"]);
        List<ReceivedMessage>? all = fault is null ? MehrAfrazWire.Received(answer, request.Line) : null;
        if (all is null)
        {
            // Somebody may write "-4" to a line; it is an error only where it is no message.
            return new ProviderAnswer<ReceivedPage>(fault ?? RefusalIn(answer["aBody"]) ?? Odd("The arrays of the answer differ in length."));
        }

        bool begins = !long.TryParse(request.Cursor, NumberStyles.None, CultureInfo.InvariantCulture, out long last);
        List<ReceivedMessage> fresh = !_options.ReadsAll ? all : all
            .Where(message => begins ? message.Time is not DateTime time || time >= request.Since : MehrAfrazWire.IdOf(message) > last)
            .ToList();
        List<ReceivedMessage> page = _options.ReadsAll ? fresh.Take(InboxPage).ToList() : fresh;
        long next = page.Count > 0 ? MehrAfrazWire.IdOf(page[page.Count - 1]) : begins && all.Count > 0 ? MehrAfrazWire.IdOf(all[all.Count - 1]) : last;
        return new ProviderAnswer<ReceivedPage>(new ReceivedPage(page, MehrAfrazWire.Number(next), page.Count < fresh.Count));
    }

    /// <inheritdoc/>
    public override ProviderAnswer<Balance> GetBalance()
    {
        ProviderFault? fault = Call("GetuserInfo", null, SignedIn("GetuserInfo").Value("cDomainName", _options.Domain), Account.SingleTimeout, out WireNode result)
            ?? RefusalIn(result);
        BalanceUnit unit = Enum.TryParse(Option("unit", "Unknown"), ignoreCase: true, out BalanceUnit named) ? named : BalanceUnit.Unknown;
        string credit = result.Children.Count > 1 ? result.Children[1].Text : string.Empty;
        return fault is null && decimal.TryParse(credit, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal amount)
            ? new ProviderAnswer<Balance>(new Balance(amount, unit))
            : new ProviderAnswer<Balance>(fault ?? Odd("The second value of the answer, the credit, is no number."));
    }

    private protected override IReadOnlyList<SendOutcome> SendBatch(IReadOnlyList<OutgoingMessage> messages) => _options.SendsOneText
        ? new GroupedSend(Account, message => message.Line + "\n" + message.Text, Most, namesRecipients: false).Send(messages, SendSame)
        : Sent(messages, "SendSms1To1", MehrAfrazWire.WriteEach(DomainFirst("SendSms1To1"), messages, Numbers, _options), SendTimeout(messages.Count));

    private protected override IReadOnlyList<ReferenceAnswer> AskBatch(IReadOnlyList<long> references)
    {
        if (_options.SendsOneText)
        {
            return base.AskBatch(references);
        }

        SoapEnvelope soap = DomainLast("getMessageIds1to1").Array("nCustomerid", "long", references.Select(MehrAfrazWire.Number));
        ProviderFault? fault = Call("getMessageIds1to1", null, soap, Account.SingleTimeout, out WireNode result);
        List<string> values = MehrAfrazWire.Values(result);
        fault ??= values.Count == 1 && _options.Absent.Contains(values[0]) ? null : RefusalIn(result);
        if (fault is not null || values.Count != references.Count)
        {
            // The ids stand by position only, so an answer of another length says nothing about anybody.
            return AllUnsaid(references, fault ?? Odd("The answer holds another number of ids than was asked for."));
        }

        return references.Select((reference, i) => AnswerOf(reference, values[i])).ToArray();
    }

    private protected override ProviderAnswer<IReadOnlyList<DeliveryState>> StatesOf(IReadOnlyList<string> ids)
    {
        string[] asked = ids.Where(MehrAfrazWire.IsId).ToArray();
        if (asked.Length == 0)
        {
            return new ProviderAnswer<IReadOnlyList<DeliveryState>>(Array.Empty<DeliveryState>());
        }

        SoapEnvelope soap = DomainLast("GetMessageDelivery1to1").Array("longid", "long", asked);
        ProviderFault? fault = Call("GetMessageDelivery1to1", null, soap, Account.SingleTimeout, out WireNode result) ?? RefusalIn(result);
        List<string> codes = fault is null ? MehrAfrazWire.Values(result) : [];
        return codes.Count == asked.Length
            ? new ProviderAnswer<IReadOnlyList<DeliveryState>>(codes.Select((code, i) => new DeliveryState(asked[i], _states.Judge(code), Mask.Clean(code))).ToArray())
            : new ProviderAnswer<IReadOnlyList<DeliveryState>>(fault ?? Odd("The answer holds another number of states than was asked for."));
    }

    private string Numbers => Option(NumberForms.OptionName, "09");

    private IReadOnlyList<SendOutcome> SendSame(IReadOnlyList<OutgoingMessage> messages, TimeSpan timeout) =>
        Sent(messages, "SendSms", MehrAfrazWire.WriteSame(SignedIn("SendSms"), messages, Numbers, _options), timeout);

    private IReadOnlyList<SendOutcome> Sent(IReadOnlyList<OutgoingMessage> messages, string operation, SoapEnvelope soap, TimeSpan timeout)
    {
        ProviderFault? fault = Call(operation, null, soap, timeout, out WireNode result);
        if (fault is not null)
        {
            return AllTo(messages, fault);
        }

        List<string> values = MehrAfrazWire.Values(result);
        if (values.Count == 1 && (messages.Count > 1 || MehrAfrazCodes.EndsTrying(values[0])) && RefusalIn(result) is ProviderFault whole)
        {
            return AllTo(messages, whole);
        }

        return AnswerMatcher.Match(messages, values.Select(value => new AnsweredItem(
            null, null, MehrAfrazWire.IsId(value) ? SendOutcome.Accepted(value) : SendOutcome.From(Refusal(value)))).ToArray());
    }

    private ReferenceAnswer AnswerOf(long reference, string value) =>
        MehrAfrazWire.IsId(value) ? new ReferenceAnswer(reference, ReferenceAnswerKind.Found, value)
        : _options.Absent.Contains(value) ? new ReferenceAnswer(reference, ReferenceAnswerKind.Absent)
        : new ReferenceAnswer(reference, ReferenceAnswerKind.CannotSay, Fault: Refusal(value));

    /// <summary>An array of one documented error is an answer to the call, not to its first element.</summary>
    private ProviderFault? RefusalIn(WireNode? result)
    {
        List<string> values = result is null ? [] : MehrAfrazWire.Values(result);
        return values.Count == 1 && _errors.Knows(values[0]) ? Refusal(values[0]) with { WholeCall = true } : null;
    }

    private ProviderFault Refusal(string code)
    {
        ProviderFault fault = _errors.Fault(code, null, Mask);
        if (MehrAfrazCodes.EndsTrying(code))
        {
            _wrongSignIn ??= fault with { WholeCall = true };
        }

        return fault;
    }

    private ProviderFault? Call(string operation, string? resultName, SoapEnvelope soap, TimeSpan timeout, out WireNode result)
    {
        result = new WireNode(operation, isNull: true);
        if (_wrongSignIn is not null)
        {
            return _wrongSignIn;
        }

        WireRequest request = WireRequest.Post(operation, _endpoint, soap.Finish(), SoapEnvelope.ContentType, timeout)
            .With([new KeyValuePair<string, string>("SOAPAction", "\"" + _namespace + operation + "\"")]);
        SoapAnswer answer = SoapAnswer.Read(Transport.Call(request), operation, Mask, resultName);
        result = answer.Result ?? result;
        return answer.Result is not null ? null
            : answer.Fault ?? new ProviderFault(ProviderFaultKind.Unclear, "soap-fault", Mask.Clean(answer.FaultText!)) { WholeCall = true };
    }

    private SoapEnvelope SignedIn(string operation) =>
        new SoapEnvelope(operation, _namespace).Value("cUserName", Account.UserName).Value("cPassword", Account.Secret);

    private SoapEnvelope DomainLast(string operation) => SignedIn(operation).Value("cDomainname", _options.Domain);

    private SoapEnvelope DomainFirst(string operation) => new SoapEnvelope(operation, _namespace)
        .Value("cDomainname", _options.Domain).Value("cUserName", Account.UserName).Value("cPassword", Account.Secret);

    private ProviderFault Odd(string words) => new(ProviderFaultKind.Unclear, "odd", Mask.Clean(words)) { WholeCall = true };
}
