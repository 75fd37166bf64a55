using System;

namespace smSys.Messaging.Sending;

/// <summary>What is remembered between two questions about an attempt. Times are UTC by our own clock.</summary>
/// <param name="AttemptedOn">When the attempt was announced.</param>
/// <param name="AbsentOn">When a complete answer, after the settle time, first lacked the reference.</param>
/// <param name="Unanswered">Questions to which nobody could say anything.</param>
public sealed record ReferenceTrail(DateTime AttemptedOn, DateTime? AbsentOn = null, int Unanswered = 0);

/// <summary>What a question by reference came to.</summary>
public enum ReferenceFinding
{
    /// <summary>The provider has the message.</summary>
    Found,

    /// <summary>Absent, but it may still turn up: ask again.</summary>
    NotYet,

    /// <summary>The provider never had it: the same reference may be sent again. Nothing else permits that.</summary>
    NeverArrived,

    /// <summary>The answer was no answer: ask again.</summary>
    CannotSay,

    /// <summary>Nobody could say for a whole day: the message is Unknown, for people to decide.</summary>
    GivenUp,
}

/// <summary>The judgement of a question.</summary>
/// <param name="Finding">What it came to.</param>
/// <param name="Trail">To be remembered for the next question.</param>
/// <param name="AskAgainOn">When the next question is due; null when none is.</param>
public sealed record ReferenceVerdict(ReferenceFinding Finding, ReferenceTrail Trail, DateTime? AskAgainOn);
