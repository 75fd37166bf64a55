using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using smSys.Messaging.Providers;

namespace smSys.Providers.Matching;

/// <summary>
/// Finds whose each element of an array answer is: by reference, else by recipient where that is one message only, by position
/// only when nothing in the answer names anybody and the lengths agree. What is unmatched is unknown, never rejected.
/// </summary>
public static class AnswerMatcher
{
    /// <summary>One outcome a message, in the order of the messages.</summary>
    public static IReadOnlyList<SendOutcome> Match(IReadOnlyList<OutgoingMessage> messages, IReadOnlyList<AnsweredItem> items)
    {
        var outcomes = new SendOutcome?[messages.Count];
        bool anonymous = true;
        var waiting = new List<AnsweredItem>();
        var byReference = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < messages.Count; i++)
        {
            byReference[messages[i].Reference.ToString(CultureInfo.InvariantCulture)] = i;
        }

        foreach (AnsweredItem item in items)
        {
            anonymous &= item.Reference is null && item.Recipient is null;
            if (item.Reference is null)
            {
                waiting.Add(item);
            }
            else if (byReference.TryGetValue(item.Reference, out int i))
            {
                outcomes[i] ??= item.Outcome;
            }
        }

        if (anonymous && items.Count == messages.Count)
        {
            for (int i = 0; i < outcomes.Length; i++)
            {
                outcomes[i] = items[i].Outcome;
            }
        }
        else
        {
            MatchByRecipient(messages, waiting, outcomes);
        }

        var result = new SendOutcome[outcomes.Length];
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = outcomes[i] ?? SendOutcome.Unknown(Unmatched);
        }

        return result;
    }

    private static ProviderFault Unmatched =>
        new(ProviderFaultKind.Unclear, "unmatched", "The provider's answer does not say what became of this message.");

    private static void MatchByRecipient(IReadOnlyList<OutgoingMessage> messages, List<AnsweredItem> items, SendOutcome?[] outcomes)
    {
        var open = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < messages.Count; i++)
        {
            if (outcomes[i] is null)
            {
                string subscriber = Subscriber(messages[i].Recipient.Digits);
                open[subscriber] = open.ContainsKey(subscriber) ? -1 : i;
            }
        }

        foreach (AnsweredItem item in items)
        {
            if (item.Recipient is not null && open.TryGetValue(Subscriber(item.Recipient), out int i) && i >= 0)
            {
                outcomes[i] ??= item.Outcome;
            }
        }
    }

    /// <summary>The last ten digits: 0912…, 98912…, +98912… and 912… are one subscriber.</summary>
    private static string Subscriber(string number)
    {
        var digits = new StringBuilder(number.Length);
        foreach (char c in number)
        {
            if (c is >= '0' and <= '9')
            {
                digits.Append(c);
            }
        }

        return digits.Length <= 10 ? digits.ToString() : digits.ToString(digits.Length - 10, 10);
    }
}
