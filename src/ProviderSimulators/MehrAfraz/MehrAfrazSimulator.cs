using System.Globalization;
using System.Xml.Linq;
using ProviderSimulators.Faults;
using ProviderSimulators.Hosting;
using ProviderSimulators.Messages;
using ProviderSimulators.Time;

namespace ProviderSimulators.MehrAfraz;

/// <summary>
/// Mehr Afraz' service.asmx, with its lock-out. Where the documents are silent this is our choice: at most 100 messages; a call
/// that is refused as a whole is an array of one error, what is wrong with one message stands in its place; a reference nobody
/// knows is 0, and <see cref="SimulatedAccount.Options"/> says so to the adapter; a state nobody knows is −1; a recipient on
/// the block list is accepted and shown as such; dates are Jalali on Tehran's clock; reading marks
/// as read; too many requests meet the web server's own 503, because no code of the service says it.
/// </summary>
public sealed class MehrAfrazSimulator : ProviderSimulator
{
    internal const long WrongValues = -1;
    internal const long WrongUser = -2;
    internal const long WrongPassword = -3;
    internal const long NoCredit = -4;
    internal const long AccountBlocked = -5;
    internal const long NoRecipient = -6;
    internal const long NoNumber = -9;
    internal const long NoSender = -21;
    internal const long TwoTriesLeft = -44;
    internal const long OneTryLeft = -45;
    internal const long Suspended = -46;
    internal const long TooLong = -54;

    private const int Most = 100;
    private const int LongestText = 1_000;
    private readonly LockOut _lockOut = new();

    public MehrAfrazSimulator(SimulatorSetup setup)
        : this(setup, new SimulatedAccount
        {
            UserName = "mehrafraz-demo",
            Secret = "mehrafraz-demo-9a6e03",
            Lines = ["2000880011", "2000880022"],
            Options = new Dictionary<string, string> { ["absent"] = "0", ["unit"] = "Rial" },
        })
    {
    }

    public MehrAfrazSimulator(SimulatorSetup setup, SimulatedAccount account)
        : base("mehrafraz", setup, account, firstId: 52_000_000)
    {
    }

    protected override string OperationOf(SimulatedRequest request) => SoapService.Operation(request.Body)?.Name.LocalName ?? "unreadable";

    protected override SimulatedReply Answer(SimulatedRequest request)
    {
        XElement? operation = request.Method == "POST" ? SoapService.Operation(request.Body) : null;
        if (operation is null || !request.Path.EndsWith("/service.asmx", StringComparison.OrdinalIgnoreCase))
        {
            return SoapService.Fault("Server was unable to read request.");
        }

        if (operation.Name.LocalName == "ShowError")
        {
            return SoapService.Result(operation, "خطای شماره " + SoapService.Value(operation, "cErrorCode"));
        }

        if (request.Fault == SimulatedFault.TooFast)
        {
            return WebPage(503, "Service Unavailable");
        }

        long refusal = SignIn(operation, request);
        return operation.Name.LocalName switch
        {
            "SendSms1To1" => SendEach(operation, request, refusal),
            "SendSms" => SendSame(operation, request, refusal),
            "getMessageIds1to1" => Array(operation, "long", refusal != 0 ? [refusal] : Ids(Values(operation, "nCustomerid"))),
            "GetMessageDelivery1to1" => Array(operation, "int", refusal != 0 ? [refusal] : Values(operation, "longid").Select(StateOf)),
            "GetuserInfo" => Array(operation, "string", refusal != 0 ? [refusal] : [1, (long)Credit, 0]),
            "receivesmsLowLevel" => MehrAfrazInboxAnswer.Answer(this, operation, refusal),
            _ => SoapService.Fault("Server did not recognize the value of HTTP Header SOAPAction."),
        };
    }

    private SimulatedReply SendEach(XElement operation, SimulatedRequest request, long refusal)
    {
        string[] texts = Values(operation, "aBody");
        string[] numbers = Values(operation, "aMobileno");
        string[] references = Values(operation, "aGetid");
        string[] lines = Values(operation, "aFromNumber");
        string[][] others = [numbers, references, lines, Values(operation, "aCMessage"), Values(operation, "atypeUnicodemessage"), Values(operation, "am_SchedulDate")];
        if (refusal == 0 && (texts.Length is 0 or > Most || others.Any(array => array.Length != texts.Length)))
        {
            refusal = WrongValues;
        }

        if (refusal != 0)
        {
            return Array(operation, "long", [refusal]);
        }

        (long[] values, IReadOnlyList<SimulatedMessage> accepted) = Accept(
            [.. texts.Select((text, i) => Draft(lines[i], numbers[i], text, references[i]))], numbers, request);
        return Array(operation, "long", values) with { Fault = FaultOf(accepted) };
    }

