using System;
using System.Collections.Generic;
using System.Globalization;
using smSys.Messaging.Providers;
using smSys.Providers.Codes;
using smSys.Providers.Http;
using smSys.Providers.Matching;
using smSys.Providers.Wire;

namespace smSys.Providers.Kavenegar;

/// <summary>
/// Kavenegar's REST service. The account's secret is the API key; it stands in the path of every address, so addresses are
/// said nowhere. Everything is a POST, questions too, so that ids and numbers stand in bodies.
/// </summary>
public sealed class KavenegarProvider : ProviderAdapter
{
    /// <summary>The stable name.</summary>
    public const string Kind = "kavenegar";

    /// <summary>The option that says how our references are written: <c>comma</c> or <c>json</c>.</summary>
    public const string LocalIdsOption = "localids";

    /// <summary>The option that switches the second reading of read messages off: <c>paged</c> or <c>none</c>.</summary>
    public const string RereadOption = "reread";

    private const int MostMessages = 200;
    private const int MostIds = 500;
    private readonly Uri _root;
    private readonly FaultTable _errors;
    private readonly StateTable _states;

    /// <summary>An adapter for an account.</summary>
    public KavenegarProvider(ProviderAccount account, ProviderSurroundings surroundings)
        : base(account, surroundings)
    {
        _root = AddressRules.Endpoint(account.Address, "/v1/");
        _errors = KavenegarCodes.Errors.With(account.Options);
        _states = KavenegarCodes.States.With(account.Options);
    }

    /// <inheritdoc/>
    public override ProviderCapabilities Capabilities { get; } = new()
    {
        SendLimit = MostMessages,
        AskLimit = MostIds,
        StateLimit = MostIds,
        ReceiveLimit = KavenegarInbox.PageSize,
        ReceiveMarksAsRead = true,
        HasBalance = true,
        RefusesRepeatedReference = true,
        StateWindow = TimeSpan.FromHours(48),
        AskWindow = TimeSpan.FromHours(12),
    };

    private protected override ProviderAnswer<ReceivedPage> ReceivePage(ReceiveRequest request)
    {
        bool rereads = !string.Equals(Option(RereadOption, "paged"), "none", StringComparison.OrdinalIgnoreCase);
        KavenegarInbox inbox = KavenegarInbox.At(request, rereads);
        ProviderFault? fault = Call(inbox.Operation, inbox.Form(request), Account.SingleTimeout, out WireNode root);
        return fault is null ? new ProviderAnswer<ReceivedPage>(inbox.Page(root)) : new ProviderAnswer<ReceivedPage>(fault);
    }

    /// <inheritdoc/>
    public override ProviderAnswer<Balance> GetBalance()
    {
        ProviderFault? fault = Call("account/info", string.Empty, Account.SingleTimeout, out WireNode root);
        return fault is not null
            ? new ProviderAnswer<Balance>(fault)
            : Entries(root).Count > 0 && (root["entries"]!.NumberOf("remaincredit") ?? Entries(root)[0].NumberOf("remaincredit")) is decimal credit
                ? new ProviderAnswer<Balance>(new Balance(credit, BalanceUnit.Rial))
                : new ProviderAnswer<Balance>(Odd("remaincredit"));
    }

    private protected override IReadOnlyList<SendOutcome> SendBatch(IReadOnlyList<OutgoingMessage> messages)
    {
        bool json = string.Equals(Option(LocalIdsOption, "comma"), "json", StringComparison.OrdinalIgnoreCase);
        string form = KavenegarWire.Batch(messages, Option(NumberForms.OptionName, "09"), json);
        ProviderFault? fault = Call("sms/sendarray", form, SendTimeout(messages.Count), out WireNode root);
        return fault is null ? AnswerMatcher.Match(messages, KavenegarWire.Sent(messages, Entries(root))) : AllTo(messages, fault);
    }

