using System;
using System.Collections.Generic;
using smSys.Messaging.Providers;
using smSys.Messaging.Sending;

namespace smSys.Messaging.Bulk;

/// <summary>What the answers to questions by reference mean for the open batch: the four answers, a message at a time.</summary>
public static class AskJudge
{
    /// <summary>So long a partition stands still for an answer; after that the rows are Unknown and asked about by themselves.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <summary>When the batch may be asked about.</summary>
    public static DateTime DueOn(BatchAnswer batch) => batch.ComeAgainOn ?? ReferenceRules.FirstQuestion(batch.AttemptedOn);

    /// <summary>Judges answers.</summary>
    /// <param name="before">The batch.</param>
    /// <param name="places">Which of its messages were asked about.</param>
    /// <param name="answers">One a place, in that order.</param>
    /// <param name="terms">Of the account that took the attempt.</param>
    /// <param name="now">UTC.</param>
    public static BatchAnswer Judge(
        BatchAnswer before, IReadOnlyList<int> places, IReadOnlyList<ReferenceAnswer> answers, CallTerms terms, DateTime now)
    {
        var fates = FateList.Copy(before.Fates);
        var isTornCall = terms.OneReferenceACall && IsMixed(answers);
        DateTime? comeAgainOn = null;
        for (var i = 0; i < places.Count; i++)
        {
            var fate = fates[places[i]];
            var trail = new ReferenceTrail(before.AttemptedOn, fate.AbsentOn, fate.Unanswered);
            var verdict = ReferenceRules.Judge(trail, KindOf(answers[i], before.AttemptedOn, terms, now), now);
            fates[places[i]] = isTornCall && verdict.Finding != ReferenceFinding.Found
                ? new LineFate(FateKind.Unknown, fate.ReferenceNumber, Fault: answers[i].Fault, AskOn: now + ReferenceRules.ProofGap)
                : FateOf(fate, verdict, answers[i], before.AttemptedOn, now);
            if (fates[places[i]].Kind == FateKind.InDoubt && (comeAgainOn is null || verdict.AskAgainOn < comeAgainOn))
            {
                comeAgainOn = verdict.AskAgainOn;
            }
        }

        return before with { Fates = fates, ComeAgainOn = comeAgainOn };
    }

    /// <summary>Where nobody can be asked (any more): what is in doubt is unknown.</summary>
    public static BatchAnswer GiveUp(BatchAnswer before)
    {
        var fates = FateList.Copy(before.Fates);
        for (var i = 0; i < fates.Length; i++)
        {
            fates[i] = fates[i].Kind == FateKind.InDoubt ? new LineFate(FateKind.Unknown, fates[i].ReferenceNumber) : fates[i];
        }

        return before with { Fates = fates, ComeAgainOn = null };
    }

    // A call with one reference cannot be asked about again in part: its places would no longer be those of the call.
    private static bool IsMixed(IReadOnlyList<ReferenceAnswer> answers)
    {
        var found = 0;
        for (var i = 0; i < answers.Count; i++)
        {
            found += answers[i].Kind == ReferenceAnswerKind.Found ? 1 : 0;
        }

        return found > 0 && found < answers.Count;
    }

    private static LineFate FateOf(LineFate fate, ReferenceVerdict verdict, ReferenceAnswer answer, DateTime attemptedOn, DateTime now) =>
        verdict.Finding switch
        {
            ReferenceFinding.Found => new LineFate(FateKind.Accepted, fate.ReferenceNumber, answer.ProviderMessageId),

            // The same reference: a provider that did get it after all would refuse, or show, the repeat.
            ReferenceFinding.NeverArrived => new LineFate(FateKind.ToSend, fate.ReferenceNumber, IsBound: true),
            ReferenceFinding.GivenUp => new LineFate(FateKind.Unknown, fate.ReferenceNumber, Fault: answer.Fault),
            ReferenceFinding.CannotSay when now - attemptedOn >= Patience =>
                new LineFate(FateKind.Unknown, fate.ReferenceNumber, Fault: answer.Fault, AskOn: verdict.AskAgainOn),
            _ => fate with { AbsentOn = verdict.Trail.AbsentOn, Unanswered = verdict.Trail.Unanswered },
        };

    private static ReferenceAnswerKind KindOf(ReferenceAnswer answer, DateTime attemptedOn, CallTerms terms, DateTime now)
    {
        var isForgotten = terms.AskWindow > TimeSpan.Zero && now - attemptedOn > terms.AskWindow - ReferenceRules.SettleTime;
        return answer.Kind == ReferenceAnswerKind.Absent && isForgotten ? ReferenceAnswerKind.CannotSay : answer.Kind;
    }
}
