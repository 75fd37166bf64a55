using System.Globalization;
using smSys.Messaging.Providers;
using smSys.Providers.Batches;
using smSys.Providers.Codes;
using smSys.Providers.Http;
using smSys.Providers.Matching;
using smSys.Providers.Wire;

namespace smSys.Providers.Tests.Sample;

/// <summary>Step 3 of the walk-through: the operations. It speaks to the panel of the simulator "http", which another kind knows by a description.</summary>
public sealed class SampleProvider : ProviderAdapter
{
    private const int Most = 100;
    private const int PageSize = 50;
    private readonly Uri _endpoint;
    private readonly FaultTable _errors;
    private readonly StateTable _states;

    /// <summary>An adapter for an account.</summary>
    public SampleProvider(ProviderAccount account, ProviderSurroundings surroundings)
        : base(account, surroundings)
    {
        _endpoint = AddressRules.Endpoint(account.Address, "/api/v1/");
        _errors = SampleCodes.Errors.With(account.Options);
        _states = SampleCodes.States.With(account.Options);
    }

    /// <inheritdoc/>
    public override ProviderCapabilities Capabilities { get; } = new()
    {
        SendLimit = Most, AskLimit = Most, StateLimit = Most, ReceiveLimit = PageSize, HasBalance = true, HasLines = true,
    };

    private protected override bool AbsenceIsSilence => true;

    /// <inheritdoc/>
    public override ProviderAnswer<Balance> GetBalance() => Question("account", string.Empty, out WireNode root) is ProviderFault fault
        ? new ProviderAnswer<Balance>(fault)
        : root.NumberOf("credit") is decimal credit ? new ProviderAnswer<Balance>(new Balance(credit, BalanceUnit.Rial)) : new ProviderAnswer<Balance>(Odd("credit"));

    /// <inheritdoc/>
    public override ProviderAnswer<IReadOnlyList<string>> GetLines() => Question("account", string.Empty, out WireNode root) is ProviderFault fault
        ? new ProviderAnswer<IReadOnlyList<string>>(fault)
        : root["lines"] is WireNode lines
            ? new ProviderAnswer<IReadOnlyList<string>>(lines.Children.Select(line => line.Text.Trim()).ToArray())
            : new ProviderAnswer<IReadOnlyList<string>>(Odd("lines"));

    private protected override ProviderAnswer<ReceivedPage> ReceivePage(ReceiveRequest request)
    {
        long last = long.TryParse(request.Cursor, NumberStyles.None, CultureInfo.InvariantCulture, out long id) ? id : 0;
        string query = "line=" + Uri.EscapeDataString(request.Line) + "&after=" + SampleWire.Digits(last) + "&limit=" + SampleWire.Digits(PageSize);
        if (Question("inbox", query, out WireNode root) is ProviderFault fault)
        {
            return new ProviderAnswer<ReceivedPage>(fault);
        }

        if (root["messages"] is not WireNode rows)
        {
            return new ProviderAnswer<ReceivedPage>(Odd("messages"));
        }

        ReceivedMessage[] messages = [.. rows.Children.Select(SampleWire.Received).OfType<ReceivedMessage>().OrderBy(IdOf)];
        long next = messages.Select(IdOf).DefaultIfEmpty(last).Max();
        return new ProviderAnswer<ReceivedPage>(new ReceivedPage(messages, SampleWire.Digits(Math.Max(next, last)), root.IsTrue("more") && next > last));
    }

    private protected override IReadOnlyList<SendOutcome> SendBatch(IReadOnlyList<OutgoingMessage> messages) =>
        new GroupedSend(Account, message => message.Line, Most, namesRecipients: false).Send(messages, SendLine);

    private protected override IReadOnlyList<ReferenceAnswer> AskBatch(IReadOnlyList<long> references)
    {
        if (Question("messages", "clientIds=" + string.Join(",", references.Select(SampleWire.Digits)), out WireNode root) is ProviderFault fault)
        {
            return AllUnsaid(references, fault);
        }

        // A row that is not ours, or none where the list should stand, makes every absence doubtful.
        WireNode[] rows = [.. root["messages"]?.Children ?? []];
        bool odd = root["messages"] is null || rows.Any(row => !references.Select(SampleWire.Digits).Contains(row.TextOf("clientId")));
        return [.. references.Select(reference => rows.FirstOrDefault(row => row.TextOf("clientId") == SampleWire.Digits(reference)) is WireNode row
            ? Found(reference, row)
            : odd ? new ReferenceAnswer(reference, ReferenceAnswerKind.CannotSay, Fault: Odd("messages")) : new ReferenceAnswer(reference, ReferenceAnswerKind.Absent))];
    }

    private protected override ProviderAnswer<IReadOnlyList<DeliveryState>> StatesOf(IReadOnlyList<string> ids)
    {
        if (Question("messages", "ids=" + string.Join(",", ids.Select(Uri.EscapeDataString)), out WireNode root) is ProviderFault fault)
        {
            return new ProviderAnswer<IReadOnlyList<DeliveryState>>(fault);
        }

        return root["messages"] is WireNode rows
            ? new ProviderAnswer<IReadOnlyList<DeliveryState>>([.. rows.Children
                .Where(row => row.TextOf("id") is not null && row.TextOf("state") is not null)
                .Select(row => new DeliveryState(row.TextOf("id")!, _states.Judge(row.TextOf("state")!), Mask.Clean(row.TextOf("state")!)))])
            : new ProviderAnswer<IReadOnlyList<DeliveryState>>(Odd("messages"));
    }

    private IReadOnlyList<SendOutcome> SendLine(IReadOnlyList<OutgoingMessage> messages, TimeSpan timeout)
    {
        string body = SampleWire.Messages(messages, Option(NumberForms.OptionName, "98"));
        WireRequest request = WireRequest.Post("send", AddressRules.Under(_endpoint, "messages"), body, "application/json; charset=utf-8", timeout);
        ProviderFault? fault = SampleWire.Open(Transport.Call(SignedIn(request)), _errors, Mask, out WireNode root);
        return fault is null
            ? AnswerMatcher.Match(messages, [.. (root["results"]?.Children ?? []).Select(item => SampleWire.Sent(item, _errors, Mask))])
            : AllTo(messages, fault);
    }

    private ReferenceAnswer Found(long reference, WireNode row) => ProviderId.IsPlain(row.TextOf("id"))
        ? new ReferenceAnswer(reference, ReferenceAnswerKind.Found, row.TextOf("id"), row.TextOf("state") is string state ? _states.Judge(state) : null)
        : new ReferenceAnswer(reference, ReferenceAnswerKind.CannotSay, Fault: Odd("id"));

    private ProviderFault? Question(string operation, string query, out WireNode root)
    {
        Uri address = AddressRules.Under(_endpoint, query.Length == 0 ? operation : operation + "?" + query);
        return SampleWire.Open(Transport.Call(SignedIn(WireRequest.Get(operation, address, Account.SingleTimeout))), _errors, Mask, out root);
    }

    private WireRequest SignedIn(WireRequest request) => request.With(
    [
        new KeyValuePair<string, string>("Authorization", "Bearer " + Account.Secret),
        new KeyValuePair<string, string>("Accept", "application/json"),
    ]);

    private static long IdOf(ReceivedMessage message) =>
        long.TryParse(message.ProviderMessageId, NumberStyles.None, CultureInfo.InvariantCulture, out long id) ? id : 0;

    private static ProviderFault Odd(string what) => new(ProviderFaultKind.Unclear, "odd", "The answer says success, but has no readable " + what + ".");
}
