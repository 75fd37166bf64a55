using System;
using System.Collections.Generic;
using smSys.Messaging.Bulk;
using smSys.Messaging.Health;
using smSys.Messaging.Providers;
using smSys.Plugins.Accounts;
using smSys.Plugins.Sending;

namespace smSys.Plugins.Bulk.Sending;

/// <summary>Speaks to the provider about the messages of an open batch; writes nothing.</summary>
public sealed class BatchCalls
{
    private readonly AccountInUse _account;
    private readonly MessageRows _rows;
    private readonly Func<DateTime> _clock;
    private readonly Func<Guid, AccountInUse?> _open;

    /// <summary>At the account that sends at present.</summary>
    /// <param name="account">The account.</param>
    /// <param name="rows">Knows the references.</param>
    /// <param name="clock">UTC.</param>
    /// <param name="open">Opens another setting's account, to ask at the one that took the attempt.</param>
    public BatchCalls(AccountInUse account, MessageRows rows, Func<DateTime> clock, Func<Guid, AccountInUse?> open)
    {
        _open = open;
        _account = account;
        _rows = rows;
        _clock = clock;
    }

    /// <summary>Sends what the announcement put in doubt.</summary>
    public CallVerdict Send(BatchJournal journal, BatchAnswer announced)
    {
        var places = announced.PlacesOf(FateKind.InDoubt);
        var messages = new OutgoingMessage[places.Count];
        for (var i = 0; i < messages.Length; i++)
        {
            var line = journal.Lines[places[i]];
            var reference = _rows.ReferenceOf(line, announced.Fates[places[i]].ReferenceNumber);
            messages[i] = new OutgoingMessage(reference, Numbers.Recipient(line.Number), journal.SenderLine, line.Text);
        }

        // Crash here: announced and unanswered; asking finds out that nothing arrived.
        var began = _clock();
        var outcomes = _account.Provider.Send(messages);
        _account.Calls = _account.Calls.Add(CallTally.Of(outcomes, _clock() - began));

        // Crash here: the provider may have them, no answer is stored; asking finds out.
        return CallJudge.Judge(announced, places, outcomes, TermsFor(journal, announced, _account), _clock());
    }

    /// <summary>Asks about what is in doubt, at the account that took the attempt.</summary>
    public BatchAnswer Ask(BatchJournal journal, BatchAnswer answer)
    {
        if (string.Equals(journal.Account, _account.Name, StringComparison.Ordinal))
        {
            return Ask(journal, answer, _account);
        }

        using var other = _open(journal.SettingId);
        return other is not null && string.Equals(journal.Account, other.Name, StringComparison.Ordinal)
            ? Ask(journal, answer, other)
            : AskJudge.GiveUp(answer);
    }

    private BatchAnswer Ask(BatchJournal journal, BatchAnswer answer, AccountInUse account)
    {
        if (account.Provider.Capabilities.AskLimit <= 0)
        {
            return AskJudge.GiveUp(answer);
        }

        var places = answer.PlacesOf(FateKind.InDoubt);
        var references = new long[places.Count];
        for (var i = 0; i < references.Length; i++)
        {
            references[i] = _rows.ReferenceOf(journal.Lines[places[i]], answer.Fates[places[i]].ReferenceNumber);
        }

        return AskJudge.Judge(answer, places, Ask(references, account.Provider), TermsFor(journal, answer, account), _clock());
    }

    private static CallTerms TermsFor(BatchJournal journal, BatchAnswer answer, AccountInUse account)
    {
        var can = account.Provider.Capabilities;
        var chance = (journal.Lines[0].Reference & 0xFFFF) / 65536.0;
        return new CallTerms(account.Policy, can.AskLimit > 0, can.OneReferenceACall, can.AskWindow, (chance + (answer.Attempt * 0.37)) % 1);
    }

    private static IReadOnlyList<ReferenceAnswer> Ask(long[] references, ISmsProvider provider)
    {
        var can = provider.Capabilities;
        if (can.OneReferenceACall)
        {
            // The call is asked about as it was: never paged, in the order of its messages.
            return provider.AskCall(references);
        }

        var answers = new List<ReferenceAnswer>(references.Length);
        for (var start = 0; start < references.Length; start += can.AskLimit)
        {
            var page = new long[Math.Min(can.AskLimit, references.Length - start)];
            Array.Copy(references, start, page, 0, page.Length);
            answers.AddRange(provider.Ask(page));
        }

        return answers;
    }
}
