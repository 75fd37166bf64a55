using System;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Rows;
using smSys.Crm.Tables;
using smSys.Messaging.Bulk;

namespace smSys.Crm.Bulk;

/// <summary>Serves the synchronous step that follows the messages of bulks.</summary>
public static class PartitionWaking
{
    /// <summary>
    /// Lets a partition whose audience is through count its rows again, also one that is over. One that is asked for already, and
    /// that nobody holds, is left alone: many rows settle at once.
    /// </summary>
    /// <param name="system">As SYSTEM, inside the transaction of the message: no fault is caught here.</param>
    /// <param name="partitionId">Whose.</param>
    /// <param name="now">UTC.</param>
    /// <param name="atOnce">Asks for the tick itself; else the heart-beat finds it due.</param>
    public static void CountAgain(IOrganizationService system, Guid partitionId, DateTime now, bool atOnce)
    {
        var row = system.Find(
            SmsProcess.LogicalName,
            SmsProcess.PrimaryId,
            partitionId,
            StandardColumns.State,
            StandardColumns.Status,
            SmsProcess.Columns.Cursor,
            SmsProcess.Columns.NextRunOn,
            SmsProcess.Columns.LeaseUntil);
        if (row is null || new SmsProcessRow(row) is not { } partition || !PartitionCursor.Read(partition.Cursor).IsEnd)
        {
            return;
        }

        var isOver = partition.Statecode == SmsProcess.State.Inactive;
        if (!isOver && partition.NextRunOn <= now && !(partition.LeaseUntil > now))
        {
            return;
        }

        if (isOver)
        {
            system.Update(new Entity(SmsProcess.LogicalName, partitionId)
            {
                [StandardColumns.State] = new OptionSetValue((int)SmsProcess.State.Active),
                [StandardColumns.Status] = new OptionSetValue((int)SmsProcess.Status.Waiting),
            });
        }

        var change = new SmsProcessRow(partitionId) { NextRunOn = now };
        if (atOnce)
        {
            change.RequestedOn = now;
        }

        system.Update(change.Record);
    }
}
