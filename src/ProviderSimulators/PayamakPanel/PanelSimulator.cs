using System.Globalization;
using System.Xml.Linq;
using ProviderSimulators.Faults;
using ProviderSimulators.Hosting;
using ProviderSimulators.Messages;
using ProviderSimulators.Time;

namespace ProviderSimulators.PayamakPanel;

/// <summary>
/// The ASMX services that most panels share. Where documents are silent this is our choice: an element that is refused has
/// status 1 and its code in place of the id; the inbox counts rows from the newest message back and marks nothing.
/// </summary>
public abstract class PanelSimulator : ProviderSimulator
{
    private const int Most = 100;

    protected PanelSimulator(string name, SimulatorSetup setup, SimulatedAccount account, long firstId)
        : base(name, setup, account, firstId)
    {
    }

    /// <summary>Folder of the services.</summary>
    public string Folder { get; set; } = "/post/";

    /// <summary>The namespace it answers to.</summary>
    public string Namespace { get; set; } = "http://tempuri.org/";

    /// <summary>There is an Actions.asmx.</summary>
    public bool HasActions { get; set; } = true;

    /// <summary>Its numbers.</summary>
    public PanelCodes Codes { get; set; } = PanelCodes.PayamakPanel;

    protected override string OperationOf(SimulatedRequest request) => SoapService.Operation(request.Body)?.Name.LocalName ?? "unreadable";

    protected override SimulatedReply Answer(SimulatedRequest request)
    {
        XElement? operation = request.Method == "POST" ? SoapService.Operation(request.Body) : null;
        if (operation is null)
        {
            return SoapService.Fault("Server was unable to read request. ---> There is an error in XML document.");
        }

        string path = request.Path.ToLowerInvariant();
        string folder = Folder.ToLowerInvariant();
        if (operation.Name.NamespaceName != Namespace || !path.StartsWith(folder, StringComparison.Ordinal))
        {
            return SoapService.Fault("Server did not recognize the value of HTTP Header SOAPAction: " + request.Headers["SOAPAction"] + ".");
        }

        if (path == folder + "actions.asmx" && !HasActions)
        {
            return new SimulatedReply(404, "text/html; charset=utf-8", "<html><head><title>The resource cannot be found.</title></head></html>");
        }

        bool known = SoapService.Value(operation, "username") == Account.UserName && SoapService.Value(operation, "password") == Account.Secret
            && request.Fault != SimulatedFault.Unauthorized;
        return (path[folder.Length..], operation.Name.LocalName) switch
        {
            ("send.asmx", "SendSms") => Send(request, operation, known, textEach: false),
            ("actions.asmx", "SendMultipleSMS") => Send(request, operation, known, textEach: true),
            ("send.asmx", "SendSimpleSMS") => SendSimple(request, operation, known),
            ("send.asmx", "GetDeliveries") => SoapService.Result(operation, Items(operation, "recIds").Select(id => Element(operation, "int", Text(State(id, Now))))),
            ("send.asmx", "GetCredit") => SoapService.Result(operation, known ? Credit.ToString("0.0", CultureInfo.InvariantCulture) : "0"),
            ("receive.asmx", "GetMessages") => SoapService.Result(operation, known ? Inbox(operation).Select(message => Row(operation, message)) : []),
            ("users.asmx", "GetUserNumbers") => SoapService.Result(operation, known ? Account.Lines.Select(line => Element(operation, "string", line)) : []),
            _ => SoapService.Fault("Server did not recognize the value of HTTP Header SOAPAction: " + request.Headers["SOAPAction"] + "."),
        };
    }

