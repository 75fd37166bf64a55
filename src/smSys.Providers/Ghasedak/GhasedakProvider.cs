using System;
using System.Collections.Generic;
using System.Globalization;
using smSys.Messaging.Providers;
using smSys.Providers.Codes;
using smSys.Providers.Http;
using smSys.Providers.Matching;
using smSys.Providers.Wire;

namespace smSys.Providers.Ghasedak;

/// <summary>Ghasedak's REST service (gateway.ghasedak.me, WebService v1). The account's secret is the API key; there is no user name.</summary>
public sealed class GhasedakProvider : ProviderAdapter
{
    /// <summary>The stable name.</summary>
    public const string Kind = "ghasedak";

    private const int Most = 100;
    private readonly Uri _endpoint;
    private readonly FaultTable _errors;
    private readonly StateTable _states;

    /// <summary>An adapter for an account.</summary>
    public GhasedakProvider(ProviderAccount account, ProviderSurroundings surroundings)
        : base(account, surroundings)
    {
        _endpoint = AddressRules.Endpoint(account.Address, "/rest/api/v1/WebService/");
        _errors = GhasedakCodes.Errors.With(account.Options);
        _states = GhasedakCodes.States.With(account.Options);
    }

    /// <inheritdoc/>
    public override ProviderCapabilities Capabilities { get; } = new()
    {
        SendLimit = Most,
        AskLimit = Most,
        StateLimit = Most,
        ReceiveLimit = GhasedakInbox.PageSize,
        ReceiveMarksAsRead = true,
        HasBalance = true,
    };

    private protected override ProviderAnswer<ReceivedPage> ReceivePage(ReceiveRequest request)
    {
        GhasedakInbox inbox = GhasedakInbox.At(request);
        ProviderFault? fault = Question("GetReceivedSmsesPaging", inbox.Query(request), out WireNode data);
        return fault is not null
            ? new ProviderAnswer<ReceivedPage>(fault)
            : data["items"] is WireNode items ? new ProviderAnswer<ReceivedPage>(inbox.Page(data, items)) : new ProviderAnswer<ReceivedPage>(Odd("data.items"));
    }

    /// <inheritdoc/>
    public override ProviderAnswer<Balance> GetBalance()
    {
        ProviderFault? fault = Question("GetAccountInformation", string.Empty, out WireNode data);
        return fault is not null
            ? new ProviderAnswer<Balance>(fault)
            : data.NumberOf("credit") is decimal credit
                ? new ProviderAnswer<Balance>(new Balance(credit, BalanceUnit.Rial))
                : new ProviderAnswer<Balance>(Odd("data.credit"));
    }

    private protected override IReadOnlyList<SendOutcome> SendBatch(IReadOnlyList<OutgoingMessage> messages)
    {
        string numbers = Option(NumberForms.OptionName, "09");
        bool single = messages.Count == 1;
        string operation = single ? "SendSingleSMS" : "SendPairToPairSMS";
        string body = single ? GhasedakWire.Single(messages[0], numbers) : GhasedakWire.PairToPair(messages, numbers);
        WireRequest request = WireRequest.Post(operation, Address(operation), body, "application/json; charset=utf-8", SendTimeout(messages.Count));
        ProviderFault? fault = GhasedakWire.Open(Transport.Call(WithKey(request)), _errors, Mask, out WireNode data);
        if (fault is not null)
        {
            return AllTo(messages, fault);
        }

        var items = new List<AnsweredItem>();
        foreach (WireNode item in single ? [data] : data["items"]?.Children ?? [])
        {
            items.Add(GhasedakWire.Sent(item));
        }

        return AnswerMatcher.Match(messages, items);
    }

    private protected override bool AbsenceIsSilence => true;

    private protected override IReadOnlyList<ReferenceAnswer> AskBatch(IReadOnlyList<long> references)
    {
        var ids = new List<string>();
        foreach (long reference in references)
        {
            ids.Add(reference.ToString(CultureInfo.InvariantCulture));
        }

        ProviderFault? fault = Question("CheckSmsStatus", "Ids=" + GhasedakWire.Join(ids) + "&Type=2", out WireNode data);
        if (fault is not null)
        {
            return AllUnsaid(references, fault);
        }

        // The list holds what is known; a row that names nobody we asked about makes the absence of others doubtful.
        bool odd = data.IsNull;
        var rows = new Dictionary<string, WireNode>(StringComparer.Ordinal);
        foreach (WireNode row in data.Children)
        {
            string reference = row.TextOf("clientReferenceId") ?? string.Empty;
            odd |= !ids.Contains(reference);
            if (!rows.ContainsKey(reference))
            {
                rows.Add(reference, row);
            }
        }

        var answers = new ReferenceAnswer[references.Count];
        for (int i = 0; i < answers.Length; i++)
        {
            answers[i] = rows.TryGetValue(ids[i], out WireNode? row)
                ? Found(references[i], row)
                : odd
                    ? new ReferenceAnswer(references[i], ReferenceAnswerKind.CannotSay, Fault: Odd("clientReferenceId"))
                    : new ReferenceAnswer(references[i], ReferenceAnswerKind.Absent);
        }

        return answers;
    }

    private protected override ProviderAnswer<IReadOnlyList<DeliveryState>> StatesOf(IReadOnlyList<string> ids)
    {
        ProviderFault? fault = Question("CheckSmsStatus", "Ids=" + GhasedakWire.Join(ids) + "&Type=1", out WireNode data);
        if (fault is not null || data.IsNull)
        {
            return new ProviderAnswer<IReadOnlyList<DeliveryState>>(fault ?? Odd("data"));
        }

        var states = new List<DeliveryState>();
        foreach (WireNode row in data.Children)
        {
            if (row.TextOf("messageId") is string id && row.TextOf("status") is string status)
            {
                long? reference = long.TryParse(row.TextOf("clientReferenceId"), NumberStyles.None, CultureInfo.InvariantCulture, out long ours) ? ours : null;
                states.Add(new DeliveryState(id, _states.Judge(status), Mask.Clean(status), Reference: reference));
            }
        }

        return new ProviderAnswer<IReadOnlyList<DeliveryState>>(states);
    }

    private ReferenceAnswer Found(long reference, WireNode row)
    {
        string? id = row.TextOf("messageId");
        string? status = row.TextOf("status");
        return ProviderId.IsPlain(id)
            ? new ReferenceAnswer(reference, ReferenceAnswerKind.Found, id!, status is null ? null : _states.Judge(status))
            : new ReferenceAnswer(reference, ReferenceAnswerKind.CannotSay, Fault: Odd("messageId"));
    }

    private ProviderFault? Question(string operation, string query, out WireNode data)
    {
        Uri address = Address(query.Length == 0 ? operation : operation + "?" + query);
        WireRequest request = WireRequest.Get(operation, address, Account.SingleTimeout);
        return GhasedakWire.Open(Transport.Call(WithKey(request)), _errors, Mask, out data);
    }

    private static ProviderFault Odd(string what) =>
        new(ProviderFaultKind.Unclear, "odd", "The answer says success, but its " + what + " is missing or not ours.");

    private Uri Address(string operation) => AddressRules.Under(_endpoint, operation);

    private WireRequest WithKey(WireRequest request) => request.With(
    [
        new KeyValuePair<string, string>("ApiKey", Account.Secret),
        new KeyValuePair<string, string>("Accept", "application/json"),
    ]);
}
