using System.Globalization;
using System.Xml.Linq;
using ProviderSimulators.Faults;
using ProviderSimulators.Hosting;
using ProviderSimulators.Messages;
using ProviderSimulators.Time;

namespace ProviderSimulators.Atieh;

/// <summary>
/// adpdigital's MessagingService (SOAP). Where the documents are silent this is our choice: at most 100 destinations a call; a
/// call with a destination that is no mobile or is on the block list is refused as a whole (7); delivery numbers are 0
/// pending, 1 delivered, 2 undeliverable, and <see cref="SimulatedAccount.Options"/> says so to the adapter; <c>start</c> of
/// receive names the first id that is shown; an unknown id has no row in a report.
/// </summary>
public sealed class AtiehSimulator : ProviderSimulator
{
    private const int Most = 100;
    private const int Ok = 0;
    private const int BadUser = 1;
    private const int BadPassword = 2;
    private const int BadLine = 3;
    private const int NoCredit = 5;
    private const int BadParameters = 7;
    private const int Disabled = 10;
    private const int TooMany = 15;

    public AtiehSimulator(SimulatorSetup setup)
        : this(setup, new SimulatedAccount
        {
            UserName = "atieh-demo",
            Secret = "atieh-demo-8e1f47",
            Lines = ["9820001234", "9820005678"],
            Options = new Dictionary<string, string> { ["states"] = "0=SentToOperator;1=Delivered;2=NotDelivered", ["unit"] = "Rial", ["lines"] = "9820001234,9820005678" },
        })
    {
    }

    public AtiehSimulator(SimulatorSetup setup, SimulatedAccount account)
        : base("atieh", setup, account, firstId: 900_000_000)
    {
    }

    protected override string OperationOf(SimulatedRequest request) => SoapService.Operation(request.Body)?.Name.LocalName ?? "unreadable";

    protected override SimulatedReply Answer(SimulatedRequest request)
    {
        XElement? operation = request.Method == "POST" ? SoapService.Operation(request.Body) : null;
        if (!request.Path.EndsWith("/services/MessagingService", StringComparison.OrdinalIgnoreCase) || operation is null)
        {
            return SoapService.Fault("java.lang.Exception: Couldn't parse request");
        }

        int refusal = request.Fault == SimulatedFault.TooFast ? TooMany : SignIn(operation, request);
        return operation.Name.LocalName switch
        {
            "send" => Send(operation, request, refusal, Same(operation)),
            "sendMultiple" => Send(operation, request, refusal, Different(operation)),
            "getStatus" => Return(operation, StateOf(SoapService.Value(operation, "messageId"))),
            "getBalance" => Result(operation, refusal, refusal == Ok ? new XElement(operation.Name.Namespace + "balance", (long)Credit) : null),
            "statusReport" => Report(operation, refusal),
            "receive" => Receive(operation, refusal),
            string name => SoapService.Fault("No such operation '" + name + "'"),
        };
    }

    private IEnumerable<SimulatedMessage> Same(XElement operation)
    {
        string[] clients = Values(operation, "clientId");
        return Values(operation, "destNo").Select((number, i) =>
            Draft(SoapService.Value(operation, "sourceNo"), number, SoapService.Value(operation, "content"), i < clients.Length ? clients[i] : null));
    }

    private IEnumerable<SimulatedMessage> Different(XElement operation)
    {
        XNamespace ns = operation.Name.Namespace;
        foreach (XElement message in operation.Elements(ns + "messages"))
        {
            string[] clients = [.. message.Element(ns + "clientIds")?.Elements(ns + "item").Select(item => item.Value) ?? []];
            string[] numbers = [.. message.Element(ns + "phoneNumbers")?.Elements(ns + "item").Select(item => item.Value) ?? []];
            for (int i = 0; i < numbers.Length; i++)
            {
                yield return Draft(
                    SoapService.Value(operation, "shortNumber"), numbers[i], message.Element(ns + "content")?.Value ?? string.Empty, i < clients.Length ? clients[i] : null);
            }
        }
    }

    private SimulatedMessage Draft(string line, string number, string text, string? client) =>
        new(0, line, Subscriber.Parse(number) ?? string.Empty, text, client, Now, Subscriber.Parts(text) * Account.PartPrice);

    private SimulatedReply Send(XElement operation, SimulatedRequest request, int refusal, IEnumerable<SimulatedMessage> messages)
    {
        XNamespace ns = operation.Name.Namespace;
        SimulatedMessage[] drafts = [.. messages];
        int status = refusal != Ok ? refusal
            : drafts.Any(draft => !Account.Lines.Contains(draft.Line)) ? BadLine
            : drafts.Length is 0 or > Most || drafts.Any(IsUnfit) ? BadParameters
            : request.Fault == SimulatedFault.CreditGone || drafts.Sum(draft => draft.Cost) > Credit ? NoCredit
            : Ok;
        IReadOnlyList<SimulatedMessage> accepted = status == Ok ? Messages.Accept(drafts) : [];
        XElement? ids = status == Ok ? new XElement(ns + "id", accepted.Select(message => new XElement(ns + "id", message.Id))) : null;
        return Result(operation, status, ids) with { Fault = FaultOf(accepted) };
    }

