using System;

namespace smSys.Messaging.Providers;

/// <summary>The three ends of a hand-over.</summary>
public enum SendOutcomeKind
{
    /// <summary>The provider has it and gave an id.</summary>
    Accepted,

    /// <summary>The provider certainly does not have it; the fault says why.</summary>
    Rejected,

    /// <summary>Nobody can say; to be asked about, never sent again blindly.</summary>
    Unknown,
}

/// <summary>What became of one message of a <see cref="ISmsProvider.Send"/>.</summary>
public sealed record SendOutcome
{
    private SendOutcome(SendOutcomeKind kind, string? providerMessageId, ProviderFault? fault, decimal? cost)
    {
        Kind = kind;
        ProviderMessageId = providerMessageId;
        Fault = fault;
        Cost = cost;
    }

    /// <summary>Which of the three.</summary>
    public SendOutcomeKind Kind { get; }

    /// <summary>The provider's id; only of an accepted message.</summary>
    public string? ProviderMessageId { get; }

    /// <summary>Why not, or why nobody can say; null of an accepted message.</summary>
    public ProviderFault? Fault { get; }

    /// <summary>What the provider says it cost, in the unit of its balance; null when it does not say.</summary>
    public decimal? Cost { get; }

    /// <summary>The provider has the message.</summary>
    public static SendOutcome Accepted(string providerMessageId, decimal? cost = null) =>
        new(SendOutcomeKind.Accepted, providerMessageId, null, cost);

    /// <summary>The provider certainly does not have the message.</summary>
    /// <exception cref="ArgumentException">The fault is <see cref="ProviderFaultKind.Unclear"/>: that is unknown, not rejected.</exception>
    public static SendOutcome Rejected(ProviderFault fault) => fault.Kind == ProviderFaultKind.Unclear
        ? throw new ArgumentException("An unclear fault is unknown, not rejected.", nameof(fault))
        : new SendOutcome(SendOutcomeKind.Rejected, null, fault, null);

    /// <summary>Nobody can say.</summary>
    public static SendOutcome Unknown(ProviderFault fault) => new(SendOutcomeKind.Unknown, null, fault, null);

    /// <summary>The outcome that a fault of the whole call means for each of its messages.</summary>
    public static SendOutcome From(ProviderFault fault) =>
        fault.Kind == ProviderFaultKind.Unclear ? Unknown(fault) : Rejected(fault);
}
