using System.Globalization;
using System.Xml.Linq;
using ProviderSimulators.Faults;
using ProviderSimulators.Hosting;
using ProviderSimulators.Messages;
using ProviderSimulators.Time;

namespace ProviderSimulators.Tooba;

/// <summary>
/// tsms.ir's soapWSDL, rpc/encoded, with its spelling. Where the documents are silent this is our choice: what is wrong with the
/// call is an array of one error, what is wrong with a message stands in its place; a reference nobody knows is −24; a
/// reference is not refused when it comes again; a block list shows as not delivered; times are Gregorian on Tehran's clock.
/// </summary>
public sealed class ToobaSimulator : ProviderSimulator
{
    private const int Most = 100;
    private const int InboxPage = 200;
    private const string WrongNumber = "-6";
    private const string WrongSignIn = "-8";
    private const string NotAllowed = "-10";
    private const string NoLine = "-11";
    private const string TooMany = "-12";
    private const string NoCredit = "-14";
    private const string NoText = "-5";
    private const string Uneven = "-16";
    private const string TooLarge = "-17";
    private const string NothingSent = "-24";
    private const string TooManyIds = "-38";
    private const string NoId = "-41";
    private const string NoIncoming = "-43";

    public ToobaSimulator(SimulatorSetup setup)
        : this(setup, new SimulatedAccount { UserName = "tooba-demo", Secret = "tooba-demo-6b72ce", Lines = ["3000770011", "3000770022"] })
    {
    }

    public ToobaSimulator(SimulatorSetup setup, SimulatedAccount account)
        : base("tooba", setup, account, firstId: 310_000_000)
    {
    }

    protected override string OperationOf(SimulatedRequest request) => SoapService.Operation(request.Body)?.Name.LocalName ?? "unreadable";

    protected override SimulatedReply Answer(SimulatedRequest request)
    {
        XElement? operation = request.Method == "POST" ? SoapService.Operation(request.Body) : null;
        if (operation is null || !request.Path.TrimEnd('/').EndsWith("/soapWSDL", StringComparison.OrdinalIgnoreCase))
        {
            return SoapService.Fault("Bad Request");
        }

        string? refusal = request.Fault == SimulatedFault.TooFast ? TooMany : SignInError(operation, request);
        return operation.Name.LocalName switch
        {
            "sendSms" => Send(operation, request, refusal),
            "WsdlCheckSend" => ToobaSoap.Integers(operation, refusal is not null ? [refusal] : CheckSend(ToobaSoap.Value(operation, "messageid"))),
            "GetDeliverySms" => ToobaSoap.Integers(operation, refusal is not null ? [refusal] : Deliveries(ToobaSoap.Values(operation, "recipientIds"))),
            "GetSmsReceivedId" => ToobaSoap.Structs(operation, Inbox(operation, refusal)),
            "UserInfo" => ToobaSoap.Structs(operation, [UserInfo(refusal)]),
            string name => SoapService.Fault("Procedure '" + name + "' not present"),
        };
    }

    private SimulatedReply Send(XElement operation, SimulatedRequest request, string? refusal)
    {
        string[] numbers = ToobaSoap.Values(operation, "mobile");
        string[]? lines = Stretched(ToobaSoap.Values(operation, "sms_number"), numbers.Length);
        string[]? texts = Stretched(ToobaSoap.Values(operation, "msg"), numbers.Length);
        refusal ??= lines is null || texts is null ? Uneven : numbers.Length > Most ? TooLarge : request.Fault == SimulatedFault.CreditGone ? NoCredit : null;
        if (refusal is not null)
        {
            return ToobaSoap.Integers(operation, [refusal]);
        }

        string reference = ToobaSoap.Value(operation, "messageid");
        SimulatedMessage[] drafts = [.. numbers.Select((number, i) => Draft(lines![i], number, texts![i], reference))];
        decimal credit = Credit;
        string?[] errors = new string?[drafts.Length];
        for (int i = 0; i < drafts.Length; i++)
        {
            errors[i] = Judge(drafts[i], credit);
            credit -= errors[i] is null ? drafts[i].Cost : 0;
        }

        IReadOnlyList<SimulatedMessage> accepted = Messages.Accept(drafts.Where((_, i) => errors[i] is null));
        int next = 0;
        return ToobaSoap.Integers(operation, [.. errors.Select(error => error ?? Digits(accepted[next++].Id))]) with { Fault = FaultOf(accepted) };
    }

