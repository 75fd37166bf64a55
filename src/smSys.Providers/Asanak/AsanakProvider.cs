using System;
using System.Collections.Generic;
using smSys.Messaging.Providers;
using smSys.Providers.Codes;
using smSys.Providers.Http;
using smSys.Providers.Matching;
using smSys.Providers.Times;
using smSys.Providers.Wire;

namespace smSys.Providers.Asanak;

/// <summary>
/// Asanak's REST service (v2rest). It keeps no reference of ours: what ended unclear stays unknown until a person decides.
/// </summary>
public sealed class AsanakProvider : ProviderAdapter
{
    /// <summary>The stable name.</summary>
    public const string Kind = "asanak";

    /// <summary>The option with the address of the older SOAP gateway, by which incoming messages are polled.</summary>
    public const string InboxOption = "inbox";

    private const int Most = 100;
    private readonly Uri _endpoint;
    private readonly string _inbox;
    private readonly FaultTable _errors;
    private readonly StateTable _states;

    /// <summary>An adapter for an account.</summary>
    public AsanakProvider(ProviderAccount account, ProviderSurroundings surroundings)
        : base(account, surroundings)
    {
        _endpoint = AddressRules.Endpoint(account.Address, "/webservice/v2rest");
        _inbox = Option(InboxOption, string.Empty);
        _errors = AsanakCodes.Errors.With(account.Options);
        _states = AsanakCodes.States.With(account.Options);
        Capabilities = new ProviderCapabilities
        {
            SendLimit = Most,
            StateLimit = Most,
            ReceiveLimit = _inbox.Length > 0 ? AsanakInbox.PageSize : 0,
            HasBalance = true,
        };
    }

    /// <inheritdoc/>
    public override ProviderCapabilities Capabilities { get; }

    private protected override ProviderAnswer<ReceivedPage> ReceivePage(ReceiveRequest request)
    {
        if (_inbox.Length == 0)
        {
            return base.ReceivePage(request);
        }

        if (!Uri.TryCreate(_inbox, UriKind.Absolute, out Uri? address))
        {
            return new ProviderAnswer<ReceivedPage>(
                new ProviderFault(ProviderFaultKind.SignIn, "address", "The option inbox is no complete address; it begins with https://."));
        }

        string body = AsanakInbox.Request(Account, request, inSeconds: Option("inboxTimes", "ms") == "s");
        WireRequest call = WireRequest.Post(AsanakInbox.Operation, address, body, SoapEnvelope.ContentType, Account.SingleTimeout)
            .With([new KeyValuePair<string, string>("SOAPAction", "\"\"")]);
        return AsanakInbox.Read(Transport.Call(call), request, Mask);
    }

    /// <inheritdoc/>
    public override ProviderAnswer<Balance> GetBalance()
    {
        BalanceUnit unit = Option("unit", "Rial").Equals("Messages", StringComparison.OrdinalIgnoreCase) ? BalanceUnit.Messages : BalanceUnit.Rial;
        string operation = unit == BalanceUnit.Messages ? "getcredit" : "getrialcredit";
        ProviderFault? fault = Call(operation, SignedIn(), Account.SingleTimeout, out WireNode data);
        return fault is null && data.NumberOf("credit") is decimal credit
            ? new ProviderAnswer<Balance>(new Balance(credit, unit))
            : new ProviderAnswer<Balance>(fault ?? Odd("data.credit"));
    }

    private protected override IReadOnlyList<SendOutcome> SendBatch(IReadOnlyList<OutgoingMessage> messages)
    {
        string numbers = Option(NumberForms.OptionName, "09");
        long toBlackList = Option("sendToBlackList", "0") == "1" ? 1 : 0;
        bool same = ShareLineAndText(messages);
        JsonWriter json = SignedIn();
        if (same)
        {
            AsanakWire.WriteSame(json, messages, numbers, toBlackList);
        }
        else
        {
            AsanakWire.WriteDifferent(json, messages, numbers, toBlackList);
        }

        ProviderFault? fault = Call(same ? "sendsms" : "p2psendsms", json, SendTimeout(messages.Count), out WireNode data);
        return fault is null ? AnswerMatcher.Match(messages, AsanakWire.Sent(data, _errors, Mask)) : AllTo(messages, fault);
    }

    private protected override ProviderAnswer<IReadOnlyList<DeliveryState>> StatesOf(IReadOnlyList<string> ids)
    {
        var asked = new List<string>();
        foreach (string id in ids)
        {
            if (AsanakWire.IsId(id))
            {
                asked.Add(id);
            }
        }

        var states = new List<DeliveryState>();
        if (asked.Count == 0)
        {
            return new ProviderAnswer<IReadOnlyList<DeliveryState>>(states);
        }

        ProviderFault? fault = Call("msgstatus", SignedIn().Text("msgid", string.Join(",", asked)), Account.SingleTimeout, out WireNode data);
        if (fault is not null || data.IsNull)
        {
            return new ProviderAnswer<IReadOnlyList<DeliveryState>>(fault ?? Odd("data"));
        }

        foreach (WireNode row in data["MsgID"] is null ? data.Children : [data])
        {
            if (row.TextOf("MsgID") is string id && row.TextOf("Status") is string status && asked.Contains(id))
            {
                states.Add(new DeliveryState(id, _states.Judge(status), Mask.Clean(status), TehranTime.Parse(row.TextOf("DeliverTime"))));
            }
        }

        return new ProviderAnswer<IReadOnlyList<DeliveryState>>(states);
    }

    private ProviderFault? Call(string operation, JsonWriter json, TimeSpan timeout, out WireNode data)
    {
        Uri address = AddressRules.Under(_endpoint, operation);
        WireRequest request = WireRequest.Post(operation, address, json.Close().ToString(), "application/json; charset=utf-8", timeout)
            .With([new KeyValuePair<string, string>("Accept", "application/json")]);
        return AsanakWire.Open(Transport.Call(request), _errors, Mask, out data);
    }

    private JsonWriter SignedIn() => new JsonWriter().Open().Text("username", Account.UserName).Text("password", Account.Secret);

    private static bool ShareLineAndText(IReadOnlyList<OutgoingMessage> messages)
    {
        foreach (OutgoingMessage message in messages)
        {
            if (!string.Equals(message.Text, messages[0].Text, StringComparison.Ordinal) || !string.Equals(message.Line, messages[0].Line, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    private static ProviderFault Odd(string what) =>
        new(ProviderFaultKind.Unclear, "odd", "The answer says success, but its " + what + " is missing.");
}