    private static bool IsUnfit(SimulatedMessage draft) =>
        draft.Recipient.Length == 0 || draft.Text.Length == 0 || Fates.Of(draft.Recipient) == Fate.BlockedAtHandOver;

    private SimulatedReply Report(XElement operation, int refusal)
    {
        XNamespace ns = operation.Name.Namespace;
        string line = SoapService.Value(operation, "shortNumber");
        bool byReference = SoapService.Value(operation, "type") == "clientId";
        string[] ids = Values(operation, byReference ? "clientIds" : "ids");
        int status = refusal != Ok ? refusal : !Account.Lines.Contains(line) ? BadLine : ids.Length > Most ? BadParameters : Ok;
        if (status != Ok)
        {
            return Result(operation, status, null);
        }

        IEnumerable<string> answered = Faults.References == ReferenceShow.Short ? ids.Take((ids.Length + 1) / 2) : ids;
        IEnumerable<SimulatedMessage> messages = byReference ? answered.SelectMany(Shown) : ids.Select(Find).OfType<SimulatedMessage>();
        var rows = new XElement(ns + "report");
        foreach (SimulatedMessage message in messages.Where(message => message.Line == line))
        {
            rows.Add(Row(ns, message, message.Id));
            if (byReference && Faults.References == ReferenceShow.Twice)
            {
                rows.Add(Row(ns, message, message.Id + 500_000));
            }
        }

        return Result(operation, Ok, rows);
    }

    private XElement Row(XNamespace ns, SimulatedMessage message, long id) => new(
        ns + "report",
        new XElement(ns + "id", id),
        new XElement(ns + "status", Number(message)),
        new XElement(ns + "clientId", message.Reference));

    private SimulatedReply Receive(XElement operation, int refusal)
    {
        XNamespace ns = operation.Name.Namespace;
        string line = SoapService.Value(operation, "shortNumber");
        long start = long.TryParse(SoapService.Value(operation, "start"), NumberStyles.None, CultureInfo.InvariantCulture, out long from) ? from : 0;
        int size = int.TryParse(SoapService.Value(operation, "maxSize"), NumberStyles.None, CultureInfo.InvariantCulture, out int most) ? most : 1;
        int status = refusal != Ok ? refusal : Account.Lines.Contains(line) ? Ok : BadLine;
        IEnumerable<XElement> rows = status != Ok ? [] : Inbound
            .Read(message => message.Line == line && message.Id >= start, found => found.Take(size), marks: false)
            .Select(message => new XElement(
                ns + "messages",
                new XElement(ns + "content", message.Text),
                new XElement(ns + "encoding", 2),
                new XElement(ns + "from", "98" + message.Sender),
                new XElement(ns + "id", message.Id),
                new XElement(ns + "status", 0),
                new XElement(ns + "time", message.ReceivedOn.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)),
                new XElement(ns + "to", message.Line),
                new XElement(ns + "type", 1)));
        return Result(operation, status, status == Ok ? new XElement(ns + "messages", rows) : null);
    }

    private int SignIn(XElement operation, SimulatedRequest request) =>
        SoapService.Value(operation, "userName") != Account.UserName ? BadUser
        : request.Fault == SimulatedFault.Unauthorized || SoapService.Value(operation, "password") != Account.Secret ? BadPassword
        : Account.IsActive ? Ok
        : Disabled;

    private string StateOf(string id) => (Find(id) is SimulatedMessage message ? Number(message) : -1).ToString(CultureInfo.InvariantCulture);

    private int Number(SimulatedMessage message) => message.StateAt(Now) switch
    {
        MessageState.Delivered => 1,
        MessageState.NotDelivered or MessageState.Blocked => 2,
        _ => 0,
    };

    private SimulatedMessage? Find(string id) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? Messages.Find(number) : null;

    private static SimulatedReply Result(XElement operation, int status, XElement? content)
    {
        XNamespace ns = operation.Name.Namespace;
        return Return(operation, new XElement(ns + "status", status), content!);
    }

    private static SimulatedReply Return(XElement operation, params object[] content) => SoapService.Response(
        operation, new XElement(operation.Name.Namespace + (operation.Name.LocalName + "Return"), content));

    private static string[] Values(XElement operation, string name) =>
        [.. operation.Elements(operation.Name.Namespace + name).Select(element => element.Value)];
}
