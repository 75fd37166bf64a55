using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Rows;
using smSys.Crm.Tables;
using smSys.Messaging.Sending;

namespace smSys.Crm.Processes;

/// <summary>The rows of background work: taken by a lease, worked on in ticks, given back with the time of the next tick.</summary>
public sealed class ProcessStore
{
    private readonly IOrganizationService _system;
    private readonly RowWriter _writer;

    /// <summary>Works as SYSTEM.</summary>
    public ProcessStore(IOrganizationService system)
    {
        _system = system;
        _writer = new RowWriter(system);
    }

    /// <summary>A process with its row version, or null when it is gone.</summary>
    public SmsProcessRow? Read(Guid id)
    {
        var query = new QueryExpression(SmsProcess.LogicalName) { ColumnSet = new ColumnSet(true) };
        query.Criteria.AddCondition(SmsProcess.PrimaryId, ConditionOperator.Equal, id);
        var row = _system.First(query);
        return row is null ? null : new SmsProcessRow(row);
    }

    /// <summary>Takes the lease of a process that is active and that nobody holds.</summary>
    /// <returns>False when it is paused, over, or somebody else is at work.</returns>
    public bool Take(SmsProcessRow process, FenceToken token, DateTime now)
    {
        var verdict = LeaseRules.Judge(FenceToken.Read(process.FenceToken), process.LeaseUntil, token, now);
        if (process.Statecode != SmsProcess.State.Active
            || process.Statuscode == SmsProcess.Status.Paused
            || verdict == ClaimVerdict.Held)
        {
            return false;
        }

        var change = new SmsProcessRow(process.Id)
        {
            FenceToken = token.Text,
            LeaseUntil = now + LeaseRules.Lease,
            LastRunOn = now,
        };
        if (process.NextRunOn is null)
        {
            // Whoever asked for this tick named no time; if it is killed, the heart-beat comes back for it.
            change.NextRunOn = now + LeaseRules.Lease;
        }

        return _writer.UpdateIfUnchanged(change.Record, process.Record.RowVersion, new WriteProof(SmsProcess.Columns.FenceToken, token.Text));
    }

    /// <summary>
    /// Gives the lease back and says when to come again; only who still holds it does. Who asked for a tick while this one ran
    /// found the row held, so the next tick comes at once.
    /// </summary>
    /// <param name="change">Further columns, absolute values.</param>
    /// <param name="read">As the tick found it.</param>
    /// <param name="token">Of the tick.</param>
    /// <param name="now">UTC.</param>
    /// <returns>False when somebody asked for another tick, or the process is somebody else's by now: it is not over then.</returns>
    public bool GiveBack(SmsProcessRow change, SmsProcessRow read, FenceToken token, DateTime now)
    {
        change.LeaseUntil = null;
        change.FenceToken = null;
        while (Look(read.Id) is { } stored)
        {
            var isAsked = IsAsked(stored, read, now);
            var holder = FenceToken.Read(stored.FenceToken);
            if (holder != token)
            {
                // Nobody's: it was written, and only the answer was lost.
                return holder.IsNone && !isAsked;
            }

            change.NextRunOn = isAsked ? now : change.NextRunOn;
            if (_writer.UpdateIfUnchanged(change.Record, stored.Record.RowVersion, null))
            {
                return !isAsked;
            }
        }

        return false;
    }

    /// <summary>Ends a process that was just given back, unless somebody has asked for a tick since.</summary>
    /// <param name="read">As the tick found it.</param>
    /// <param name="status">Finished or failed.</param>
    /// <param name="now">UTC.</param>
    public void EndUnlessAsked(SmsProcessRow read, SmsProcess.Status status, DateTime now)
    {
        while (Look(read.Id) is { } stored && FenceToken.Read(stored.FenceToken).IsNone && !IsAsked(stored, read, now))
        {
            if (_writer.UpdateIfUnchanged(EndOf(read.Id, status), stored.Record.RowVersion, null))
            {
                return;
            }
        }
    }

    /// <summary>Ends a process.</summary>
    public void End(Guid id, SmsProcess.Status status) => _writer.Update(EndOf(id, status));

    /// <summary>Creates a process once; a repeat with the same id changes nothing.</summary>
    /// <returns>False when it stood there before.</returns>
    public bool CreateOnce(SmsProcessRow row) => _writer.CreateOnce(row.Record);

    /// <summary>Lets a process that is over run again from the beginning; one that runs is left alone.</summary>
    public void StartAgain(Guid id, DateTime now)
    {
        if (Read(id) is not { Statecode: SmsProcess.State.Inactive })
        {
            return;
        }

        _writer.Update(new SmsProcessRow(id) { Cursor = null, Journal = null, Answer = null, Output = null, Failures = 0, NextRunOn = now }.Record);
        _writer.Update(new Entity(SmsProcess.LogicalName, id)
        {
            [StandardColumns.State] = new OptionSetValue((int)SmsProcess.State.Active),
            [StandardColumns.Status] = new OptionSetValue((int)SmsProcess.Status.Waiting),
        });
    }

    /// <summary>Sets the time of a process's next tick, or asks for it at once.</summary>
    public void Wake(Guid id, DateTime nextRunOn, bool atOnce)
    {
        var change = new SmsProcessRow(id) { NextRunOn = nextRunOn };
        if (atOnce)
        {
            change.RequestedOn = nextRunOn;
        }

        _writer.Update(change.Record);
    }

    /// <summary>Those of the ids that exist.</summary>
    public HashSet<Guid> Existing(IReadOnlyList<Guid> ids) =>
        new(_system.FindAll(SmsProcess.LogicalName, SmsProcess.PrimaryId, ids, SmsProcess.PrimaryId).Select(row => row.Id));

    private SmsProcessRow? Look(Guid id) => _system.Find(
        SmsProcess.LogicalName, SmsProcess.PrimaryId, id, SmsProcess.Columns.FenceToken, SmsProcess.Columns.RequestedOn, SmsProcess.Columns.NextRunOn) is { } row
        ? new SmsProcessRow(row)
        : null;

    // Who may not ask at once sets only the time; a tick itself sets none that has come.
    private static bool IsAsked(SmsProcessRow stored, SmsProcessRow read, DateTime now) =>
        stored.RequestedOn != read.RequestedOn || (stored.NextRunOn <= now && stored.NextRunOn != read.NextRunOn);

    private static Entity EndOf(Guid id, SmsProcess.Status status) => new(SmsProcess.LogicalName, id)
    {
        [StandardColumns.State] = new OptionSetValue((int)SmsProcess.StateOf(status)),
        [StandardColumns.Status] = new OptionSetValue((int)status),
    };
}
