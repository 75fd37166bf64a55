using System;
using smSys.Crm.Messages;
using smSys.Crm.Tables;
using smSys.Messaging.Messages;
using smSys.Messaging.Providers;
using smSys.Messaging.Sending;

namespace smSys.Plugins.Sending;

/// <summary>What is written into a message once the provider has answered: first the columns, then the state.</summary>
/// <param name="Change">The columns; no state among them.</param>
/// <param name="State">Where the message goes.</param>
/// <param name="Pause">Whether the setting has to be paused, and why.</param>
/// <param name="Fault">What the provider said; null when it accepted.</param>
public sealed record Settlement(SmsRow Change, MessageState State, SettingPause Pause, ProviderFault? Fault)
{
    /// <summary>Settles an attempt.</summary>
    /// <param name="message">As it stands, with the attempt's reference and number.</param>
    /// <param name="outcome">The provider's answer about it.</param>
    /// <param name="policy">The setting's.</param>
    /// <param name="canAsk">The provider can be asked by our reference.</param>
    /// <param name="wasAlone">The message was the only one in its call.</param>
    /// <param name="fraction">Chance, from 0 to 1.</param>
    /// <param name="now">UTC.</param>
    public static Settlement Of(
        SmsRow message, SendOutcome outcome, RetryPolicy policy, bool canAsk, bool wasAlone, double fraction, DateTime now)
    {
        var change = new SmsRow(message.Id) { ClaimedUntil = null };
        if (outcome.Kind == SendOutcomeKind.Accepted)
        {
            change.ProviderMessageId = outcome.ProviderMessageId;
            change.HandedOverOn = now;
            change.NextAttemptOn = null;
            if (outcome.Cost is { } cost)
            {
                change.Cost = cost;
            }

            return new Settlement(change, MessageState.Sent, SettingPause.None, null);
        }

        var fault = outcome.Fault!;
        var attempt = message.Attempt ?? 1;
        var decision = MustBeSplit(outcome, wasAlone)
            ? new RetryDecision(MessageState.RetryScheduled, now, CountsAsAttempt: false)
            : RetryRules.Decide(fault.Kind, attempt, policy, now, fraction, canAsk);
        change.FaultKind = FaultKinds.Of(fault.Kind);
        change.FaultCode = Cut(fault.Code, 50);
        change.FaultText = Cut(fault.Words, 2000);
        change.NextAttemptOn = decision.AskFirst ? null : decision.NextOn;
        if (decision.State == MessageState.Unknown)
        {
            change.NextAskOn = decision.NextOn;
            return new Settlement(change, decision.State, decision.Pause, fault);
        }

        // A definite refusal uses the reference up; only now may a further attempt have a new one. Where the setting sends the
        // unclear again, the reference stays, and with it the message stays at the account that may have it.
        if (fault.Kind != ProviderFaultKind.Unclear)
        {
            change.PastReferences = PastReferences.Add(message.PastReferences, message.ReferenceColumn ?? string.Empty, message.Account);
            change.ReferenceColumn = null;
        }

        change.FailedOn = StateRules.IsFinal(decision.State) ? now : (DateTime?)null;
        if (!decision.CountsAsAttempt)
        {
            change.Attempt = attempt - 1;
        }

        return new Settlement(change, decision.State, decision.Pause, fault);
    }

    /// <summary>True when a call was refused as a whole for the sake of some message in it: smaller calls may succeed.</summary>
    public static bool MustBeSplit(SendOutcome outcome, bool wasAlone) =>
        !wasAlone && outcome.Fault is { WholeCall: true, Kind: ProviderFaultKind.Refused or ProviderFaultKind.Blocked };

    /// <summary>
    /// The state that an answer stored by an earlier run means, when that run ended between writing the answer and moving the
    /// row; null when no answer was stored.
    /// </summary>
    public static MessageState? OfStored(SmsRow message)
    {
        if (!string.IsNullOrEmpty(message.ProviderMessageId))
        {
            return MessageState.Sent;
        }

        return message.FaultKind switch
        {
            null => null,
            FaultKind.Unclear => MessageState.Unknown,
            FaultKind.Blocked => MessageState.BlockedByOperator,
            _ => message.NextAttemptOn is null ? MessageState.Failed : MessageState.RetryScheduled,
        };
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : text.Substring(0, most);
}
