using System;
using System.Collections.Generic;
using System.Globalization;
using smSys.Messaging.Providers;
using smSys.Providers.Batches;
using smSys.Providers.Codes;
using smSys.Providers.Http;
using smSys.Providers.Matching;
using smSys.Providers.Wire;

namespace smSys.Providers.ParsGreen;

/// <summary>
/// Pars Green's REST service (Apiv2), and the older SOAP MsgService for incoming messages, whose path in REST nobody has
/// published. The account's secret is the API key; the user name may hold the SOAP signature where that is another.
/// </summary>
public sealed class ParsGreenProvider : ProviderAdapter
{
    /// <summary>The stable name.</summary>
    public const string Kind = "parsgreen";

    /// <summary>The option that names the field of CheckDelivery: <c>ReqID</c> or <c>RecId</c>.</summary>
    public const string DeliveryFieldOption = "deliveryfield";

    /// <summary>The option with the address of MsgService, when it is on another host.</summary>
    public const string InboxOption = "inbox";

    private const int Most = 100;
    private const int MostStates = 20;
    private readonly Uri _endpoint;
    private readonly FaultTable _errors;
    private readonly StateTable _states;

    /// <summary>An adapter for an account.</summary>
    public ParsGreenProvider(ProviderAccount account, ProviderSurroundings surroundings)
        : base(account, surroundings, account.UserName)
    {
        _endpoint = AddressRules.Endpoint(account.Address, "/Apiv2/");
        _errors = ParsGreenCodes.Errors.With(account.Options);
        _states = ParsGreenCodes.States.With(account.Options);
    }

    /// <inheritdoc/>
    public override ProviderCapabilities Capabilities { get; } = new()
    {
        SendLimit = Most,
        StateLimit = MostStates,
        ReceiveLimit = ParsGreenInbox.PageSize,
        HasBalance = true,
        HasLines = true,
    };

    private protected override ProviderAnswer<ReceivedPage> ReceivePage(ReceiveRequest request)
    {
        const string Operation = "GetMessagePageing";
        string ns = Option("namespace", "http://tempuri.org/");
        string[] columns = Option("columns", "MsgIdEncrypt,Body,SendDate,Sender,Receiver").Split(',');
        if (columns.Length != 5)
        {
            return new ProviderAnswer<ReceivedPage>(new ProviderFault(
                ProviderFaultKind.SignIn, "columns", "The option columns has to name five columns: id, text, time, sender, line."));
        }

        ParsGreenInbox inbox = ParsGreenInbox.At(request);
        string signature = Account.UserName.Length > 0 ? Account.UserName : Account.Secret;
        SoapEnvelope soap = inbox.Ask(new SoapEnvelope(Operation, ns).Value("signature", signature), Option("location", "1"));
        WireRequest call = WireRequest.Post(Operation, InboxAddress(), soap.Finish(), SoapEnvelope.ContentType, Account.SingleTimeout)
            .With([new KeyValuePair<string, string>("SOAPAction", "\"" + ns.TrimEnd('/') + "/" + Operation + "\"")]);
        SoapAnswer answer = SoapAnswer.Read(Transport.Call(call), Operation, Mask);
        if (answer.Result is not WireNode result)
        {
            return new ProviderAnswer<ReceivedPage>(answer.Fault
                ?? new ProviderFault(ProviderFaultKind.Unclear, "soap-fault", Mask.Clean(answer.FaultText!)) { WholeCall = true });
        }

        string code = result.Children.Count == 0 ? result.Text.Trim() : string.Empty;
        return code.Length > 0
            ? new ProviderAnswer<ReceivedPage>(_errors.Fault(code, null, Mask) with { WholeCall = true })
            : new ProviderAnswer<ReceivedPage>(inbox.Page(result, Array.ConvertAll(columns, column => column.Trim()), request));
    }

