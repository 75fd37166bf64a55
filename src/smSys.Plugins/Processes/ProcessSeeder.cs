using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Processes;
using smSys.Crm.Rows;
using smSys.Crm.Tables;

namespace smSys.Plugins.Processes;

/// <summary>
/// Gives a new setting or line the standing processes it needs. Runs in synchronous steps, so it looks before it creates; the
/// ids are deterministic, whatever comes between.
/// </summary>
public sealed class ProcessSeeder
{
    /// <summary>Seconds; faster is what the provider pushes.</summary>
    private const int ShortestInterval = 30;

    private readonly IOrganizationService _system;
    private readonly ProcessStore _processes;

    /// <summary>Works as SYSTEM.</summary>
    public ProcessSeeder(IOrganizationService system)
    {
        _system = system;
        _processes = new ProcessStore(system);
    }

    /// <summary>
    /// Resend, Track, Balance and Watch of a setting; with the first one the heart-beat row of the organisation, and the process that
    /// brings the numbers of the records that stand there into the address book.
    /// </summary>
    public void SeedSetting(EntityReference setting, string name, int? pollInterval, DateTime now)
    {
        Create(
            [
                Standing(ProcessKind.Resend, setting, name, 30, now),
                Standing(ProcessKind.Track, setting, name, IntervalOf(ProcessKind.Track, pollInterval), now),
                Standing(ProcessKind.Balance, setting, name, 3600, now),
                Standing(ProcessKind.Watch, setting, name, 300, now),
                new SmsProcessRow(ProcessIds.FillAddresses)
                {
                    Name = "smSys", ProcessKind = ProcessKind.Normalise, NextRunOn = now,
                },
                new SmsProcessRow(ProcessIds.HeartBeat) { Name = "smSys", ProcessKind = ProcessKind.HeartBeat },
            ]);
    }

    /// <summary>Receive of a line.</summary>
    public void SeedLine(EntityReference line, EntityReference setting, string digits, int? pollInterval, DateTime now)
    {
        var row = Standing(ProcessKind.Receive, line, digits, IntervalOf(ProcessKind.Receive, pollInterval), now);
        row.NumberId = line;
        row.SettingId = setting;
        Create([row]);
    }

    /// <summary>A setting's interval was changed: Track of the setting and Receive of its lines keep it from now on, and run at once.</summary>
    public void ChangeInterval(Guid settingId, int? pollInterval, DateTime now)
    {
        var query = new QueryExpression(SmsProcess.LogicalName) { ColumnSet = new ColumnSet(SmsProcess.Columns.ProcessKind, StandardColumns.State) };
        query.Criteria.AddCondition(SmsProcess.Columns.SettingId, ConditionOperator.Equal, settingId);
        query.Criteria.AddCondition(SmsProcess.Columns.ProcessKind, ConditionOperator.In, (int)ProcessKind.Track, (int)ProcessKind.Receive);
        foreach (var row in _system.RetrieveMultiple(query).Entities.Select(row => new SmsProcessRow(row)))
        {
            var change = new SmsProcessRow(row.Id) { Interval = IntervalOf(row.ProcessKind!.Value, pollInterval) };
            if (row.Statecode == SmsProcess.State.Active)
            {
                // Asked for, not only due: a tick that is under way would put the old interval's time over it.
                change.NextRunOn = now;
                change.RequestedOn = now;
            }

            _system.Update(change.Record);
        }
    }

    private static int IntervalOf(ProcessKind kind, int? pollInterval) =>
        Math.Max(ShortestInterval, pollInterval ?? (kind == ProcessKind.Receive ? 60 : ShortestInterval));

    // What it does is its kind, which everybody reads in their own language; its name is what it does it for.
    private static SmsProcessRow Standing(ProcessKind kind, EntityReference owner, string name, int interval, DateTime now) =>
        new(ProcessIds.Of(kind, owner.Id))
        {
            Name = name,
            ProcessKind = kind,
            SettingId = owner,
            Interval = interval,
            NextRunOn = now,
        };

    private void Create(IReadOnlyList<SmsProcessRow> rows)
    {
        var existing = _processes.Existing(rows.Select(row => row.Id).ToArray());
        foreach (var row in rows.Where(row => !existing.Contains(row.Id)))
        {
            _system.Create(row.Record);
        }
    }
}
