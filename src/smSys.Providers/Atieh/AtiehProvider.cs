using System;
using System.Collections.Generic;
using System.Globalization;
using smSys.Messaging.Providers;
using smSys.Providers.Batches;
using smSys.Providers.Codes;
using smSys.Providers.Http;
using smSys.Providers.Matching;
using smSys.Providers.Wire;

namespace smSys.Providers.Atieh;

/// <summary>Atieh Dadeh Pardaz' SOAP service (adpdigital, MessagingService).</summary>
public sealed class AtiehProvider : ProviderAdapter
{
    /// <summary>The stable name.</summary>
    public const string Kind = "atieh";

    private const int Most = 100;
    private readonly Uri _endpoint;
    private readonly string _namespace;
    private readonly int _page;
    private readonly FaultTable _errors;
    private readonly AtiehReports _reports;

    /// <summary>An adapter for an account.</summary>
    public AtiehProvider(ProviderAccount account, ProviderSurroundings surroundings)
        : base(account, surroundings)
    {
        _endpoint = AddressRules.Endpoint(account.Address, "/services/MessagingService");
        _namespace = Option("namespace", "http://www.adpdigital.com/services/messaging");
        _page = int.TryParse(Option("receiveSize", string.Empty), NumberStyles.None, CultureInfo.InvariantCulture, out int size) && size > 0 ? size : Most;
        _errors = AtiehCodes.Errors.With(account.Options);
        _reports = new AtiehReports(account, AtiehCodes.States.With(account.Options), Mask, Report);
        Capabilities = new ProviderCapabilities
        {
            SendLimit = Most,
            AskLimit = Most,
            StateLimit = Most,
            ReceiveLimit = _page,
            HasBalance = true,
        };
    }

    /// <inheritdoc/>
    public override ProviderCapabilities Capabilities { get; }

    private protected override string StandardLineForm => "98";

    private protected override ProviderAnswer<ReceivedPage> ReceivePage(ReceiveRequest request)
    {
        long last = long.TryParse(request.Cursor, NumberStyles.None, CultureInfo.InvariantCulture, out long id) ? id : 0;
        SoapEnvelope soap = SignedIn("receive")
            .Value("shortNumber", request.Line).Value("start", AtiehWire.Number(last)).Value("maxSize", AtiehWire.Number(_page));
        ProviderFault? fault = Call("receive", soap, Account.SingleTimeout, out WireNode result);
        IReadOnlyList<WireNode>? rows = fault is null ? AtiehWire.Rows(result, "messages") : null;
        if (rows is null)
        {
            return new ProviderAnswer<ReceivedPage>(fault ?? Odd("messages"));
        }

        // Whether the service counts from the id on or from the one after it is not documented; both come out right.
        var messages = new List<ReceivedMessage>();
        foreach (WireNode row in rows)
        {
            if (AtiehWire.Received(row) is ReceivedMessage message && IdOf(message) > last)
            {
                messages.Add(message);
            }
        }

        messages.Sort((a, b) => IdOf(a).CompareTo(IdOf(b)));
        long next = messages.Count == 0 ? last : IdOf(messages[messages.Count - 1]);
        return new ProviderAnswer<ReceivedPage>(new ReceivedPage(messages, AtiehWire.Number(next), rows.Count >= _page && messages.Count > 0));
    }

    /// <inheritdoc/>
    public override ProviderAnswer<Balance> GetBalance()
    {
        ProviderFault? fault = Call("getBalance", SignedIn("getBalance").Value("facilityId", Option("facility", "1")), Account.SingleTimeout, out WireNode result);
        BalanceUnit unit = Enum.TryParse(Option("unit", "Unknown"), ignoreCase: true, out BalanceUnit named) ? named : BalanceUnit.Unknown;
        return fault is null && result.NumberOf("balance") is decimal balance
            ? new ProviderAnswer<Balance>(new Balance(balance, unit))
            : new ProviderAnswer<Balance>(fault ?? Odd("balance"));
    }

    private protected override IReadOnlyList<SendOutcome> SendBatch(IReadOnlyList<OutgoingMessage> messages) =>
        new GroupedSend(Account, message => message.Line, Most, namesRecipients: false).Send(messages, SendLine);

