using System;
using smSys.Messaging.Bulk;
using smSys.Messaging.Sending;
using smSys.Plugins.Processes;

namespace smSys.Plugins.Bulk.Sending;

/// <summary>
/// One tick of a partition: look, decide, do one thing, look again, until there is nothing to do or the time is up. Every
/// thing it does may be cut off anywhere; the next tick finds in the row what to do about it.
/// </summary>
public sealed class PartitionRun
{
    private readonly Composition _composition;
    private readonly Partition _partition;
    private readonly BatchSending _sending;
    private readonly BatchCalls _calls;
    private readonly RowsByAccount _making;
    private readonly TimeSpan _askTimeout;

    /// <summary>For a partition whose lease was taken.</summary>
    public PartitionRun(Composition composition, Partition partition, BatchSending sending, BatchCalls calls, RowsByAccount making, TimeSpan askTimeout)
    {
        _composition = composition;
        _partition = partition;
        _sending = sending;
        _calls = calls;
        _making = making;
        _askTimeout = askTimeout;
    }

    /// <summary>Works until the tick's time is up or the partition has to wait.</summary>
    public TickResult Run()
    {
        while (_partition.Look())
        {
            var decision = PartitionRules.Next(_sending.Facts(), _composition.Services.Clock());
            if (Do(decision) is { } result)
            {
                return result.IsLost || Close() ? result : TickResult.Lost;
            }
        }

        return TickResult.Lost;
    }

    // Whoever leaves closes what is made: the sums are right while the partition waits, and the next tick makes no row twice.
    private bool Close() => !_partition.IsMade || _partition.Close(_partition.Cursor);

    private TickResult? Do(PartitionDecision decision) => decision.Step switch
    {
        PartitionStep.Wait => TickResult.At(decision.Until!.Value, "Sent " + _sending.Sent + "; waits: the bulk is " + _partition.Now.Bulk + "."),
        PartitionStep.Ask => Ask(),
        PartitionStep.MakeRows => MakeRows(),
        PartitionStep.SendOpen => _sending.SendOpen(),
        PartitionStep.Announce => _sending.Announce(),
        PartitionStep.CallOff => new PartitionEnding(_composition.Services.System, _partition, _making).CallOff(_composition.Services.Clock()),
        PartitionStep.Expire => new PartitionEnding(_composition.Services.System, _partition, _making).Expire(_composition.Services.Clock()),
        _ => new PartitionCount(_composition, _partition).Run(),
    };

    private TickResult? Ask()
    {
        if (!LeaseRules.MayCall(_composition.Services.Remaining, _askTimeout))
        {
            return _sending.OutOfTime();
        }

        return _partition.Store(_calls.Ask(_partition.Journal!, _partition.Answer!)) ? null : TickResult.Lost;
    }

    private TickResult? MakeRows()
    {
        if (_composition.Services.Remaining <= TimeSpan.Zero)
        {
            return _sending.OutOfTime();
        }

        _partition.Made(_making.Make(_partition.Journal!, _partition.Answer!, _composition.Services.Clock()));
        return null;
    }
}
