using System;
using smSys.Messaging.Messages;
using smSys.Messaging.Providers;

namespace smSys.Messaging.Sending;

/// <summary>The one table of what follows from a failure, by its kind and the number of attempts.</summary>
public static class RetryRules
{
    /// <summary>Decides about an attempt that was not accepted.</summary>
    /// <param name="kind">What went wrong.</param>
    /// <param name="attempt">Which attempt that counts this was, from 1.</param>
    /// <param name="policy">The setting's.</param>
    /// <param name="now">In UTC.</param>
    /// <param name="fraction">Chance, from 0 to 1, from outside.</param>
    /// <param name="canAsk">The provider can be asked by our reference.</param>
    public static RetryDecision Decide(ProviderFaultKind kind, int attempt, RetryPolicy policy, DateTime now, double fraction, bool canAsk = false)
    {
        switch (kind)
        {
            case ProviderFaultKind.Refused or ProviderFaultKind.NotSupported:
                return new RetryDecision(MessageState.Failed, null, true);
            case ProviderFaultKind.Blocked:
                return new RetryDecision(MessageState.BlockedByOperator, null, true);
            case ProviderFaultKind.SlowDown:
                return new RetryDecision(MessageState.RetryScheduled, now + Spread(policy.SlowDownInterval, policy.Jitter, fraction), false);
            case ProviderFaultKind.SignIn:
                return new RetryDecision(MessageState.RetryScheduled, now + policy.PauseInterval, false, SettingPause.SignIn, MayFailOver: true);
            case ProviderFaultKind.Credit:
                return new RetryDecision(MessageState.RetryScheduled, now + policy.PauseInterval, false, SettingPause.Credit, MayFailOver: true);
            case ProviderFaultKind.Unreachable or ProviderFaultKind.OutOfService:
                return attempt >= policy.MaximumAttempts
                    ? new RetryDecision(MessageState.Failed, null, true, MayFailOver: true)
                    : new RetryDecision(MessageState.RetryScheduled, now + Interval(attempt, policy, fraction), true, MayFailOver: true);
            default:
                return OfUnclear(attempt, policy, now, fraction, canAsk);
        }
    }

    /// <summary>How long to wait after an attempt, with chance added.</summary>
    /// <param name="attempt">The attempt just made, from 1.</param>
    /// <param name="policy">The setting's.</param>
    /// <param name="fraction">Chance, from 0 to 1.</param>
    public static TimeSpan Interval(int attempt, RetryPolicy policy, double fraction)
    {
        var growth = Math.Pow(Math.Max(policy.Growth, 1), Math.Max(attempt, 1) - 1);
        var seconds = Math.Min(policy.FirstInterval.TotalSeconds * growth, policy.LongestInterval.TotalSeconds);
        return Spread(TimeSpan.FromSeconds(seconds), policy.Jitter, fraction);
    }

    private static RetryDecision OfUnclear(int attempt, RetryPolicy policy, DateTime now, double fraction, bool canAsk)
    {
        if (canAsk)
        {
            return new RetryDecision(MessageState.Unknown, ReferenceRules.FirstQuestion(now), true, AskFirst: true);
        }

        return policy.ResendsUnknown && attempt < policy.MaximumAttempts
            ? new RetryDecision(MessageState.RetryScheduled, now + Interval(attempt, policy, fraction), true)
            : new RetryDecision(MessageState.Unknown, null, true);
    }

    private static TimeSpan Spread(TimeSpan interval, double jitter, double fraction)
    {
        var share = Math.Min(Math.Max(jitter, 0), 1);
        var chance = Math.Min(Math.Max(fraction, 0), 1);
        return TimeSpan.FromTicks((long)(interval.Ticks * (1 + (share * ((2 * chance) - 1)))));
    }
}
