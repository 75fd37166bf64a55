using System;
using System.Collections.Generic;
using smSys.Messaging.Providers;
using smSys.Messaging.Sending;

namespace smSys.Messaging.Bulk;

/// <summary>What the provider's answer to a call means for the open batch.</summary>
/// <param name="Answer">What is known now.</param>
/// <param name="Pause">Whether the setting has to be paused.</param>
/// <param name="Held">Why the call certainly sent nothing and is made again later; null when it came to something.</param>
/// <param name="Fault">A fault of the answer that the pause is for.</param>
public sealed record CallVerdict(BatchAnswer Answer, SettingPause Pause = SettingPause.None, ProviderFault? Held = null, ProviderFault? Fault = null);

/// <summary>Judges the answers to calls with messages of a batch.</summary>
public static class CallJudge
{
    /// <summary>So soon a provider that was down is tried again at the latest.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    /// <summary>Judges one call.</summary>
    /// <param name="before">The batch as it was announced for this call.</param>
    /// <param name="places">Which of its messages were in the call.</param>
    /// <param name="outcomes">One a place, in that order.</param>
    /// <param name="terms">Of the account.</param>
    /// <param name="now">UTC.</param>
    public static CallVerdict Judge(
        BatchAnswer before, IReadOnlyList<int> places, IReadOnlyList<SendOutcome> outcomes, CallTerms terms, DateTime now)
    {
        if (FaultOfAll(outcomes) is { } fault)
        {
            if (IsHeld(fault.Kind))
            {
                return Hold(before, places, fault, terms, now);
            }

            if (fault.WholeCall && places.Count > 1)
            {
                // Somebody in it is not to the provider's liking: halves find out who.
                return new CallVerdict(SendAgain(before, places, 1) with { CallSize = Math.Max(1, places.Count / 2), ComeAgainOn = null });
            }
        }

        return Each(before, places, outcomes, terms, now);
    }

    /// <summary>True of faults after which the whole call is simply made again later.</summary>
    public static bool IsHeld(ProviderFaultKind kind) => kind is ProviderFaultKind.SlowDown or ProviderFaultKind.Unreachable
        or ProviderFaultKind.OutOfService or ProviderFaultKind.Credit or ProviderFaultKind.SignIn;

    private static CallVerdict Hold(BatchAnswer before, IReadOnlyList<int> places, ProviderFault fault, CallTerms terms, DateTime now)
    {
        // A bulk is never used up by attempts: it waits until the provider is well.
        var patient = terms.Policy with { MaximumAttempts = int.MaxValue, LongestInterval = LongestWait };
        var decision = RetryRules.Decide(fault.Kind, before.Attempt, patient, now, terms.Fraction);
        var usesUp = fault.Kind == ProviderFaultKind.Unreachable ? 0 : 1;
        return new CallVerdict(SendAgain(before, places, usesUp) with { ComeAgainOn = decision.NextOn }, decision.Pause, fault, fault);
    }

    private static BatchAnswer SendAgain(BatchAnswer before, IReadOnlyList<int> places, int usesUp)
    {
        var fates = FateList.Copy(before.Fates);
        foreach (var place in places)
        {
            var fate = fates[place];
            fates[place] = new LineFate(FateKind.ToSend, fate.ReferenceNumber + usesUp, IsBound: fate.IsBound && usesUp == 0);
        }

        return before with { Fates = fates };
    }

    private static CallVerdict Each(
        BatchAnswer before, IReadOnlyList<int> places, IReadOnlyList<SendOutcome> outcomes, CallTerms terms, DateTime now)
    {
        var staysInDoubt = terms.CanAsk && NoneIsDefinite(outcomes);
        var firstQuestion = ReferenceRules.FirstQuestion(before.AttemptedOn);
        var fates = FateList.Copy(before.Fates);
        var pause = SettingPause.None;
        ProviderFault? pausedBy = null;
        var comeAgainOn = (DateTime?)null;
        for (var i = 0; i < places.Count; i++)
        {
            var outcome = outcomes[i];
            var number = fates[places[i]].ReferenceNumber;
            switch (outcome.Kind)
            {
                case SendOutcomeKind.Accepted:
                    fates[places[i]] = new LineFate(FateKind.Accepted, number, outcome.ProviderMessageId, outcome.Cost);
                    break;
                case SendOutcomeKind.Rejected:
                    fates[places[i]] = new LineFate(FateKind.Refused, number, Fault: outcome.Fault);
                    var decision = RetryRules.Decide(outcome.Fault!.Kind, 1, terms.Policy, now, terms.Fraction);
                    if (decision.Pause != SettingPause.None)
                    {
                        pause = decision.Pause;
                        pausedBy = outcome.Fault;
                    }

                    break;
                case SendOutcomeKind.Unknown when staysInDoubt:
                    comeAgainOn = firstQuestion;
                    break;
                default:
                    fates[places[i]] = new LineFate(FateKind.Unknown, number, Fault: outcome.Fault, AskOn: terms.CanAsk ? firstQuestion : (DateTime?)null);
                    break;
            }
        }

        var size = Math.Min(before.Fates.Count, Math.Max(1, before.CallSize) * 2);
        return new CallVerdict(before with { Fates = fates, CallSize = size, ComeAgainOn = comeAgainOn }, pause, null, pausedBy);
    }

    // One fault of all messages, the same for each; null when there is none.
    private static ProviderFault? FaultOfAll(IReadOnlyList<SendOutcome> outcomes)
    {
        var first = outcomes[0].Kind == SendOutcomeKind.Rejected ? outcomes[0].Fault : null;
        for (var i = 1; i < outcomes.Count && first is not null; i++)
        {
            first = outcomes[i].Kind == SendOutcomeKind.Rejected && outcomes[i].Fault!.Kind == first.Kind
                && outcomes[i].Fault!.WholeCall == first.WholeCall ? first : null;
        }

        return first;
    }

    private static bool NoneIsDefinite(IReadOnlyList<SendOutcome> outcomes)
    {
        for (var i = 0; i < outcomes.Count; i++)
        {
            if (outcomes[i].Kind != SendOutcomeKind.Unknown)
            {
                return false;
            }
        }

        return true;
    }
}
