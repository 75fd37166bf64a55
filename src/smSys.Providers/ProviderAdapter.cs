using System;
using System.Collections.Generic;
using System.Linq;
using smSys.Messaging.Providers;
using smSys.Providers.Http;
using smSys.Providers.Matching;

namespace smSys.Providers;

/// <summary>
/// What all adapters share: the account, one transport for the execution, the mask of its secrets, and the answer
/// <see cref="ProviderFaultKind.NotSupported"/> for every operation that an adapter does not override.
/// </summary>
public abstract class ProviderAdapter : ISmsProvider, IDisposable
{
    /// <summary>A shorter user name is no secret that could be told from other words.</summary>
    private const int ShortestName = 5;

    private protected ProviderAdapter(ProviderAccount account, ProviderSurroundings surroundings, params string[] furtherSecrets)
    {
        Account = account;
        Mask = new SecretMask([account.Secret, account.UserName.Length < ShortestName ? string.Empty : account.UserName, .. furtherSecrets]);
        Transport = new ProviderTransport(account, surroundings, Mask);
    }

    /// <inheritdoc/>
    public abstract ProviderCapabilities Capabilities { get; }

    private protected ProviderAccount Account { get; }

    /// <summary>What stands in front of a sender line unless the option <see cref="LineForms.OptionName"/> says otherwise.</summary>
    private protected virtual string StandardLineForm => LineForms.Plain;

    private protected SecretMask Mask { get; }

    private protected ProviderTransport Transport { get; }

    /// <inheritdoc/>
    public IReadOnlyList<SendOutcome> Send(IReadOnlyList<OutgoingMessage> messages)
    {
        Limit(messages.Count, Capabilities.SendLimit, nameof(messages));
        return messages.Count == 0 ? [] : SendBatch(messages.Select(message => message with { Line = Line(message.Line) }).ToArray());
    }

    /// <inheritdoc/>
    public IReadOnlyList<ReferenceAnswer> Ask(IReadOnlyList<long> references)
    {
        Limit(references.Count, Math.Max(Capabilities.AskLimit, 1), nameof(references));
        return references.Count == 0 ? [] : Surely(references, AskBatch);
    }

    /// <inheritdoc/>
    public IReadOnlyList<ReferenceAnswer> AskCall(IReadOnlyList<long> references)
    {
        bool perMessage = Capabilities.AskLimit > 0 && !Capabilities.OneReferenceACall;
        Limit(references.Count, perMessage ? Capabilities.AskLimit : Capabilities.SendLimit, nameof(references));
        return references.Count == 0 ? [] : Surely(references, AskWholeCall);
    }

    /// <inheritdoc/>
    public ProviderAnswer<IReadOnlyList<DeliveryState>> GetStates(IReadOnlyList<string> providerMessageIds)
    {
        Limit(providerMessageIds.Count, Math.Max(Capabilities.StateLimit, 1), nameof(providerMessageIds));
        return providerMessageIds.Count == 0
            ? new ProviderAnswer<IReadOnlyList<DeliveryState>>(Array.Empty<DeliveryState>())
            : StatesOf(providerMessageIds);
    }

    /// <inheritdoc/>
    public ProviderAnswer<ReceivedPage> Receive(ReceiveRequest request) => ReceivePage(request with { Line = Line(request.Line) });

    /// <inheritdoc/>
    public virtual ProviderAnswer<Balance> GetBalance() => new(NotSupported("the balance"));

    /// <inheritdoc/>
    public virtual ProviderAnswer<IReadOnlyList<string>> GetLines() => new(NotSupported("the sender lines"));

    /// <summary>Closes what the transport holds.</summary>
    public void Dispose()
    {
        Transport.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The kind and host only: an account holds secrets.</summary>
    public override string ToString() => GetType().Name + " at " + Account.Address.Host;

    private protected abstract IReadOnlyList<SendOutcome> SendBatch(IReadOnlyList<OutgoingMessage> messages);

    private protected virtual IReadOnlyList<ReferenceAnswer> AskBatch(IReadOnlyList<long> references) =>
        AllUnsaid(references, NotSupported("messages by our reference"));

    private protected virtual IReadOnlyList<ReferenceAnswer> AskWholeCall(IReadOnlyList<long> references) => AskBatch(references);

    /// <summary>The provider lists the messages that it knows and passes over the others in silence.</summary>
    private protected virtual bool AbsenceIsSilence => false;

    private protected virtual ProviderAnswer<IReadOnlyList<DeliveryState>> StatesOf(IReadOnlyList<string> ids) =>
        new(NotSupported("delivery states"));

    private protected virtual ProviderAnswer<ReceivedPage> ReceivePage(ReceiveRequest request) => new(NotSupported("incoming messages"));

    /// <summary>A sender line as the provider wants it written.</summary>
    private protected string Line(string line) => LineForms.Write(line, Option(LineForms.OptionName, StandardLineForm));

    private protected TimeSpan SendTimeout(int messages) => messages > 1 ? Account.BatchTimeout : Account.SingleTimeout;

    private protected string Option(string name, string standard) =>
        Account.Options.TryGetValue(name, out string? value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : standard;

    private protected static IReadOnlyList<SendOutcome> AllTo(IReadOnlyList<OutgoingMessage> messages, ProviderFault fault)
    {
        var outcomes = new SendOutcome[messages.Count];
        for (int i = 0; i < outcomes.Length; i++)
        {
            outcomes[i] = SendOutcome.From(fault);
        }

        return outcomes;
    }

    private protected static IReadOnlyList<ReferenceAnswer> AllUnsaid(IReadOnlyList<long> references, ProviderFault fault)
    {
        var answers = new ReferenceAnswer[references.Count];
        for (int i = 0; i < answers.Length; i++)
        {
            answers[i] = new ReferenceAnswer(references[i], ReferenceAnswerKind.CannotSay, Fault: fault);
        }

        return answers;
    }

    private IReadOnlyList<ReferenceAnswer> Surely(IReadOnlyList<long> references, Func<IReadOnlyList<long>, IReadOnlyList<ReferenceAnswer>> ask) =>
        AbsenceIsSilence ? ShortList.Ask(Account, references, ask) : ask(references);

    private static ProviderFault NotSupported(string what) =>
        new(ProviderFaultKind.NotSupported, "not-supported", "This provider has no documented way to ask for " + what + ".");

    private static void Limit(int count, int limit, string name)
    {
        if (count > limit)
        {
            throw new ArgumentOutOfRangeException(name, count, "The adapter takes at most " + limit + " at a time.");
        }
    }
}
