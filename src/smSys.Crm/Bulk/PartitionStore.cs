using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Processes;
using smSys.Crm.Rows;
using smSys.Crm.Settings;
using smSys.Crm.Tables;
using smSys.Messaging.Sending;

namespace smSys.Crm.Bulk;

/// <summary>The rows of partitions: a bulk's journal. Serves asynchronous steps, as SYSTEM.</summary>
public sealed class PartitionStore
{
    private const int MostPartitions = 1000;
    private const int LastPartitions = 10;
    private readonly IOrganizationService _system;
    private readonly RowWriter _writer;

    /// <summary>Works as SYSTEM.</summary>
    public PartitionStore(IOrganizationService system)
    {
        _system = system;
        _writer = new RowWriter(system);
    }

    /// <summary>How a partition stands now, with its bulk and setting; null when the partition or the bulk is gone.</summary>
    public PartitionLook? Look(Guid partitionId)
    {
        var query = new QueryExpression(SmsProcess.LogicalName)
        {
            ColumnSet = new ColumnSet(SmsProcess.Columns.FenceToken, StandardColumns.Status),
        };
        query.Criteria.AddCondition(SmsProcess.PrimaryId, ConditionOperator.Equal, partitionId);
        var bulk = query.AddLink(SmsBulk.LogicalName, SmsProcess.Columns.BulkId, SmsBulk.PrimaryId);
        bulk.EntityAlias = PartitionLook.BulkAlias;
        bulk.Columns = new ColumnSet(
            StandardColumns.Status, SmsBulk.Columns.PauseReason, SmsBulk.Columns.NotBefore, SmsBulk.Columns.NotAfter, SmsBulk.Columns.FinishedOn);
        var setting = query.AddLink(SmsSetting.LogicalName, SmsProcess.Columns.SettingId, SmsSetting.PrimaryId, JoinOperator.LeftOuter);
        setting.EntityAlias = PartitionLook.SettingAlias;
        setting.Columns = new ColumnSet(StandInRules.Columns);
        var standIn = setting.AddLink(SmsSetting.LogicalName, SmsSetting.Columns.StandInId, SmsSetting.PrimaryId, JoinOperator.LeftOuter);
        standIn.EntityAlias = PartitionLook.StandInAlias;
        standIn.Columns = new ColumnSet(StandInRules.Columns);
        return _system.First(query) is { } row ? new PartitionLook(row) : null;
    }

    /// <summary>
    /// Writes a partition for who holds it. Others may write too, to hasten it: then the row is looked at again, and the write
    /// repeated while the token is still ours.
    /// </summary>
    /// <param name="change">Absolute values, which may be written twice.</param>
    /// <param name="rowVersion">As just looked at.</param>
    /// <param name="token">Of who writes.</param>
    /// <returns>False when somebody else holds the partition by now; nothing was written then.</returns>
    public bool Write(SmsProcessRow change, string rowVersion, FenceToken token)
    {
        // The token is written along, so that a write whose answer was lost is recognised.
        change.FenceToken = token.Text;
        var version = rowVersion;
        while (!_writer.UpdateIfUnchanged(change.Record, version, new WriteProof(SmsProcess.Columns.FenceToken, token.Text)))
        {
            if (Look(change.Id) is not { } look || look.Holder != token)
            {
                return false;
            }

            version = look.RowVersion;
        }

        return true;
    }

    /// <summary>How many partitions of a setting other jobs work on at this moment; counts no further than asked.</summary>
    public int Working(Guid settingId, Guid exceptId, DateTime now, int most)
    {
        var query = new QueryExpression(SmsProcess.LogicalName) { ColumnSet = new ColumnSet(SmsProcess.PrimaryId), TopCount = Math.Max(1, most) };
        query.Criteria.AddCondition(SmsProcess.Columns.SettingId, ConditionOperator.Equal, settingId);
        query.Criteria.AddCondition(SmsProcess.Columns.ProcessKind, ConditionOperator.Equal, (int)ProcessKind.Send);
        query.Criteria.AddCondition(SmsProcess.Columns.LeaseUntil, ConditionOperator.GreaterThan, now);
        query.Criteria.AddCondition(SmsProcess.PrimaryId, ConditionOperator.NotEqual, exceptId);
        return _system.RetrieveMultiple(query).Entities.Count;
    }

    /// <summary>What a message took, on average of the last partitions that sent by a setting; null when none did.</summary>
    public TimeSpan? MessageTime(Guid settingId)
    {
        var query = new QueryExpression(SmsProcess.LogicalName) { ColumnSet = new ColumnSet(SmsProcess.Columns.CreateMilliseconds), TopCount = LastPartitions };
        query.Criteria.AddCondition(SmsProcess.Columns.SettingId, ConditionOperator.Equal, settingId);
        query.Criteria.AddCondition(SmsProcess.Columns.ProcessKind, ConditionOperator.Equal, (int)ProcessKind.Send);
        query.Criteria.AddCondition(SmsProcess.Columns.CreateMilliseconds, ConditionOperator.GreaterThan, 0);

        // Before it has sent, a partition holds an estimate there.
        query.Criteria.AddCondition(SmsProcess.Columns.Accepted, ConditionOperator.GreaterThan, 0);
        query.AddOrder(SmsProcess.Columns.LastRunOn, OrderType.Descending);
        var measured = _system.RetrieveMultiple(query).Entities.Select(row => new SmsProcessRow(row).CreateMilliseconds ?? 0).ToArray();
        return measured.Length == 0 ? null : TimeSpan.FromMilliseconds(measured.Average());
    }

    /// <summary>The partitions of a bulk with the columns asked for.</summary>
    public IReadOnlyList<SmsProcessRow> OfBulk(Guid bulkId, params string[] columns)
    {
        var query = new QueryExpression(SmsProcess.LogicalName) { ColumnSet = new ColumnSet(columns), TopCount = MostPartitions };
        query.Criteria.AddCondition(SmsProcess.Columns.BulkId, ConditionOperator.Equal, bulkId);
        query.Criteria.AddCondition(SmsProcess.Columns.ProcessKind, ConditionOperator.Equal, (int)ProcessKind.Send);
        query.AddOrder(SmsProcess.Columns.Partition, OrderType.Ascending);
        return _system.RetrieveMultiple(query).Entities.Select(row => new SmsProcessRow(row)).ToArray();
    }
}
