using System;
using smSys.Crm.Bulk;
using smSys.Crm.Messages;
using smSys.Crm.Tables;
using smSys.Messaging.Bulk;
using smSys.Messaging.Messages;
using smSys.Plugins.Processes;

namespace smSys.Plugins.Bulk.Sending;

/// <summary>
/// After the last batch: counts at growing intervals what has become of the rows, until nothing is pending, unknown or waiting
/// for its receipt. Of a cancelled bulk it first cancels what still waits to be sent.
/// </summary>
public sealed class PartitionCount
{
    private const int AtOnce = 250;
    private readonly Composition _composition;
    private readonly Partition _partition;

    /// <summary>Works as SYSTEM.</summary>
    public PartitionCount(Composition composition, Partition partition)
    {
        _composition = composition;
        _partition = partition;
    }

    /// <summary>Counts once.</summary>
    public TickResult Run()
    {
        var services = _composition.Services;
        if (_partition.Now.Bulk == BulkState.Cancelled && !_partition.Now.IsBulkSettled && !CancelWaiting())
        {
            return TickResult.OutOfTime(services.Clock(), "Cancels what still waited to be sent.");
        }

        var began = services.Clock();
        var rows = RowCounts.Read(services.System, _partition.Id);
        var took = services.Clock() - began;
        if (_partition.Now.IsBulkSettled && rows.Total < RowsMade)
        {
            return TickResult.Over("Rows were deleted after the bulk was finished; it stays as it was counted.");
        }

        var counts = new SmsProcessRow(_partition.Id)
        {
            Delivered = rows.Of(MessageState.Delivered),
            Undelivered = rows.HandedOver(MessageState.Undelivered),
            Blocked = rows.HandedOver(MessageState.BlockedByOperator),
            WithoutReceipt = rows.Of(MessageState.SentWithoutReceipt),
            Waiting = rows.Of(MessageState.Sent),
        };
        Apply(rows);
        var pending = rows.Of(MessageState.Draft, MessageState.Queued, MessageState.Sending, MessageState.RetryScheduled);
        _partition.Sums.Pending = pending;
        if (!_partition.Count(counts))
        {
            return TickResult.Lost;
        }

        var open = pending + (counts.Waiting ?? 0) + _partition.Sums.Unknown;
        var summary = "Delivered " + counts.Delivered + ", waiting " + counts.Waiting + ", pending " + pending + ", unknown " + _partition.Sums.Unknown + ".";
        return open == 0
            ? TickResult.Over(summary)
            : TickResult.At(CountingPlan.NextOn(_partition.LastRunOn, services.Clock(), pending > 0, took), summary);
    }

    // Behind the last line everybody has a row who was neither left out nor called off.
    private int RowsMade => _partition.Sums.Expected - _partition.Sums.Skipped - _partition.Cursor.CalledOff;

    private void Apply(RowCounts rows)
    {
        var sums = _partition.Sums;
        sums.Parts = rows.Parts;
        sums.Cost = rows.Cost;
        sums.Accepted = rows.Of(MessageState.Sent, MessageState.Delivered, MessageState.SentWithoutReceipt, MessageState.Handled)
            + rows.HandedOver(MessageState.Undelivered, MessageState.BlockedByOperator);
        sums.Unknown = rows.Of(MessageState.Unknown);
        sums.Cancelled = _partition.Cursor.CalledOff + rows.Of(MessageState.Cancelled);
        sums.Rejected = rows.Of(MessageState.Failed, MessageState.OptedOut, MessageState.Expired)
            + rows.Of(MessageState.Undelivered, MessageState.BlockedByOperator)
            - rows.HandedOver(MessageState.Undelivered, MessageState.BlockedByOperator);
    }

    private bool CancelWaiting()
    {
        var services = _composition.Services;
        while (services.Remaining > TimeSpan.Zero)
        {
            var waiting = _composition.Messages.Find(MessageQueries.WaitingOf(_partition.Id, AtOnce));
            if (waiting.Count == 0)
            {
                return true;
            }

            var moved = 0;
            foreach (var message in waiting)
            {
                moved += _composition.Messages.Move(message, MessageState.Cancelled, services.Token) ? 1 : 0;
            }

            if (moved == 0)
            {
                // All of them are in somebody else's hands just now; the next count looks again.
                return true;
            }
        }

        return false;
    }
}