    /// <summary>The delivery number of a message, 100 when there is none.</summary>
    protected int State(string id, DateTime now) =>
        !long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out long number) || Messages.Find(number) is not SimulatedMessage message ? 100
            : message.StateAt(now) switch
            {
                MessageState.SentToOperator => 8,
                MessageState.Delivered => 1,
                MessageState.NotDelivered => 2,
                MessageState.Blocked => 35,
                _ => 400,
            };

    /// <summary>What is wrong with a call as a whole; null when nothing is.</summary>
    protected int? WholeError(SimulatedRequest request, bool known, string line, int recipients, bool hasText) =>
        !known ? Codes.BadLogin
        : !Account.IsActive ? Codes.NotActive
        : request.Fault == SimulatedFault.TooFast ? Codes.Updating
        : recipients is 0 or > Most ? Codes.TooMany
        : !Account.Lines.Contains(line) ? Codes.BadLine
        : !hasText ? Codes.EmptyText
        : request.Fault == SimulatedFault.CreditGone ? Codes.NoCredit
        : null;

    /// <summary>Takes what can be taken: an id or a code a message, in order, and what was accepted.</summary>
    protected (long[] Answers, IReadOnlyList<SimulatedMessage> Accepted) Take(string line, IReadOnlyList<string> recipients, IReadOnlyList<string> texts)
    {
        var drafts = new List<SimulatedMessage>();
        var places = new List<int>();
        long[] answers = new long[recipients.Count];
        decimal credit = Credit;
        for (int i = 0; i < recipients.Count; i++)
        {
            string? recipient = Subscriber.Parse(recipients[i]);
            decimal cost = Subscriber.Parts(texts[i]) * Account.PartPrice;
            answers[i] = recipient is null ? Codes.BadRecipient
                : Fates.Of(recipient) == Fate.BlockedAtHandOver ? Codes.Blocked
                : cost > credit ? Codes.NoCredit
                : -1;
            if (answers[i] == -1)
            {
                credit -= cost;
                places.Add(i);
                drafts.Add(new SimulatedMessage(0, line, recipient!, texts[i], null, Now, cost));
            }
        }

        IReadOnlyList<SimulatedMessage> accepted = drafts.Count == 0 ? [] : Messages.Accept(drafts);
        for (int i = 0; i < accepted.Count; i++)
        {
            answers[places[i]] = accepted[i].Id;
        }

        return (answers, accepted);
    }

    protected IReadOnlyList<InboundMessage> InboxPage(string location, string line, int index, int count) => location != "1" ? [] : Inbound.Read(
        message => line.Length == 0 || message.Line == line, found => found.Reverse().Skip(index).Take(count), marks: false);

    protected static string Clock(DateTime utc) => TehranClock.Iso(utc)[..23];

    protected static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;

    private SimulatedReply Send(SimulatedRequest request, XElement operation, bool known, bool textEach)
    {
        string[] recipients = Items(operation, "to");
        string[] texts = textEach ? Items(operation, "text") : [.. recipients.Select(_ => SoapService.Value(operation, "text"))];
        string line = SoapService.Value(operation, "from");
        int? error = texts.Length != recipients.Length ? Codes.BadRecipient
            : WholeError(request, known, line, recipients.Length, texts.All(text => text.Length > 0));
        if (error is not null)
        {
            return SoapService.Response(operation, Named(operation, "Result", Text(error.Value)), Element(operation, "recId", null), Element(operation, "status", null));
        }

        (long[] answers, IReadOnlyList<SimulatedMessage> accepted) = Take(line, recipients, texts);
        byte[] status = [.. answers.Select(answer => (byte)(answer < 1_000 ? 1 : 0))];
        return SoapService.Response(
            operation,
            Named(operation, "Result", "1"),
            new XElement(operation.Name.Namespace + "recId", answers.Select(answer => Element(operation, "long", Text(answer)))),
            Element(operation, "status", Convert.ToBase64String(status))) with { Fault = FaultOf(accepted) };
    }

    private SimulatedReply SendSimple(SimulatedRequest request, XElement operation, bool known)
    {
        string[] recipients = Items(operation, "to");
        string line = SoapService.Value(operation, "from");
        string text = SoapService.Value(operation, "text");
        if (WholeError(request, known, line, recipients.Length, text.Length > 0) is int error)
        {
            return SoapService.Result(operation, recipients.Select(_ => Element(operation, "string", Text(error))));
        }

        (long[] answers, IReadOnlyList<SimulatedMessage> accepted) = Take(line, recipients, [.. recipients.Select(_ => text)]);
        return SoapService.Result(operation, answers.Select(answer => Element(operation, "string", Text(answer)))) with { Fault = FaultOf(accepted) };
    }

    private IReadOnlyList<InboundMessage> Inbox(XElement operation) => InboxPage(
        SoapService.Value(operation, "location"), SoapService.Value(operation, "from"),
        Number(SoapService.Value(operation, "index")), Math.Clamp(Number(SoapService.Value(operation, "count")), 0, Most));

    private static XElement Row(XElement operation, InboundMessage message)
    {
        XNamespace ns = operation.Name.Namespace;
        return new XElement(
            ns + "MessagesBL",
            new XElement(ns + "MsgID", message.Id),
            new XElement(ns + "Body", message.Text),
            new XElement(ns + "SendDate", Clock(message.ReceivedOn)),
            new XElement(ns + "Sender", message.Sender),
            new XElement(ns + "Receiver", message.Line),
            new XElement(ns + "FirstLocation", 1),
            new XElement(ns + "CurrentLocation", 1),
            new XElement(ns + "Parts", Subscriber.Parts(message.Text)),
            new XElement(ns + "IsUnicode", "true"));
    }

    private static string[] Items(XElement operation, string name) => [.. operation.Element(operation.Name.Namespace + name)?.Elements().Select(item => item.Value) ?? []];

    private static XElement Element(XElement operation, string name, string? value) => new(operation.Name.Namespace + name, value);

    private static XElement Named(XElement operation, string suffix, string value) => new(operation.Name.Namespace + (operation.Name.LocalName + suffix), value);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
