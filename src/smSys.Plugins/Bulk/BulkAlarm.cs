using System.Globalization;
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
        var note = _composition.Notes.Say(new Sentence(
            "The numbers do not add up (expected / accepted + rejected + skipped + unknown + pending + cancelled): " + parts,
            "شمارش‌ها با هم نمی‌خوانند (مورد انتظار / پذیرفته + ردشده + کنارگذاشته + نامعلوم + در انتظار + لغوشده): " + parts));
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
