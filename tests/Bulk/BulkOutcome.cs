using DevHost.Bulk;
using smSys.Crm.Tables;

namespace Bulk.Tests;

/// <summary>How a bulk stands, by its record, by its rows, and by what the provider really holds.</summary>
/// <param name="Row">The record.</param>
/// <param name="AtProvider">Numbers that the provider has a message for since the bulk began, with how many.</param>
/// <param name="Hanging">Messages in Sending, partitions that are not over, and batches that are still announced, by name.</param>
/// <param name="Partitions">The partitions, by number.</param>
internal sealed record BulkOutcome(
    SmsBulkRow Row, IReadOnlyDictionary<string, int> AtProvider, IReadOnlyList<string> Hanging, IReadOnlyDictionary<int, PartitionOutcome> Partitions)
{
    public int Accepted => Row.Accepted ?? 0;

    public int Unknown => Row.Unknown ?? 0;

    /// <summary>The states and figures of a bulk; messages before <paramref name="mark"/> at the provider are another's.</summary>
    public static BulkOutcome Read(BulkOrganization organization, BulkRecord bulk, int mark)
    {
        var taken = organization.Simulator.Messages.All.Skip(mark).GroupBy(message => message.Recipient)
            .ToDictionary(group => group.Key, group => group.Count());
        var messages = organization.Of(bulk.Id, Sms.LogicalName, Sms.Columns.BulkId, Sms.Columns.StatusCode)
            .Select(row => new SmsRow(row)).Where(row => row.StatusCode is Sms.Status.Sending or Sms.Status.Queued).Select(row => $"message {row.StatusCode}");
        var processes = organization.Of(bulk.Id, SmsProcess.LogicalName, SmsProcess.Columns.BulkId, SmsProcess.Columns.Statuscode, SmsProcess.Columns.Partition, SmsProcess.Columns.LastResult, SmsProcess.Columns.Announced, SmsProcess.Columns.Journal, SmsProcess.Columns.ProcessKind, SmsProcess.Columns.BatchNumber, SmsProcess.Columns.Unknown)
            .Select(row => new SmsProcessRow(row)).ToList();
        var hanging = processes.Where(row => row.Statuscode is SmsProcess.Status.Running || row.Announced > 0 || (row.ProcessKind == ProcessKind.Send && row.Journal is not null))
            .Select(row => $"partition {row.Partition} {row.Statuscode}, {row.Announced} announced: {row.LastResult}");
        var partitions = processes.Where(row => row.ProcessKind == ProcessKind.Send)
            .ToDictionary(row => row.Partition ?? 0, row => new PartitionOutcome(row.BatchNumber ?? 0, row.Unknown ?? 0));
        return new BulkOutcome(bulk.Read(), taken, [.. messages, .. hanging], partitions);
    }

    /// <summary>What no bulk may ever show, one sentence each.</summary>
    public IEnumerable<string> Violations()
    {
        if (!BulkRecord.IsOver(Row))
        {
            yield return $"it is {Row.Statuscode} ({Row.PauseReason} {Row.PauseNote}), not over";
        }

        foreach (var (number, count) in AtProvider.Where(pair => pair.Value > 1))
        {
            yield return $"{number} was accepted {count} times";
        }

        foreach (var hanging in Hanging)
        {
            yield return "left behind: " + hanging;
        }

        var sum = Accepted + (Row.Rejected ?? 0) + (Row.Skipped ?? 0) + Unknown + (Row.Pending ?? 0) + (Row.CancelledCount ?? 0);
        if (Row.Expected != sum || SkippedCount.Of(Row).Total != (Row.Skipped ?? 0))
        {
            yield return $"expected {Row.Expected} is not accepted {Accepted} + rejected {Row.Rejected} + skipped {Row.Skipped} ({SkippedCount.Of(Row)}) + unknown {Unknown} + pending {Row.Pending} + cancelled {Row.CancelledCount}";
        }

        if (Unknown == 0 && Accepted != AtProvider.Count)
        {
            yield return $"{Accepted} count as accepted, the provider has {AtProvider.Count}";
        }
    }

    public override string ToString() =>
        $"{Row.Statuscode}: expected {Row.Expected}, accepted {Accepted}, rejected {Row.Rejected}, skipped {Row.Skipped}, unknown {Unknown}, pending {Row.Pending}, cancelled {Row.CancelledCount}, at the provider {AtProvider.Count}";
}

/// <summary>What a partition did.</summary>
/// <param name="Batches">Batches that it announced.</param>
/// <param name="Unknown">Recipients of whom nobody can say.</param>
internal sealed record PartitionOutcome(int Batches, int Unknown);
