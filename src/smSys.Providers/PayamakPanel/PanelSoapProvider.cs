using System;
using System.Collections.Generic;
using System.Globalization;
using smSys.Messaging.Providers;
using smSys.Providers.Batches;
using smSys.Providers.Http;
using smSys.Providers.Wire;

namespace smSys.Providers.PayamakPanel;

/// <summary>
/// The SOAP services that most Iranian panels share (Send.asmx and its sisters), by a contract of paths, names and codes. One
/// call carries one line; with one text it is the send operation, with several the many operation where the panel has it.
/// </summary>
public sealed class PanelSoapProvider : ProviderAdapter
{
    private const int MostStates = 100;
    private readonly PanelContract _contract;

    /// <summary>An adapter for an account, by a contract that already holds the account's options.</summary>
    public PanelSoapProvider(ProviderAccount account, ProviderSurroundings surroundings, PanelContract contract)
        : base(account, surroundings)
    {
        _contract = contract;
        Capabilities = new ProviderCapabilities
        {
            SendLimit = Math.Min(contract.Recipients, 100),
            StateLimit = MostStates,
            ReceiveLimit = PanelInbox.PageSize,
            HasBalance = true,
            HasLines = true,
        };
    }

    /// <inheritdoc/>
    public override ProviderCapabilities Capabilities { get; }

    private protected override ProviderAnswer<ReceivedPage> ReceivePage(ReceiveRequest request)
    {
        PanelInbox inbox = PanelInbox.At(request);
        SoapEnvelope soap = SignedIn("GetMessages")
            .Value("location", _contract.Inbox)
            .Value("from", request.Line)
            .Value("index", inbox.Index(_contract.CountsPages))
            .Value("count", PanelInbox.PageSize.ToString(CultureInfo.InvariantCulture));
        ProviderFault? fault = Call("Receive.asmx", "GetMessages", soap, Account.SingleTimeout, out WireNode response);
        return fault is not null
            ? new ProviderAnswer<ReceivedPage>(fault)
            : response["GetMessagesResult"] is WireNode result
                ? new ProviderAnswer<ReceivedPage>(inbox.Page(result.Children, request))
                : new ProviderAnswer<ReceivedPage>(Odd("GetMessagesResult"));
    }

    /// <inheritdoc/>
    public override ProviderAnswer<Balance> GetBalance()
    {
        ProviderFault? fault = Call("Send.asmx", "GetCredit", SignedIn("GetCredit"), Account.SingleTimeout, out WireNode response);
        if (fault is not null || response.TextOf("GetCreditResult") is not string text
            || !decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal credit))
        {
            return new ProviderAnswer<Balance>(fault ?? Odd("GetCreditResult"));
        }

        return credit == 0
            ? new ProviderAnswer<Balance>(new ProviderFault(ProviderFaultKind.Unclear, "0", "0, which is an empty account or a wrong user name or password."))
            : new ProviderAnswer<Balance>(new Balance(credit, _contract.Unit));
    }

    /// <inheritdoc/>
    public override ProviderAnswer<IReadOnlyList<string>> GetLines()
    {
        ProviderFault? fault = Call("Users.asmx", "GetUserNumbers", SignedIn("GetUserNumbers"), Account.SingleTimeout, out WireNode response);
        return fault is not null
            ? new ProviderAnswer<IReadOnlyList<string>>(fault)
            : response["GetUserNumbersResult"] is WireNode result
                ? new ProviderAnswer<IReadOnlyList<string>>(PanelLines.Of(result))
                : new ProviderAnswer<IReadOnlyList<string>>(Odd("GetUserNumbersResult"));
    }

    private protected override IReadOnlyList<SendOutcome> SendBatch(IReadOnlyList<OutgoingMessage> messages)
    {
        bool many = _contract.ManyOperation.Length > 0;
        var grouped = new GroupedSend(
            Account, message => many ? message.Line : message.Line + "\n" + message.Text, _contract.Recipients, namesRecipients: false);
        return grouped.Send(messages, SendGroup);
    }

    private protected override ProviderAnswer<IReadOnlyList<DeliveryState>> StatesOf(IReadOnlyList<string> ids)
    {
        var asked = new List<string>(ids.Count);
        foreach (string id in ids)
        {
            if (long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            {
                asked.Add(id);
            }
        }

        if (asked.Count == 0)
        {
            return new ProviderAnswer<IReadOnlyList<DeliveryState>>(Array.Empty<DeliveryState>());
        }

        SoapEnvelope soap = SignedIn("GetDeliveries").Array("recIds", "long", asked);
        ProviderFault? fault = Call("Send.asmx", "GetDeliveries", soap, Account.SingleTimeout, out WireNode response);
        IReadOnlyList<WireNode> codes = response["GetDeliveriesResult"]?.Children ?? [];
        if (fault is not null || codes.Count != asked.Count)
        {
            // The numbers stand by position only, so an answer of another length says nothing about anybody.
            return new ProviderAnswer<IReadOnlyList<DeliveryState>>(fault ?? Odd("GetDeliveriesResult"));
        }

        var states = new List<DeliveryState>(asked.Count);
        for (int i = 0; i < asked.Count; i++)
        {
            string code = codes[i].Text.Trim();
            states.Add(new DeliveryState(asked[i], _contract.States.Judge(code), Mask.Clean(code)));
        }

        return new ProviderAnswer<IReadOnlyList<DeliveryState>>(states);
    }

    private IReadOnlyList<SendOutcome> SendGroup(IReadOnlyList<OutgoingMessage> messages, TimeSpan timeout)
    {
        bool textEach = false;
        foreach (OutgoingMessage message in messages)
        {
            textEach |= !string.Equals(message.Text, messages[0].Text, StringComparison.Ordinal);
        }

        string operation = textEach ? _contract.ManyOperation : _contract.SendOperation;
        SoapEnvelope soap = PanelSoapWire.Send(SignedIn(operation), operation, messages, Option(NumberForms.OptionName, "09"), textEach);
        ProviderFault? fault = Call(textEach ? _contract.ManyService : "Send.asmx", operation, soap, timeout, out WireNode response);
        return fault is null ? PanelSoapWire.Sent(response, operation, messages.Count, _contract, Mask) : AllTo(messages, fault);
    }

    private ProviderFault? Call(string service, string operation, SoapEnvelope soap, TimeSpan timeout, out WireNode response)
    {
        string action = "\"" + _contract.Namespace.TrimEnd('/') + "/" + operation + "\"";
        WireRequest request = WireRequest.Post(operation, _contract.Service(Account.Address, service), soap.Finish(), SoapEnvelope.ContentType, timeout)
            .With([new KeyValuePair<string, string>("SOAPAction", action)]);
        SoapAnswer answer = SoapAnswer.Read(Transport.Call(request), operation, Mask, string.Empty);
        response = answer.Result ?? new WireNode(operation, isNull: true);
        return answer.FaultText is string words
            ? new ProviderFault(ProviderFaultKind.Unclear, "soap-fault", Mask.Clean(words)) { WholeCall = true }
            : answer.Fault;
    }

    private SoapEnvelope SignedIn(string operation) =>
        new SoapEnvelope(operation, _contract.Namespace).Value("username", Account.UserName).Value("password", Account.Secret);

    private static ProviderFault Odd(string what) =>
        new(ProviderFaultKind.Unclear, "odd", "The answer's " + what + " is missing or not of the expected form.");
}