    private SimulatedReply SendSame(XElement operation, SimulatedRequest request, long refusal)
    {
        string[] numbers = SoapService.Value(operation, "cSmsnumber").Split(',');
        if (refusal != 0 || numbers.Length > Most)
        {
            return SoapService.Result(operation, refusal != 0 ? refusal : WrongValues);
        }

        string line = SoapService.Value(operation, "cFromNumber");
        string text = SoapService.Value(operation, "cBody");
        (long[] values, IReadOnlyList<SimulatedMessage> accepted) = Accept(
            [.. numbers.Select(number => Draft(line, number, text, SoapService.Value(operation, "cGetid")))], numbers, request);
        return SoapService.Result(operation, string.Join(',', values)) with { Fault = FaultOf(accepted) };
    }

    private (long[] Values, IReadOnlyList<SimulatedMessage> Accepted) Accept(SimulatedMessage[] drafts, string[] numbers, SimulatedRequest request)
    {
        decimal credit = request.Fault == SimulatedFault.CreditGone ? 0 : Credit;
        long[] values = new long[drafts.Length];
        for (int i = 0; i < drafts.Length; i++)
        {
            values[i] = Judge(drafts[i], numbers[i], credit);
            credit -= values[i] == 0 ? drafts[i].Cost : 0;
        }

        IReadOnlyList<SimulatedMessage> accepted = Messages.Accept(drafts.Where((_, i) => values[i] == 0));
        int next = 0;
        return ([.. values.Select(value => value == 0 ? accepted[next++].Id : value)], accepted);
    }

    private long Judge(SimulatedMessage draft, string number, decimal credit) =>
        draft.Line.Length == 0 ? NoSender
        : !Account.Lines.Contains(draft.Line) ? WrongValues
        : number.Trim().Length == 0 ? NoRecipient
        : draft.Recipient.Length == 0 ? NoNumber
        : draft.Text.Length == 0 ? WrongValues
        : draft.Text.Length > LongestText ? TooLong
        : draft.Cost > credit ? NoCredit
        : 0;

    private SimulatedMessage Draft(string line, string number, string text, string reference) =>
        new(0, line, Subscriber.Parse(number) ?? string.Empty, text, reference, Now, Subscriber.Parts(text) * Account.PartPrice);

    private IEnumerable<long> Ids(string[] references)
    {
        IEnumerable<string> answered = Faults.References == ReferenceShow.Short ? references.Take((references.Length + 1) / 2) : references;
        return answered.Select(reference => Shown(reference) is [SimulatedMessage message, ..] ? message.Id : 0);
    }

    private long StateOf(string id)
    {
        SimulatedMessage? message = long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? Messages.Find(number) : null;
        return message?.StateAt(Now) switch
        {
            null => -1,
            MessageState.Queued => 0,
            MessageState.SentToOperator => 1,
            MessageState.Delivered => 2,
            MessageState.NotDelivered => 3,
            _ => 4,
        };
    }

    private long SignIn(XElement operation, SimulatedRequest request)
    {
        string domain = operation.Elements().FirstOrDefault(element => element.Name.LocalName.Equals("cDomainname", StringComparison.OrdinalIgnoreCase))?.Value ?? string.Empty;
        if (SoapService.Value(operation, "cUserName") != Account.UserName || domain != Account.UserName)
        {
            return WrongUser;
        }

        long locked = _lockOut.Try(SoapService.Value(operation, "cPassword") == Account.Secret, Now);
        return locked != 0 ? locked : request.Fault == SimulatedFault.Unauthorized ? WrongPassword : Account.IsActive ? 0 : AccountBlocked;
    }

    private static string[] Values(XElement operation, string name) =>
        [.. operation.Element(operation.Name.Namespace + name)?.Elements().Select(element => element.Value) ?? []];

    private static SimulatedReply Array(XElement operation, string item, IEnumerable<long> values) =>
        SoapService.Result(operation, [.. values.Select(value => new XElement(operation.Name.Namespace + item, value))]);
}
