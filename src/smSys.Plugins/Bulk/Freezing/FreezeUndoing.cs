using System;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Audiences;
using smSys.Crm.Bulk;
using smSys.Crm.Rows;
using smSys.Crm.Tables;
using smSys.Messaging.Bulk;
using smSys.Plugins.Processes;

namespace smSys.Plugins.Bulk.Freezing;

/// <summary>
/// Somebody cancelled a bulk before its audience was put down: takes away what was dealt, ends the partitions that never sent,
/// and says of the bulk that nobody is expected. Every step may be repeated; the bulk is written last.
/// </summary>
public sealed class FreezeUndoing
{
    private static readonly TimeSpan _shortest = TimeSpan.FromSeconds(25);
    private readonly Composition _composition;
    private readonly BulkJob _job;
    private readonly RowWriter _writer;

    /// <summary>For one tick, which holds the process that dealt: nobody else deals meanwhile.</summary>
    public FreezeUndoing(Composition composition, BulkJob job)
    {
        _composition = composition;
        _job = job;
        _writer = new RowWriter(composition.Services.System);
    }

    /// <summary>Clears up while there is time.</summary>
    public TickResult Run()
    {
        var services = _composition.Services;
        var chunks = new ChunkStore(services.System);
        foreach (var partition in _composition.Partitions.OfBulk(_job.Bulk.Id, StandardColumns.State))
        {
            if (!chunks.RemoveAll(partition.Id, () => services.Remaining > _shortest))
            {
                return TickResult.OutOfTime(services.Clock(), "Cancelled while it was frozen: clearing up.");
            }

            if (partition.Statecode == SmsProcess.State.Active)
            {
                _writer.Update(Nobody(new SmsProcessRow(partition.Id) { Expected = 0 }.Record));
                _composition.Processes.End(partition.Id, SmsProcess.Status.Finished);
            }
        }

        // A dry run may have left its own counts in the bulk.
        var now = services.Clock();
        _writer.Update(Nobody(new SmsBulkRow(_job.Bulk.Id) { Expected = 0, CountedOn = now, FinishedOn = now }.Record));
        return TickResult.Over("Cancelled before it was frozen; nobody is expected.");
    }

    private static Entity Nobody(Entity change)
    {
        SumColumns.Write(new PartitionSums(), change);
        return change;
    }
}
