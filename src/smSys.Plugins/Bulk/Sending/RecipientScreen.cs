using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Consents;
using smSys.Crm.Settings;
using smSys.Crm.Tables;
using smSys.Messaging.Bulk;

namespace smSys.Plugins.Bulk.Sending;

/// <summary>
/// Who of a bulk's recipients may not be texted as things stand now: asked before a batch is announced, and again before what
/// was held back goes out, which may be days later.
/// </summary>
public sealed class RecipientScreen
{
    private readonly BulkTerms _terms;
    private readonly ConsentBook _consents;
    private readonly OperatorBlocks _blocks;

    /// <summary>For one tick.</summary>
    /// <param name="terms">Of the bulk.</param>
    /// <param name="consents">Who wants no messages.</param>
    /// <param name="blocks">Whom the operator's list keeps from getting advertising.</param>
    public RecipientScreen(BulkTerms terms, ConsentBook consents, OperatorBlocks blocks)
    {
        _terms = terms;
        _consents = consents;
        _blocks = blocks;
    }

    /// <summary>Why each number is left out, in their order; null: it is not. One query, two for advertising.</summary>
    public IReadOnlyList<SkipReason?> Of(IReadOnlyList<string> numbers)
    {
        var optedOut = _consents.OptedOut(numbers, _terms.MessageClass);
        var blocked = _terms.MessageClass == MessageClass.Advertising ? _blocks.Among(numbers) : [];
        var isTest = _terms.Setting.TestMode ?? false;
        return numbers.Select(number =>
            optedOut.Contains(number) ? SkipReason.OptedOut
            : isTest && !TestNumbers.Hold(_terms.Setting.TestNumbers, number) ? SkipReason.TestMode
            : blocked.Contains(number) ? SkipReason.Blocked
            : (SkipReason?)null).ToArray();
    }

    /// <summary>What is known of a batch once those are left out who may not be texted any more; null when nobody is.</summary>
    public BatchAnswer? LeaveOut(BatchJournal journal, BatchAnswer answer)
    {
        var places = answer.PlacesOf(FateKind.ToSend);
        var found = Of(places.Select(place => journal.Lines[place].Number).ToArray());
        var forbidding = Forbidding(places.Select(place => journal.Lines[place]));
        var reasons = new SkipReason?[journal.Lines.Count];
        for (var i = 0; i < places.Count; i++)
        {
            reasons[places[i]] = found[i] ?? (forbidding.Contains(journal.Lines[places[i]].RecordId) ? SkipReason.DoNotContact : null);
        }

        return reasons.Any(reason => reason is not null) ? BatchAnswer.OfLeftOut(answer, reasons) : null;
    }

    private HashSet<Guid> Forbidding(IEnumerable<BatchLine> lines) => _terms.RespectsContactFlags
        ? _consents.ForbidContact(lines.Where(line => line.Table.Length > 0).Select(line => new EntityReference(line.Table, line.RecordId)))
        : [];
}