    /// <inheritdoc/>
    public override ProviderAnswer<Balance> GetBalance()
    {
        ProviderFault? fault = Call("User/Credit", new JsonWriter().Open().Close(), Account.SingleTimeout, out WireNode root);
        return fault is not null
            ? new ProviderAnswer<Balance>(fault)
            : root.NumberOf("Amount") is decimal amount
                ? new ProviderAnswer<Balance>(new Balance(amount, BalanceUnit.Rial))
                : new ProviderAnswer<Balance>(Odd("Amount"));
    }

    /// <inheritdoc/>
    public override ProviderAnswer<IReadOnlyList<string>> GetLines()
    {
        JsonWriter body = new JsonWriter().Open().Number("NumberType", 0).Close();
        ProviderFault? fault = Call("User/SmsNumber", body, Account.SingleTimeout, out WireNode root);
        return fault is null
            ? new ProviderAnswer<IReadOnlyList<string>>(ParsGreenWire.Lines(root))
            : new ProviderAnswer<IReadOnlyList<string>>(fault);
    }

    private protected override IReadOnlyList<SendOutcome> SendBatch(IReadOnlyList<OutgoingMessage> messages)
    {
        int most = int.TryParse(Option("recipients", string.Empty), NumberStyles.None, CultureInfo.InvariantCulture, out int own) && own > 0 ? own : Most;
        return new GroupedSend(Account, message => message.Line + "\n" + message.Text, most, namesRecipients: true).Send(messages, SendGroup);
    }

    private protected override ProviderAnswer<IReadOnlyList<DeliveryState>> StatesOf(IReadOnlyList<string> ids) => OneByOne.States(Account, ids, StateOf);

    private IReadOnlyList<SendOutcome> SendGroup(IReadOnlyList<OutgoingMessage> messages, TimeSpan timeout)
    {
        string body = ParsGreenWire.Send(messages, Option(NumberForms.OptionName, "09"));
        ProviderFault? fault = ParsGreenWire.Open(Post("Message/SendSms", body, timeout), _errors, Mask, out WireNode root);
        if (fault is not null)
        {
            return AllTo(messages, fault);
        }

        var items = new List<AnsweredItem>();
        foreach (WireNode item in root["DataList"]?.Children ?? [])
        {
            items.Add(ParsGreenWire.Sent(item));
        }

        return AnswerMatcher.Match(messages, items);
    }

    private ProviderAnswer<DeliveryState> StateOf(string id, TimeSpan timeout)
    {
        JsonWriter body = new JsonWriter().Open().Text(Option(DeliveryFieldOption, "ReqID"), id).Close();
        ProviderFault? fault = Call("Message/CheckDelivery", body, timeout, out WireNode root);
        return fault is not null
            ? new ProviderAnswer<DeliveryState>(fault)
            : root.TextOf("DeliveryStatus") is string code
                ? new ProviderAnswer<DeliveryState>(new DeliveryState(id, _states.Judge(code), Mask.Clean(code)))
                : new ProviderAnswer<DeliveryState>(Odd("DeliveryStatus"));
    }

    private ProviderFault? Call(string operation, JsonWriter body, TimeSpan timeout, out WireNode root) =>
        ParsGreenWire.Open(Post(operation, body.ToString(), timeout), _errors, Mask, out root);

    private Exchange Post(string operation, string body, TimeSpan timeout)
    {
        Uri address = _endpoint.IsAbsoluteUri ? new Uri(_endpoint.AbsoluteUri.TrimEnd('/') + "/" + operation) : _endpoint;
        return Transport.Call(WireRequest.Post(operation, address, body, "application/json; charset=utf-8", timeout).With(
        [
            new KeyValuePair<string, string>("Authorization", "basic apikey:" + Account.Secret),
            new KeyValuePair<string, string>("Accept", "application/json"),
        ]));
    }

    private Uri InboxAddress() =>
        Uri.TryCreate(Option(InboxOption, string.Empty), UriKind.Absolute, out Uri? own) ? own
        : Account.Address.IsAbsoluteUri ? new Uri(Account.Address, "/Api/MsgService.asmx")
        : Account.Address;

    private static ProviderFault Odd(string what) =>
        new(ProviderFaultKind.Unclear, "odd", "The answer says success, but its " + what + " is missing.");
}
