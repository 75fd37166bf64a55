using System;
using System.Collections.Generic;
using System.Globalization;
using smSys.Messaging.Providers;
using smSys.Providers.Batches;
using smSys.Providers.Http;
using smSys.Providers.Wire;

namespace smSys.Providers.PayamakPanel;

/// <summary>
/// payamak-panel's REST service. Nobody documents which ids a call with several recipients gives, so a call carries one
/// message; that is why SOAP is the better choice for bulks.
/// </summary>
public sealed class PayamakPanelRestProvider : ProviderAdapter
{
    private const int MostMessages = 20;
    private const int MostStates = 20;
    private readonly Uri _endpoint;
    private readonly PanelContract _contract;

    /// <summary>An adapter for an account.</summary>
    public PayamakPanelRestProvider(ProviderAccount account, ProviderSurroundings surroundings)
        : base(account, surroundings)
    {
        _endpoint = AddressRules.Endpoint(account.Address, "/api/SendSMS/");
        _contract = new PanelContract { Errors = PayamakPanelCodes.Errors, States = PayamakPanelCodes.States, IdDigits = 10 }.With(account.Options);
    }

    /// <inheritdoc/>
    public override ProviderCapabilities Capabilities { get; } = new()
    {
        SendLimit = MostMessages,
        StateLimit = MostStates,
        ReceiveLimit = PanelInbox.PageSize,
        HasBalance = true,
        HasLines = true,
    };

    private protected override ProviderAnswer<ReceivedPage> ReceivePage(ReceiveRequest request)
    {
        PanelInbox inbox = PanelInbox.At(request);
        FormText form = SignedIn()
            .Field("location", _contract.Inbox)
            .Field("from", request.Line)
            .Field("index", inbox.Index(_contract.CountsPages))
            .Field("count", PanelInbox.PageSize.ToString(CultureInfo.InvariantCulture));
        ProviderFault? fault = Question("GetMessages", form, Account.SingleTimeout, out WireNode root);
        return fault is not null
            ? new ProviderAnswer<ReceivedPage>(fault)
            : root["Data"] is WireNode data ? new ProviderAnswer<ReceivedPage>(inbox.Page(data.Children, request)) : new ProviderAnswer<ReceivedPage>(Odd("Data"));
    }

    /// <inheritdoc/>
    public override ProviderAnswer<Balance> GetBalance()
    {
        ProviderFault? fault = Question("GetCredit", SignedIn(), Account.SingleTimeout, out WireNode root);
        return fault is not null
            ? new ProviderAnswer<Balance>(fault)
            : decimal.TryParse(root.TextOf("Value"), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal credit)
                ? new ProviderAnswer<Balance>(new Balance(credit, _contract.Unit))
                : new ProviderAnswer<Balance>(Odd("Value"));
    }

    /// <inheritdoc/>
    public override ProviderAnswer<IReadOnlyList<string>> GetLines()
    {
        ProviderFault? fault = Question("GetUserNumbers", SignedIn(), Account.SingleTimeout, out WireNode root);
        return fault is not null
            ? new ProviderAnswer<IReadOnlyList<string>>(fault)
            : root["Data"] is WireNode data ? new ProviderAnswer<IReadOnlyList<string>>(PanelLines.Of(data)) : new ProviderAnswer<IReadOnlyList<string>>(Odd("Data"));
    }

    private protected override IReadOnlyList<SendOutcome> SendBatch(IReadOnlyList<OutgoingMessage> messages) =>
        new GroupedSend(Account, message => message.Text, 1, namesRecipients: false).Send(messages, (one, timeout) => [SendOne(one[0], timeout)]);

    private protected override ProviderAnswer<IReadOnlyList<DeliveryState>> StatesOf(IReadOnlyList<string> ids) => OneByOne.States(Account, ids, StateOf);

    private ProviderAnswer<DeliveryState> StateOf(string id, TimeSpan timeout)
    {
        ProviderFault? fault = Question("GetDeliveries2", SignedIn().Field("recID", id), timeout, out WireNode root);
        return fault is not null
            ? new ProviderAnswer<DeliveryState>(fault)
            : root.TextOf("Value") is string code
                ? new ProviderAnswer<DeliveryState>(new DeliveryState(id, _contract.States.Judge(code), Mask.Clean(code)))
                : new ProviderAnswer<DeliveryState>(Odd("Value"));
    }

    private SendOutcome SendOne(OutgoingMessage message, TimeSpan timeout)
    {
        FormText form = SignedIn()
            .Field("to", NumberForms.Write(message.Recipient, Option(NumberForms.OptionName, "09")))
            .Field("from", message.Line)
            .Field("text", message.Text)
            .Field("isFlash", "false");
        return PayamakPanelRestWire.Sent(Call("SendSMS", form, timeout), _contract, Mask);
    }

    private ProviderFault? Question(string operation, FormText form, TimeSpan timeout, out WireNode root) =>
        PayamakPanelRestWire.Open(Call(operation, form, timeout), _contract, Mask, out root);

    private Exchange Call(string operation, FormText form, TimeSpan timeout)
    {
        Uri address = _endpoint.IsAbsoluteUri ? new Uri(_endpoint.AbsoluteUri.TrimEnd('/') + "/" + operation) : _endpoint;
        return Transport.Call(WireRequest.Post(operation, address, form.ToString(), FormText.ContentType, timeout)
            .With([new KeyValuePair<string, string>("Accept", "application/json")]));
    }

    private FormText SignedIn() => new FormText().Field("username", Account.UserName).Field("password", Account.Secret);

    private static ProviderFault Odd(string what) =>
        new(ProviderFaultKind.Unclear, "odd", "The answer says success, but its " + what + " is missing or not of the expected form.");
}