    private string? Judge(SimulatedMessage draft, decimal credit) =>
        !Account.Lines.Contains(draft.Line) ? NoLine
        : draft.Recipient.Length == 0 ? WrongNumber
        : draft.Text.Length == 0 ? NoText
        : draft.Cost > credit ? NoCredit
        : null;

    private SimulatedMessage Draft(string line, string number, string text, string reference) =>
        new(0, line, Subscriber.Parse(number) ?? string.Empty, text, reference, Now, Subscriber.Parts(text) * Account.PartPrice);

    /// <summary>An array of one counts for all.</summary>
    private static string[]? Stretched(string[] values, int count) =>
        values.Length == count ? values : values.Length == 1 ? [.. Enumerable.Repeat(values[0], count)] : null;

    private IEnumerable<string> CheckSend(string reference)
    {
        IReadOnlyList<SimulatedMessage> shown = Shown(reference);
        IEnumerable<string> ids = shown.Select(message => Digits(message.Id));
        return shown.Count == 0 ? [NothingSent] : Faults.References switch
        {
            ReferenceShow.Twice => ids.Concat(shown.Select(message => Digits(message.Id + 500_000))),
            ReferenceShow.Short => ids.Take((shown.Count + 1) / 2),
            _ => ids,
        };
    }

    private IEnumerable<string> Deliveries(string[] ids) => ids.Length > Most ? [TooManyIds] : ids.Select(id =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out long number) && Messages.Find(number) is SimulatedMessage message
            ? message.StateAt(Now) switch
            {
                MessageState.Queued => "-40",
                MessageState.SentToOperator => "5",
                MessageState.Delivered => "1",
                _ => "2",
            }
            : NoId);

    private IReadOnlyList<XElement[]> Inbox(XElement operation, string? refusal)
    {
        long last = long.TryParse(ToobaSoap.Value(operation, "id"), NumberStyles.None, CultureInfo.InvariantCulture, out long id) ? id : 0;
        IReadOnlyList<InboundMessage> found = refusal is not null ? [] : Inbound.Read(message => message.Id > last, messages => messages.Take(InboxPage), marks: false);
        return found.Count == 0
            ? [[new XElement("status", refusal ?? NoIncoming), new XElement("id", 0)]]
            :
            [
                .. found.Select(message => new[]
                {
                    new XElement("status", 1),
                    new XElement("id", message.Id),
                    new XElement("phone", "0" + message.Sender),
                    new XElement("sms_number", message.Line),
                    new XElement("msg", message.Text),
                    new XElement("date", TehranClock.Slashes(message.ReceivedOn)),
                }),
            ];
    }

    private XElement[] UserInfo(string? refusal) => refusal is not null
        ? [new XElement("credit", refusal)]
        : [new XElement("credit", (long)Credit), new XElement("sms_numebrs", Account.Lines.Select(line => new XElement("item", line)))];

    private string? SignInError(XElement operation, SimulatedRequest request) =>
        request.Fault == SimulatedFault.Unauthorized
        || ToobaSoap.Value(operation, "username") != Account.UserName || ToobaSoap.Value(operation, "password") != Account.Secret ? WrongSignIn
        : Account.IsActive ? null
        : NotAllowed;

    private static string Digits(long number) => number.ToString(CultureInfo.InvariantCulture);
}
