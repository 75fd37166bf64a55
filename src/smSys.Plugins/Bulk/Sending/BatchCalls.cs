using System;
using System.Collections.Generic;
using smSys.Messaging.Bulk;
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

    /// <summary>At the account that the batch is journalled under.</summary>
    public BatchCalls(AccountInUse account, MessageRows rows, Func<DateTime> clock)
    {
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
        var outcomes = _account.Provider.Send(messages);

        // Crash here: the provider may have them, no answer is stored; asking finds out.
        return CallJudge.Judge(announced, places, outcomes, TermsFor(journal, announced), _clock());
    }

    /// <summary>Asks about what is in doubt, at the account that took the attempt.</summary>
    public BatchAnswer Ask(BatchJournal journal, BatchAnswer answer)
    {
        var can = _account.Provider.Capabilities;
        if (can.AskLimit <= 0 || !string.Equals(journal.Account, _account.Name, StringComparison.Ordinal))
        {
            return AskJudge.GiveUp(answer);
        }

        var places = answer.PlacesOf(FateKind.InDoubt);
        var references = new long[places.Count];
        for (var i = 0; i < references.Length; i++)
        {
            references[i] = _rows.ReferenceOf(journal.Lines[places[i]], answer.Fates[places[i]].ReferenceNumber);
        }

        return AskJudge.Judge(answer, places, Ask(references, can), TermsFor(journal, answer), _clock());
    }

    /// <summary>What answers are judged by.</summary>
    public CallTerms TermsFor(BatchJournal journal, BatchAnswer answer)
    {
        var can = _account.Provider.Capabilities;
        var chance = (journal.Lines[0].Reference & 0xFFFF) / 65536.0;
        return new CallTerms(_account.Policy, can.AskLimit > 0, can.OneReferenceACall, can.AskWindow, (chance + (answer.Attempt * 0.37)) % 1);
    }

    private IReadOnlyList<ReferenceAnswer> Ask(long[] references, ProviderCapabilities can)
    {
        if (can.OneReferenceACall)
        {
            // The call is asked about as it was: never paged, in the order of its messages.
            return _account.Provider.AskCall(references);
        }

        var answers = new List<ReferenceAnswer>(references.Length);
        for (var start = 0; start < references.Length; start += can.AskLimit)
        {
            var page = new long[Math.Min(can.AskLimit, references.Length - start)];
            Array.Copy(references, start, page, 0, page.Length);
            answers.AddRange(_account.Provider.Ask(page));
        }

        return answers;
    }
}
