using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Rows;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Messaging.Bulk;
using smSys.Messaging.Messages;

namespace smSys.Plugins.Bulk;

/// <summary>
/// Says aloud that a bulk does not add up: a warning on the bulk, and once a task for its owner. Nothing stops: what was sent
/// was sent, but somebody has to look.
/// </summary>
public sealed class BulkAlarm
{
    private readonly Composition _composition;
    private readonly RowWriter _writer;

    /// <summary>Works as SYSTEM.</summary>
    public BulkAlarm(Composition composition)
    {
        _composition = composition;
        _writer = new RowWriter(composition.Services.System);
    }

    /// <summary>The sums do not make up what was expected.</summary>
    /// <param name="bulk">Whose.</param>
    /// <param name="sums">As added up or counted.</param>
    /// <returns>The warning, for the bulk.</returns>
    public string Raise(SmsBulkRow bulk, PartitionSums sums)
    {
        var parts = string.Format(
            CultureInfo.InvariantCulture,
            "{0} / {1} + {2} + {3} + {4} + {5} + {6}",
            bulk.Expected ?? 0,
            sums.Accepted,
            sums.Rejected,
            sums.Skipped,
            sums.Unknown,
            sums.Pending,
            sums.Cancelled);
        return Raise(bulk, new Sentence(
            "The numbers do not add up (expected / accepted + rejected + skipped + unknown + pending + cancelled): " + parts,
            "شمارش‌ها با هم نمی‌خوانند (مورد انتظار / پذیرفته + ردشده + کنارگذاشته + نامعلوم + در انتظار + لغوشده): " + parts));
    }

    /// <summary>What became of the accepted does not make up the accepted.</summary>
    /// <param name="bulk">Whose.</param>
    /// <param name="accepted">Of the partitions that were counted.</param>
    /// <param name="fates">Delivered, undelivered, blocked, without receipt, waiting.</param>
    /// <returns>The warning, for the bulk.</returns>
    public string Raise(SmsBulkRow bulk, int accepted, IEnumerable<int> fates)
    {
        var parts = accepted.ToString(CultureInfo.InvariantCulture) + " / " + string.Join(" + ", fates.Select(fate => fate.ToString(CultureInfo.InvariantCulture)));
        return Raise(bulk, new Sentence(
            "The receipts do not add up (accepted / delivered + undelivered + blocked + without receipt + waiting): " + parts,
            "رسیدها با هم نمی‌خوانند (پذیرفته / رسیده + نرسیده + مسدود + بی‌رسید + در انتظار): " + parts));
    }

    private string Raise(SmsBulkRow bulk, Sentence sentence)
    {
        var note = _composition.Notes.Say(sentence);
        _composition.Services.Trace(note);
        _writer.CreateOnce(new Entity("task", DeterministicId.Create(bulk.CreatedOn!.Value, "bulk-alarm", bulk.Id.ToString("N")))
        {
            ["subject"] = (bulk.Name ?? "SMS Bulk") + ": " + note,
            ["description"] = note,
            [StandardColumns.Owner] = bulk.OwnerId,
        });
        return note;
    }
}