    private protected override bool AbsenceIsSilence => true;

    private protected override IReadOnlyList<ReferenceAnswer> AskBatch(IReadOnlyList<long> references) => _reports.Ask(references);

    private protected override ProviderAnswer<IReadOnlyList<DeliveryState>> StatesOf(IReadOnlyList<string> ids) => _reports.States(ids);

    /// <summary>Messages that share a line.</summary>
    private IReadOnlyList<SendOutcome> SendLine(IReadOnlyList<OutgoingMessage> messages, TimeSpan timeout)
    {
        string numbers = Option(NumberForms.OptionName, "98");
        bool omitsTime = Option("dueTime", "nil") == "absent";
        bool same = ShareText(messages);
        string operation = same ? "send" : "sendMultiple";
        SoapEnvelope soap = same
            ? AtiehWire.WriteSame(SignedIn(operation), messages, numbers, omitsTime)
            : AtiehWire.WriteDifferent(SignedIn(operation), messages, numbers, omitsTime);
        ProviderFault? fault = Call(operation, soap, timeout, out WireNode result);
        return fault is null ? AnswerMatcher.Match(messages, AtiehWire.Sent(result, _errors, Mask)) : AllTo(messages, fault);
    }

    /// <summary>The rows of a statusReport for one line.</summary>
    private ProviderFault? Report(string line, string type, IReadOnlyList<string> ids, TimeSpan timeout, out IReadOnlyList<WireNode> rows)
    {
        // The schema wants both lists; the one that is not meant holds a value that nobody has.
        bool byReference = type == AtiehReports.ByReference;
        SoapEnvelope soap = SignedIn("statusReport").Value("shortNumber", Line(line)).Value("type", type);
        WriteAll(soap, "ids", byReference ? ["0"] : ids);
        WriteAll(soap, "clientIds", byReference ? ids : [string.Empty]);
        ProviderFault? fault = Call("statusReport", soap, timeout, out WireNode result);
        IReadOnlyList<WireNode>? found = fault is null ? AtiehWire.Rows(result, "report") : null;
        rows = found ?? [];
        return fault ?? (found is null ? Odd("report") : null);
    }

    private ProviderFault? Call(string operation, SoapEnvelope soap, TimeSpan timeout, out WireNode result)
    {
        WireRequest request = WireRequest.Post(operation, _endpoint, soap.Finish(), SoapEnvelope.ContentType, timeout)
            .With([new KeyValuePair<string, string>("SOAPAction", "\"\"")]);
        SoapAnswer answer = SoapAnswer.Read(Transport.Call(request), operation, Mask, operation + "Return");
        result = answer.Result ?? new WireNode(operation, isNull: true);
        if (answer.Result is null)
        {
            return answer.Fault ?? new ProviderFault(ProviderFaultKind.Unclear, "soap-fault", Mask.Clean(answer.FaultText!)) { WholeCall = true };
        }

        string? status = result.TextOf("status");
        return status is null ? Odd("status")
            : status == AtiehCodes.Success ? null
            : AtiehWire.Rows(result, "id") is { Count: > 0 } ? new ProviderFault(ProviderFaultKind.Unclear, "contradiction", Mask.Clean("Ids, and yet status " + status + "."))
            : _errors.Fault(status, null, Mask) with { WholeCall = true };
    }

    private SoapEnvelope SignedIn(string operation) =>
        new SoapEnvelope(operation, _namespace).Value("userName", Account.UserName).Value("password", Account.Secret);

    private static void WriteAll(SoapEnvelope soap, string name, IReadOnlyList<string> values)
    {
        foreach (string value in values)
        {
            soap.Value(name, value);
        }
    }

    private static bool ShareText(IReadOnlyList<OutgoingMessage> messages)
    {
        foreach (OutgoingMessage message in messages)
        {
            if (!string.Equals(message.Text, messages[0].Text, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    private static ProviderFault Odd(string what) =>
        new(ProviderFaultKind.Unclear, "odd", "The answer has no readable " + what + ".") { WholeCall = true };

    private static long IdOf(ReceivedMessage message) =>
        long.Parse(message.ProviderMessageId!, NumberStyles.None, CultureInfo.InvariantCulture);
}
