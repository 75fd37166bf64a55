using System;
using System.Collections.Generic;
using System.Linq;
using smSys.Messaging.Providers;
using smSys.Providers.Callbacks;
using smSys.Providers.Generic.Answers;
using smSys.Providers.Generic.Definitions;
using smSys.Providers.Generic.Requests;

namespace smSys.Providers.Generic;

/// <summary>
/// A provider without code: what it is called by and how its answers are understood stands in the account's option
/// <c>definition</c>. With a definition that has problems nothing is called; the problems are the fault.
/// </summary>
public sealed class HttpProvider : ProviderAdapter
{
    /// <summary>The stable name.</summary>
    public const string Kind = "http";

    private readonly HttpDefinition _definition;
    private readonly HttpCaller _caller;

    /// <summary>An adapter for an account.</summary>
    public HttpProvider(ProviderAccount account, ProviderSurroundings surroundings)
        : base(account, surroundings, Spellings(account))
    {
        _definition = Definition(account.Options, out IReadOnlyList<string> problems);
        ProviderFault? broken = problems.Count == 0
            ? null
            : new ProviderFault(ProviderFaultKind.SignIn, "definition", Mask.Clean(string.Join(" ", problems))) { WholeCall = true };
        _caller = new HttpCaller(account, Transport, Mask, broken);
        Capabilities = new ProviderCapabilities
        {
            SendLimit = _definition.SendLimit,
            AskLimit = _definition.Ask?.Limit ?? 0,
            StateLimit = _definition.States?.Limit ?? 0,
            ReceiveLimit = _definition.Receive?.Limit ?? 0,
            ReceiveMarksAsRead = _definition.Receive?.MarksAsRead ?? false,
            HasBalance = _definition.Balance is not null,
            HasLines = _definition.Lines is not null,
            RefusesRepeatedReference = _definition.RefusesRepeatedReference,
            SendPace = _definition.SendPace,
            StatePace = _definition.StatePace,
            ReceivePace = _definition.ReceivePace,
            StateWindow = _definition.StateWindow,
            AskWindow = _definition.AskWindow,
        };
    }

    /// <inheritdoc/>
    public override ProviderCapabilities Capabilities { get; }

    /// <summary>How a described provider names what it pushes; of a definition with problems what can be read of it.</summary>
    public static CallbackProfile Callbacks(IReadOnlyDictionary<string, string> options) => Definition(options, out _).Callbacks;

    private protected override ProviderAnswer<ReceivedPage> ReceivePage(ReceiveRequest request) => Broken<ReceivedPage>()
        ?? (_definition.Receive is HttpOperation receive ? new HttpInbox(_caller, receive, Values).Receive(request) : base.ReceivePage(request));

    /// <inheritdoc/>
    public override ProviderAnswer<Balance> GetBalance() => Broken<Balance>()
        ?? (_definition.Balance is HttpOperation balance
            ? _caller.Ask(balance, Values(), (_, answer) => balance.Answer.Number(answer, "amount") is decimal amount
                ? new ProviderAnswer<Balance>(new Balance(amount, _definition.Unit))
                : new ProviderAnswer<Balance>(HttpCaller.Odd("balance.amount")))
            : base.GetBalance());

    /// <inheritdoc/>
    public override ProviderAnswer<IReadOnlyList<string>> GetLines() => Broken<IReadOnlyList<string>>()
        ?? (_definition.Lines is HttpOperation lines
            ? _caller.Ask(lines, Values(), (_, answer) => lines.Answer.Rows!.Rows(answer) is IReadOnlyList<AnswerScope> rows
                ? new ProviderAnswer<IReadOnlyList<string>>(rows.Select(row => HttpInbox.Digits(lines.Answer.RowField(row, "line"))).Where(line => line.Length > 0).ToList())
                : new ProviderAnswer<IReadOnlyList<string>>(HttpCaller.Odd("lines.rows")))
            : base.GetLines());

    private protected override IReadOnlyList<SendOutcome> SendBatch(IReadOnlyList<OutgoingMessage> messages) => _caller.Broken is ProviderFault broken
        ? AllTo(messages, broken)
        : new HttpSending(Account, _definition, _caller).Send(messages);

    private protected override bool AbsenceIsSilence => _definition.Ask?.Answer is { Rows: not null, RowAbsent: null, Absent: null };

    private protected override IReadOnlyList<ReferenceAnswer> AskBatch(IReadOnlyList<long> references) => _caller.Broken is ProviderFault broken
        ? AllUnsaid(references, broken)
        : _definition.Ask is HttpOperation ask ? new HttpAsking(_caller, ask, Values).Ask(references) : base.AskBatch(references);

    private protected override ProviderAnswer<IReadOnlyList<DeliveryState>> StatesOf(IReadOnlyList<string> ids) => Broken<IReadOnlyList<DeliveryState>>()
        ?? (_definition.States is HttpOperation states ? new HttpStates(_caller, states, Values, Mask).Of(ids) : base.StatesOf(ids));

    private ProviderAnswer<T>? Broken<T>()
        where T : class => _caller.Broken is ProviderFault broken ? new ProviderAnswer<T>(broken) : null;

    private RequestValues Values() => new(Account, _definition.Numbers);

    private static HttpDefinition Definition(IReadOnlyDictionary<string, string> options, out IReadOnlyList<string> problems) =>
        HttpDefinition.Read(options.TryGetValue(HttpDefinition.OptionName, out string? json) ? json : string.Empty, out problems);

    /// <summary>The secret in every spelling that a definition can give it.</summary>
    private static string[] Spellings(ProviderAccount account) => account.Secret.Length == 0 ? [] :
    [
        RequestValues.Basic(account),
        .. ((Place[])Enum.GetValues(typeof(Place))).Select(place => PlaceEncoding.Encode(account.Secret, place)),
        PlaceEncoding.Encode(PlaceEncoding.Encode(account.Secret, Place.Query), Place.Query),
    ];
}
