using System;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Bulk;
using smSys.Messaging.Bulk;
using smSys.Plugins.Processes;

namespace smSys.Plugins.Bulk.Sending;

/// <summary>Ends the sending of a partition before its audience does: whoever was not sent to is cancelled, or left out.</summary>
public sealed class PartitionEnding
{
    private readonly IOrganizationService _system;
    private readonly Partition _partition;
    private readonly RowsByAccount _making;

    /// <summary>Works as SYSTEM; nothing of the open batch may be in doubt.</summary>
    public PartitionEnding(IOrganizationService system, Partition partition, RowsByAccount making)
    {
        _system = system;
        _partition = partition;
        _making = making;
    }

    /// <summary>The bulk was cancelled.</summary>
    public TickResult? CallOff(DateTime now)
    {
        var rest = Rest(now);
        _partition.Sums.Cancelled += rest;
        return _partition.Close(PartitionCursor.End(rest)) ? null : TickResult.Lost;
    }

    /// <summary>The time of the bulk is over.</summary>
    public TickResult? Expire(DateTime now)
    {
        _partition.Sums[SkipReason.Expired] += Rest(now);
        return _partition.Close(PartitionCursor.End()) ? null : TickResult.Lost;
    }

    // Everybody whose message nobody has: those of the open batch, and those who were not announced.
    private int Rest(DateTime now)
    {
        var rest = 0;
        if (!_partition.IsMade && _partition.Answer is { } answer)
        {
            rest = answer.PlacesOf(FateKind.ToSend).Count;
            _partition.Made(_making.Make(_partition.Journal!, answer, now));
        }

        var chunks = new ChunkReader(_system, _partition.Id);
        var line = _partition.Cursor.Line;
        for (var number = _partition.Cursor.Chunk; !_partition.Cursor.IsEnd && chunks.GoTo(number); number = chunks.Number + 1)
        {
            rest += Math.Max(0, chunks.Lines.Count - (chunks.Number == _partition.Cursor.Chunk ? line : 0));
        }

        return rest;
    }
}
