using System;
using System.Collections.Generic;
using smSys.Messaging.Providers;

namespace smSys.Messaging.Health;

/// <summary>What calls to a provider say of its health. A refused recipient or "too fast" is an answer of a healthy provider.</summary>
/// <param name="Well">Calls that were answered.</param>
/// <param name="Ill">Calls that were not, or that the account may not make.</param>
/// <param name="Latency">The time they took together.</param>
public sealed record CallTally(int Well, int Ill, TimeSpan Latency)
{
    /// <summary>No call.</summary>
    public static CallTally None { get; } = new(0, 0, TimeSpan.Zero);

    /// <summary>Calls in all.</summary>
    public int Calls => Well + Ill;

    /// <summary>Both.</summary>
    public CallTally Add(CallTally other) => new(Well + other.Well, Ill + other.Ill, Latency + other.Latency);

    /// <summary>One call with its outcomes; ill when most of them are faults of the provider or the account.</summary>
    public static CallTally Of(IReadOnlyList<SendOutcome> outcomes, TimeSpan latency)
    {
        var ill = 0;
        foreach (var outcome in outcomes)
        {
            ill += outcome.Fault is { } fault && IsIll(fault.Kind) ? 1 : 0;
        }

        return ill * 2 > outcomes.Count ? new CallTally(0, 1, latency) : new CallTally(1, 0, latency);
    }

    private static bool IsIll(ProviderFaultKind kind) =>
        kind is ProviderFaultKind.Unreachable or ProviderFaultKind.OutOfService or ProviderFaultKind.Unclear
            or ProviderFaultKind.SignIn or ProviderFaultKind.Credit;
}
