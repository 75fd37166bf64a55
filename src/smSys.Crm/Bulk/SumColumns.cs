using System;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Tables;
using smSys.Messaging.Bulk;

namespace smSys.Crm.Bulk;

/// <summary>The counters of a partition and of a bulk; both tables call them the same.</summary>
public static class SumColumns
{
    // In the order of SkipReason.
    private static readonly string[] _skipped =
    [
        SmsProcess.Columns.SkippedNoNumber, SmsProcess.Columns.SkippedInvalid, SmsProcess.Columns.SkippedDuplicate,
        SmsProcess.Columns.SkippedOptedOut, SmsProcess.Columns.SkippedDoNotContact, SmsProcess.Columns.SkippedBlocked,
        SmsProcess.Columns.SkippedMissingValue, SmsProcess.Columns.SkippedExpired, SmsProcess.Columns.SkippedTest,
    ];

    /// <summary>The columns that <see cref="Read"/> needs.</summary>
    public static string[] Names =>
    [
        SmsProcess.Columns.Expected, SmsProcess.Columns.Accepted, SmsProcess.Columns.Rejected, SmsProcess.Columns.Unknown,
        SmsProcess.Columns.CancelledCount, SmsProcess.Columns.Pending, SmsProcess.Columns.TotalParts, SmsProcess.Columns.TotalCost,
        .. _skipped,
    ];

    /// <summary>The sums of a row; what is empty counts as zero.</summary>
    public static PartitionSums Read(Entity row)
    {
        var sums = new PartitionSums
        {
            Expected = Of(row, SmsProcess.Columns.Expected),
            Accepted = Of(row, SmsProcess.Columns.Accepted),
            Rejected = Of(row, SmsProcess.Columns.Rejected),
            Unknown = Of(row, SmsProcess.Columns.Unknown),
            Cancelled = Of(row, SmsProcess.Columns.CancelledCount),
            Parts = Of(row, SmsProcess.Columns.TotalParts),
            Cost = row.GetAttributeValue<decimal?>(SmsProcess.Columns.TotalCost),
        };
        for (var i = 0; i < _skipped.Length; i++)
        {
            sums[(SkipReason)i] = Of(row, _skipped[i]);
        }

        sums.Pending = row.GetAttributeValue<int?>(SmsProcess.Columns.Pending) ?? sums.Remainder;
        return sums;
    }

    /// <summary>Writes all of them but Expected, which the freezing wrote once.</summary>
    public static void Write(PartitionSums sums, Entity change)
    {
        change[SmsProcess.Columns.Accepted] = sums.Accepted;
        change[SmsProcess.Columns.Rejected] = sums.Rejected;
        change[SmsProcess.Columns.Unknown] = sums.Unknown;
        change[SmsProcess.Columns.CancelledCount] = sums.Cancelled;
        change[SmsProcess.Columns.Pending] = sums.Pending;
        change[SmsProcess.Columns.Skipped] = sums.Skipped;
        change[SmsProcess.Columns.TotalParts] = (int)Math.Min(int.MaxValue, sums.Parts);
        change[SmsProcess.Columns.TotalCost] = sums.Cost!;
        for (var i = 0; i < _skipped.Length; i++)
        {
            change[_skipped[i]] = sums[(SkipReason)i];
        }
    }

    private static int Of(Entity row, string column) => row.GetAttributeValue<int?>(column) ?? 0;
}
