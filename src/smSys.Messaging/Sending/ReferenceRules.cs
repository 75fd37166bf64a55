using System;
using smSys.Messaging.Providers;

namespace smSys.Messaging.Sending;

/// <summary>The time rules by which an absent reference becomes <em>not yet</em> or <em>never arrived</em>.</summary>
public static class ReferenceRules
{
    /// <summary>So long after the attempt an absence says nothing.</summary>
    public static readonly TimeSpan SettleTime = TimeSpan.FromSeconds(120);

    /// <summary>Two absences prove something only so far apart.</summary>
    public static readonly TimeSpan ProofGap = TimeSpan.FromSeconds(60);

    /// <summary>So long after the attempt nobody is asked any more.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(24);

    private static readonly TimeSpan _firstWait = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan _longestWait = TimeSpan.FromHours(1);

    /// <summary>When to ask for the first time about an attempt whose answer was unclear or got lost.</summary>
    public static DateTime FirstQuestion(DateTime attemptedOn) => attemptedOn + SettleTime;

    /// <summary>Judges one answer.</summary>
    /// <param name="trail">What is remembered of the attempt.</param>
    /// <param name="answer">What the provider said, a complete answer or none.</param>
    /// <param name="now">The time when the question was asked, in UTC.</param>
    public static ReferenceVerdict Judge(ReferenceTrail trail, ReferenceAnswerKind answer, DateTime now) => answer switch
    {
        ReferenceAnswerKind.Found => new ReferenceVerdict(ReferenceFinding.Found, trail, null),
        ReferenceAnswerKind.Absent => OfAbsence(trail, now),
        _ => OfSilence(trail, now),
    };

    private static ReferenceVerdict OfAbsence(ReferenceTrail trail, DateTime now)
    {
        if (now < trail.AttemptedOn + SettleTime)
        {
            return new ReferenceVerdict(ReferenceFinding.NotYet, trail, trail.AttemptedOn + SettleTime);
        }

        if (trail.AbsentOn is not { } first)
        {
            return new ReferenceVerdict(ReferenceFinding.NotYet, trail with { AbsentOn = now }, now + ProofGap);
        }

        return now - first >= ProofGap
            ? new ReferenceVerdict(ReferenceFinding.NeverArrived, trail, null)
            : new ReferenceVerdict(ReferenceFinding.NotYet, trail, first + ProofGap);
    }

    private static ReferenceVerdict OfSilence(ReferenceTrail trail, DateTime now)
    {
        if (now >= trail.AttemptedOn + Patience)
        {
            return new ReferenceVerdict(ReferenceFinding.GivenUp, trail, null);
        }

        // Doubling from one minute to one hour; the exponent is capped so that no counter, however large, overflows.
        var wait = TimeSpan.FromTicks(_firstWait.Ticks << Math.Min(Math.Max(trail.Unanswered, 0), 6));
        var next = now + (wait < _longestWait ? wait : _longestWait);
        var end = trail.AttemptedOn + Patience;
        return new ReferenceVerdict(
            ReferenceFinding.CannotSay,
            trail with { Unanswered = trail.Unanswered + 1 },
            next < end ? next : end);
    }
}
