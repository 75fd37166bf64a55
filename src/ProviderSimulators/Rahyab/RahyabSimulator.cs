using System.Globalization;
using System.Xml.Linq;
using ProviderSimulators.Faults;
using ProviderSimulators.Hosting;
using ProviderSimulators.Messages;
using ProviderSimulators.Time;

namespace ProviderSimulators.Rahyab;

/// <summary>
/// rahyabbulk's SMS.asmx. Where the documents are silent this is our choice: an item that is refused has ServerID −1 and its
/// sentence in Status; a call that is refused has that in every item; too fast is answered "temporarily out of service";
/// an inbox that cannot be read is one row with RowID −1 and the sentence as its message.
/// </summary>
public sealed class RahyabSimulator : ProviderSimulator
{
    private const int Most = 100;
    private const int InboxPage = 50;
    private const string Unused = "-1";
    private readonly PaceGate _sendPace = new(TimeSpan.FromSeconds(3));
    private readonly PaceGate _statePace = new(TimeSpan.FromSeconds(1));
    private readonly PaceGate _inboxPace = new(TimeSpan.FromSeconds(3));

    public RahyabSimulator(SimulatorSetup setup)
        : this(setup, new SimulatedAccount { UserName = "rahyab-demo", Secret = "rahyab-demo-5d20c8", Token = "tok-4b61e9d7", Lines = ["50001234", "50005678"] })
    {
    }

    public RahyabSimulator(SimulatorSetup setup, SimulatedAccount account)
        : base("rahyab", setup, account, firstId: 81_000_000)
    {
    }

    /// <summary>The namespace it answers to; installations differ.</summary>
    public string Namespace { get; set; } = "http://srv-pardis.sms1000.ir/";

    protected override string OperationOf(SimulatedRequest request) => SoapService.Operation(request.Body)?.Name.LocalName ?? "unreadable";

    protected override SimulatedReply Answer(SimulatedRequest request)
    {
        XElement? operation = request.Method == "POST" ? SoapService.Operation(request.Body) : null;
        if (!request.Path.EndsWith("/SMS.asmx", StringComparison.OrdinalIgnoreCase) || operation is null)
        {
            return SoapService.Fault("Server was unable to read request.");
        }

        if (operation.Name.NamespaceName != Namespace)
        {
            return SoapService.Fault("Server did not recognize the value of HTTP Header SOAPAction: " + request.Headers["SOAPAction"] + ".");
        }

        return operation.Name.LocalName switch
        {
            "doSendSMSArrayC" => SendArray(request, operation),
            "doCheckClientID" => SoapService.Result(operation, CheckReferences(operation, request)),
            "doGetDelivery" => SoapService.Result(operation, Deliveries(operation, request)),
            "doReceiveSMSArray" => SoapService.Result(operation, Inbox(operation, request)),
            "doGetInfo" => SoapService.Result(operation, SignInError(operation, request) ?? "OK;" + Money(Credit) + ";" + TehranClock.Slashes(Now.AddYears(1))[..10] + ";"),
            "getInfoXML" => SoapService.Result(operation, SignInError(operation, request) ?? Description()),
            "HelloWorld" => SoapService.Result(operation, "Hello World"),
            _ => SoapService.Fault("Server did not recognize the value of HTTP Header SOAPAction."),
        };
    }

    private SimulatedReply SendArray(SimulatedRequest request, XElement operation)
    {
        XNamespace ns = operation.Name.Namespace;
        XElement[] items = [.. operation.Element(ns + "uDataSendIn")?.Elements(ns + "DataSendIn") ?? []];
        string? whole = SignInError(operation, request)
            ?? (items.Length is 0 or > Most ? RahyabTexts.BadLength
                : request.Fault != SimulatedFault.TooFast && _sendPace.Admits(Now, Grace) ? null
                : RahyabTexts.OutOfService);
        var drafts = new List<(SimulatedMessage Draft, int Index)>();
        var outcomes = new (string Id, string Status)[items.Length];
        decimal credit = request.Fault == SimulatedFault.CreditGone ? 0 : Credit;
        for (int i = 0; i < items.Length; i++)
        {
            SimulatedMessage draft = Draft(items[i], ns);
            string? error = whole ?? Judge(draft, credit);
            outcomes[i] = (Unused, error ?? RahyabTexts.SendOk);
            if (error is null)
            {
                credit -= draft.Cost;
                drafts.Add((draft, i));
            }
        }

        IReadOnlyList<SimulatedMessage> accepted = drafts.Count == 0 ? [] : Messages.Accept(drafts.Select(draft => draft.Draft));
        for (int i = 0; i < accepted.Count; i++)
        {
            outcomes[drafts[i].Index].Id = accepted[i].Id.ToString(CultureInfo.InvariantCulture);
        }

        object[] rows = [.. items.Select((item, i) => new XElement(
            ns + "DataSendOut",
            new XElement(ns + "ClientID", item.Element(ns + "ClientID")?.Value ?? "0"),
            new XElement(ns + "ServerID", outcomes[i].Id),
            new XElement(ns + "Status", outcomes[i].Status)))];
        return SoapService.Result(operation, rows) with { Fault = FaultOf(accepted) };
    }

