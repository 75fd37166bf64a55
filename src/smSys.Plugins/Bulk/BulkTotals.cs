using System;
using System.Collections.Generic;
using System.Linq;
using smSys.Crm.Bulk;
using smSys.Crm.Tables;
using smSys.Messaging.Bulk;

namespace smSys.Plugins.Bulk;

/// <summary>
/// The counters of a bulk: the sums of its partitions, written by whoever ticks, bound to the row version. When every
/// partition is through and nothing is pending, the bulk is finished.
/// </summary>
public sealed class BulkTotals
{
    private const int Tries = 3;

    private static readonly string[] _counts =
    [
        SmsProcess.Columns.Delivered, SmsProcess.Columns.Undelivered, SmsProcess.Columns.Blocked,
        SmsProcess.Columns.WithoutReceipt, SmsProcess.Columns.Waiting,
    ];

    private readonly Composition _composition;

    /// <summary>Works as SYSTEM.</summary>
    public BulkTotals(Composition composition) => _composition = composition;

    /// <summary>Adds up and writes; who is overtaken adds up again.</summary>
    public void Write(Guid bulkId, DateTime now)
    {
        for (var attempt = 1; attempt <= Tries && !TryWrite(bulkId, now); attempt++)
        {
        }
    }

    private bool TryWrite(Guid bulkId, DateTime now)
    {
        if (_composition.Bulks.Read(bulkId) is not { } bulk)
        {
            return true;
        }

        var partitions = _composition.Partitions.OfBulk(bulkId, [.. SumColumns.Names, .. _counts, SmsProcess.Columns.Cursor]);
        var sums = new PartitionSums();
        foreach (var partition in partitions)
        {
            sums.Add(SumColumns.Read(partition.Record));
        }

        var state = BulkStateCodes.Read(bulk);
        var isThrough = partitions.Count > 0
            && partitions.All(partition => PartitionCursor.Read(partition.Cursor).IsEnd)
            && sums.Pending == 0;
        var change = new SmsBulkRow(bulkId) { CountedOn = now };
        SumColumns.Write(sums, change.Record);
        foreach (var column in _counts)
        {
            change.Record[column] = partitions.Sum(partition => partition.Record.GetAttributeValue<int?>(column) ?? 0);
        }

        if (bulk.StartedOn is null && sums.Accepted + sums.Rejected + sums.Unknown > 0)
        {
            change.StartedOn = now;
        }

        if (bulk.FinishedOn is null && isThrough)
        {
            change.FinishedOn = now;
        }

        if (bulk.Expected != sums.Expected || !sums.AddUp)
        {
            change.Warning = new BulkAlarm(_composition).Raise(bulk, sums);
        }
        else if (WarningOfReceipts(bulk, partitions) is { } warning)
        {
            change.Warning = warning;
        }

        return _composition.Bulks.Write(change, bulk.Record.RowVersion)
            && (EndOf(state, isThrough, sums.Unknown) is not { } end || Move(bulkId, state, end));
    }

    // Fates are counted once a partition has nobody left to announce, in the same write as its sums.
    private string? WarningOfReceipts(SmsBulkRow bulk, IReadOnlyList<SmsProcessRow> partitions)
    {
        var counted = partitions.Where(partition => partition.Waiting is not null && PartitionCursor.Read(partition.Cursor).IsEnd).ToArray();
        var accepted = counted.Sum(partition => partition.Accepted ?? 0);
        var fates = _counts.Select(column => counted.Sum(partition => partition.Record.GetAttributeValue<int?>(column) ?? 0)).ToArray();
        return fates.Sum() == accepted ? null : new BulkAlarm(_composition).Raise(bulk, accepted, fates);
    }

    private static BulkState? EndOf(BulkState state, bool isThrough, int unknown)
    {
        var end = unknown > 0 ? BulkState.FinishedWithUnknowns : BulkState.Finished;
        return isThrough && state != end && (state is BulkState.Running or BulkState.Paused or BulkState.Finished or BulkState.FinishedWithUnknowns)
            ? end
            : null;
    }

    private bool Move(Guid bulkId, BulkState from, BulkState to) =>
        _composition.Bulks.Read(bulkId) is { } again && BulkStateCodes.Read(again) == from && _composition.Bulks.Move(again, to);
}