    private protected override IReadOnlyList<ReferenceAnswer> AskBatch(IReadOnlyList<long> references)
    {
        string joined = string.Join(",", references);
        ProviderFault? fault = Call("sms/statuslocalmessageid", new FormText().Field("localid", joined).ToString(), Account.SingleTimeout, out WireNode root);
        if (fault is not null)
        {
            return AllUnsaid(references, fault);
        }

        IReadOnlyList<WireNode> rows = Entries(root);
        bool byPlace = StandByPlace(references, rows);
        var answers = new ReferenceAnswer[references.Count];
        for (int i = 0; i < answers.Length; i++)
        {
            WireNode? row = byPlace ? rows[i] : RowOf(references[i], rows);
            answers[i] = row is null
                ? new ReferenceAnswer(references[i], ReferenceAnswerKind.CannotSay, Fault: Odd("localid"))
                : AnswerOf(references[i], row);
        }

        return answers;
    }

    private protected override ProviderAnswer<IReadOnlyList<DeliveryState>> StatesOf(IReadOnlyList<string> ids)
    {
        ProviderFault? fault = Call("sms/status", new FormText().Field("messageid", string.Join(",", ids)).ToString(), Account.SingleTimeout, out WireNode root);
        if (fault is not null)
        {
            return new ProviderAnswer<IReadOnlyList<DeliveryState>>(fault);
        }

        var states = new List<DeliveryState>();
        foreach (WireNode row in Entries(root))
        {
            if (row.TextOf("messageid") is string id && row.TextOf("status") is string status)
            {
                states.Add(new DeliveryState(id, _states.Judge(status), Mask.Clean(status)));
            }
        }

        return new ProviderAnswer<IReadOnlyList<DeliveryState>>(states);
    }

    private ReferenceAnswer AnswerOf(long reference, WireNode row)
    {
        string? id = row.TextOf("messageid");
        string? status = row.TextOf("status");
        return status == KavenegarCodes.NoSuchMessage
            ? new ReferenceAnswer(reference, ReferenceAnswerKind.Absent)
            : KavenegarWire.IsId(id)
                ? new ReferenceAnswer(reference, ReferenceAnswerKind.Found, id, status is null ? null : _states.Judge(status))
                : new ReferenceAnswer(reference, ReferenceAnswerKind.CannotSay, Fault: Odd("messageid"));
    }

    /// <summary>Rows of references that nobody knows may come without the reference; then their place tells, if nothing speaks against it.</summary>
    private static bool StandByPlace(IReadOnlyList<long> references, IReadOnlyList<WireNode> rows)
    {
        bool fits = references.Count == rows.Count;
        for (int i = 0; fits && i < rows.Count; i++)
        {
            fits = rows[i].TextOf("localid") is not string localId || localId == references[i].ToString(CultureInfo.InvariantCulture);
        }

        return fits;
    }

    private static WireNode? RowOf(long reference, IReadOnlyList<WireNode> rows)
    {
        string ours = reference.ToString(CultureInfo.InvariantCulture);
        foreach (WireNode row in rows)
        {
            if (row.TextOf("localid") == ours)
            {
                return row;
            }
        }

        return null;
    }

    private static IReadOnlyList<WireNode> Entries(WireNode root) => root["entries"]?.Children ?? [];

    private ProviderFault? Call(string operation, string form, TimeSpan timeout, out WireNode root)
    {
        if (Account.Secret.Length == 0)
        {
            root = new WireNode("root", isNull: true);
            return new ProviderFault(ProviderFaultKind.SignIn, "no-key", "The setting holds no API key.") { WholeCall = true };
        }

        Uri address = _root.IsAbsoluteUri
            ? new Uri(_root.AbsoluteUri.TrimEnd('/') + "/" + Uri.EscapeDataString(Account.Secret) + "/" + operation + ".json")
            : _root;
        WireRequest request = WireRequest.Post(operation, address, form, FormText.ContentType, timeout)
            .With([new KeyValuePair<string, string>("Accept", "application/json")]);
        return KavenegarWire.Open(Transport.Call(request), _errors, Mask, out root);
    }

    private static ProviderFault Odd(string what) =>
        new(ProviderFaultKind.Unclear, "odd", "The answer says success, but its " + what + " is missing or not ours.");
}
