using System;
using smSys.Messaging.Bulk;
using smSys.Messaging.Messages;
using smSys.Messaging.Providers;
using smSys.Messaging.Sending;

namespace smSys.Plugins.Bulk.Sending;

/// <summary>The states that a settled message of a bulk goes through when its row is made.</summary>
/// <param name="OpenState">In which it is created; Dynamics allows open states only.</param>
/// <param name="FinalState">Where it is moved at once; null when it stays.</param>
/// <param name="Attempt">Attempts that count.</param>
/// <param name="NextAttemptOn">Of one that is tried again.</param>
public sealed record MessageEnd(MessageState OpenState, MessageState? FinalState, int Attempt, DateTime? NextAttemptOn)
{
    private static readonly MessageEnd _sent = new(MessageState.Sent, null, 1, null);
    private static readonly MessageEnd _unknown = new(MessageState.Unknown, null, 1, null);

    /// <summary>What follows from a settled fate; a repeat for the same message gives the same states.</summary>
    /// <param name="fate">Settled.</param>
    /// <param name="policy">The setting's.</param>
    /// <param name="attemptedOn">When the call was announced.</param>
    /// <param name="fraction">Chance, from 0 to 1.</param>
    public static MessageEnd Of(LineFate fate, RetryPolicy policy, DateTime attemptedOn, double fraction)
    {
        if (fate.Kind == FateKind.Accepted)
        {
            return _sent;
        }

        if (fate.Kind == FateKind.Unknown && fate.AskOn is not null)
        {
            return _unknown;
        }

        var kind = fate.Fault?.Kind ?? ProviderFaultKind.Unclear;
        var decision = RetryRules.Decide(kind, 1, policy, attemptedOn, fraction);
        var attempt = decision.CountsAsAttempt ? 1 : 0;
        return decision.State is MessageState.Unknown or MessageState.RetryScheduled
            ? new MessageEnd(decision.State, null, attempt, decision.NextOn)
            : new MessageEnd(MessageState.Sending, decision.State, attempt, null);
    }
}
