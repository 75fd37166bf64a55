using System;
using System.Collections.Generic;
using smSys.Messaging.Providers;

namespace smSys.Providers.Batches;

/// <summary>
/// Sends messages by a protocol whose call carries one text (or one line) only: one call a group, one after the other, within the
/// time of one batch. No call starts that could outlast it. What was not tried is certainly not sent and says so; after a
/// call whose end is unclear, nothing further is tried.
/// </summary>
public sealed class GroupedSend
{
    /// <summary>Our code of a message that no call carried.</summary>
    public const string NotTried = "not-tried";

    private readonly ProviderAccount _account;
    private readonly Func<OutgoingMessage, string> _key;
    private readonly int _most;
    private readonly bool _namesRecipients;

    /// <summary>For an account and a protocol.</summary>
    /// <param name="account">Whose time-outs hold.</param>
    /// <param name="key">What all messages of a call share.</param>
    /// <param name="most">Messages in a call.</param>
    /// <param name="namesRecipients">Answers are matched by recipient, so a call holds each recipient once.</param>
    public GroupedSend(ProviderAccount account, Func<OutgoingMessage, string> key, int most, bool namesRecipients)
    {
        _account = account;
        _key = key;
        _most = most;
        _namesRecipients = namesRecipients;
    }

    /// <summary>One outcome a message, in order.</summary>
    /// <param name="messages">All of them.</param>
    /// <param name="call">Carries one group within a time-out.</param>
    public IReadOnlyList<SendOutcome> Send(
        IReadOnlyList<OutgoingMessage> messages, Func<IReadOnlyList<OutgoingMessage>, TimeSpan, IReadOnlyList<SendOutcome>> call)
    {
        List<List<int>> groups = Groups(messages);
        using var time = new TimeShare(_account, groups.Count);
        TimeSpan timeout = groups.Count == 1 && messages.Count > 1 ? _account.BatchTimeout : time.Timeout;
        var outcomes = new SendOutcome[messages.Count];
        ProviderFault? stop = null;
        for (int g = 0; g < groups.Count; g++)
        {
            if (stop is null && g > 0 && !time.MayStart)
            {
                stop = Untried("The time of this call was used up by the messages before this one.");
            }

            IReadOnlyList<SendOutcome>? answered = stop is null ? call(Pick(messages, groups[g]), timeout) : null;
            for (int i = 0; i < groups[g].Count; i++)
            {
                outcomes[groups[g][i]] = answered?[i] ?? SendOutcome.Rejected(stop!);
            }

            stop ??= StopAfter(answered!);
        }

        return outcomes;
    }

    private List<List<int>> Groups(IReadOnlyList<OutgoingMessage> messages)
    {
        var groups = new List<List<int>>();
        var open = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (int i = 0; i < messages.Count; i++)
        {
            string key = _key(messages[i]);
            if (!open.TryGetValue(key, out List<int>? group) || group.Count >= _most || HoldsRecipient(messages, group, i))
            {
                group = [];
                groups.Add(group);
                open[key] = group;
            }

            group.Add(i);
        }

        return groups;
    }

    private bool HoldsRecipient(IReadOnlyList<OutgoingMessage> messages, List<int> group, int i)
    {
        foreach (int other in group)
        {
            if (_namesRecipients && string.Equals(messages[other].Recipient.Digits, messages[i].Recipient.Digits, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static List<OutgoingMessage> Pick(IReadOnlyList<OutgoingMessage> messages, List<int> group)
    {
        var picked = new List<OutgoingMessage>(group.Count);
        foreach (int i in group)
        {
            picked.Add(messages[i]);
        }

        return picked;
    }

    /// <summary>The fault that the rest gets when a call as a whole failed for a reason that would meet the rest too; null: go on.</summary>
    private static ProviderFault? StopAfter(IReadOnlyList<SendOutcome> outcomes) => outcomes[0].Fault is not { WholeCall: true } fault ? null
        : fault.Kind switch
        {
            ProviderFaultKind.SignIn or ProviderFaultKind.Credit or ProviderFaultKind.Unreachable => fault,
            ProviderFaultKind.SlowDown or ProviderFaultKind.OutOfService => Untried("The provider asked to come back later: " + fault.Words),
            ProviderFaultKind.Unclear => Untried("An earlier call of the same batch ended unclear."),
            _ => null,
        };

    private static ProviderFault Untried(string words) =>
        new(ProviderFaultKind.SlowDown, NotTried, words.Length <= Http.SecretMask.LongestWords ? words : words.Substring(0, Http.SecretMask.LongestWords));
}
