using System;
using smSys.Crm.Sentences;
using smSys.Messaging.Messages;

namespace smSys.Plugins.Sending;

/// <summary>What is to be done with a message that somebody wants to claim.</summary>
public enum ClaimStep
{
    /// <summary>Claim it and hand it over.</summary>
    Send,

    /// <summary>It is none of our business (any more).</summary>
    Leave,

    /// <summary>Not now; look at it again later.</summary>
    Wait,

    /// <summary>It will never be sent: move it to its final state.</summary>
    Close,
}

/// <summary>The judgement before a claim.</summary>
/// <param name="Step">What to do.</param>
/// <param name="Until">When to look again, of Wait.</param>
/// <param name="State">The final state, of Close.</param>
/// <param name="Code">The stable code of why not, of Wait and Close.</param>
/// <param name="Note">Why, for people.</param>
public sealed record ClaimJudgement(
    ClaimStep Step, DateTime? Until = null, MessageState? State = null, string? Code = null, Sentence? Note = null)
{
    /// <summary>Claim it.</summary>
    public static ClaimJudgement Send { get; } = new(ClaimStep.Send);

    /// <summary>Leave it alone.</summary>
    public static ClaimJudgement Leave { get; } = new(ClaimStep.Leave);
}