    private SimulatedMessage Draft(XElement item, XNamespace ns)
    {
        string text = item.Element(ns + "Message")?.Value ?? string.Empty;
        return new SimulatedMessage(
            0,
            item.Element(ns + "ShortCode")?.Value ?? string.Empty,
            Subscriber.Parse(item.Element(ns + "Cellphone")?.Value) ?? string.Empty,
            text,
            item.Element(ns + "ClientID")?.Value,
            Now,
            Subscriber.Parts(text) * Account.PartPrice);
    }

    private string? Judge(SimulatedMessage draft, decimal credit) =>
        !Account.Lines.Contains(draft.Line) ? RahyabTexts.BadLine
        : draft.Recipient.Length == 0 ? RahyabTexts.BadCellphone
        : Fates.Of(draft.Recipient) == Fate.BlockedAtHandOver ? RahyabTexts.Blocked
        : draft.Text.Length == 0 ? RahyabTexts.Filtered
        : draft.Cost > credit ? RahyabTexts.NoCredit
        : null;

    private string CheckReferences(XElement operation, SimulatedRequest request)
    {
        if (UserError(operation, request) is string error)
        {
            return error;
        }

        string[] references = Split(operation, "uClientIDs");
        IEnumerable<string> answered = Faults.References == ReferenceShow.Short ? references.Take((references.Length + 1) / 2) : references;
        return references.Length > Most ? RahyabTexts.BadLength : string.Join(';', answered.SelectMany(Pairs));
    }

    private IEnumerable<string> Pairs(string reference)
    {
        IReadOnlyList<SimulatedMessage> shown = Shown(reference);
        if (shown.Count == 0)
        {
            return [reference + "," + Unused];
        }

        IEnumerable<long> ids = shown.Select(message => message.Id);
        return (Faults.References == ReferenceShow.Twice ? ids.Concat(ids.Select(id => id + 500_000)) : ids)
            .Select(id => reference + "," + id.ToString(CultureInfo.InvariantCulture));
    }

    private string Deliveries(XElement operation, SimulatedRequest request)
    {
        string[] ids = Split(operation, "uReturnIDs");
        return UserError(operation, request)
            ?? (ids.Length > Most ? RahyabTexts.BadLength
                : !_statePace.Admits(Now, Grace) ? RahyabTexts.OutOfService
                : string.Join(';', ids.Select(Delivery)));
    }

    private string Delivery(string id)
    {
        SimulatedMessage? message = long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? Messages.Find(number) : null;
        return message is null || Now - message.AcceptedOn > TimeSpan.FromHours(24) ? Unused : message.StateAt(Now) switch
        {
            MessageState.Delivered => "2",
            MessageState.NotDelivered => "5",
            MessageState.Blocked => "9",
            _ => "0",
        };
    }

    private object[] Inbox(XElement operation, SimulatedRequest request)
    {
        XNamespace ns = operation.Name.Namespace;
        string? error = SignInError(operation, request) ?? (_inboxPace.Admits(Now, Grace) ? null : RahyabTexts.OutOfService);
        if (error is not null)
        {
            return [Row(ns, Unused, string.Empty, string.Empty, string.Empty, error)];
        }

        long last = long.TryParse(SoapService.Value(operation, "uLastRowID"), NumberStyles.None, CultureInfo.InvariantCulture, out long row) ? row : 0;
        return [.. Inbound.Read(message => message.Id > last, found => found.Take(InboxPage), marks: false)
            .Select(message => Row(ns, message.Id.ToString(CultureInfo.InvariantCulture), TehranClock.Slashes(message.ReceivedOn), message.Sender, message.Line, message.Text))];
    }

    private static XElement Row(XNamespace ns, string id, string time, string sender, string receiver, string text) => new(
        ns + "MessageReceive",
        new XElement(ns + "RowID", id),
        new XElement(ns + "DateTime", time),
        new XElement(ns + "Sender", sender),
        new XElement(ns + "Receiver", receiver),
        new XElement(ns + "Message", text));

    private string Description() => new XElement(
        "Info",
        new XElement("Credit", Money(Credit)),
        new XElement("CreditType", "Rial"),
        new XElement("Active", "true"),
        new XElement("ExpireDate", TehranClock.Slashes(Now.AddYears(1))[..10]),
        Account.Lines.Select(line => new XElement("ShortCode", line))).ToString(SaveOptions.DisableFormatting);

    private string? SignInError(XElement operation, SimulatedRequest request)
    {
        string password = SoapService.Value(operation, "uPassword");
        bool byToken = Account.Token.Length > 0 && SoapService.Value(operation, "uUsername") == Account.Token && password.Length >= 5;
        return UserError(operation, request) ?? (byToken || password == Account.Secret ? null : RahyabTexts.AuthenticationFailed);
    }

    private string? UserError(XElement operation, SimulatedRequest request)
    {
        string user = SoapService.Value(operation, "uUsername");
        bool known = user.Length > 0 && (user == Account.UserName || user == Account.Token);
        return !known || request.Fault == SimulatedFault.Unauthorized ? RahyabTexts.AuthenticationFailed : Account.IsActive ? null : RahyabTexts.NotActive;
    }

    private static string[] Split(XElement operation, string name) =>
        SoapService.Value(operation, name).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Money(decimal rial) => rial.ToString("0", CultureInfo.InvariantCulture);
}
