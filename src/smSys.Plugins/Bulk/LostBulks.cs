using System;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Rows;
using smSys.Crm.Tables;
using smSys.Messaging.Sending;

namespace smSys.Plugins.Bulk;

/// <summary>
/// Finds bulks whose asynchronous job died before it made or woke their processes, or whose freezing was ended by a job that
/// woke too late, also where they were cancelled meanwhile and wait to be cleared up, and asks for it again.
/// </summary>
public sealed class LostBulks
{
    private const int AtOnce = 20;
    private readonly IOrganizationService _system;

    /// <summary>Works as SYSTEM.</summary>
    public LostBulks(IOrganizationService system) => _system = system;

    /// <summary>Asks again; who was asked a moment ago is left alone.</summary>
    public void AskAgain(DateTime now)
    {
        AskAgain(NotStarted(now), now);
        AskAgain(NoLongerFrozen(now), now);
    }

    private void AskAgain(QueryExpression query, DateTime now)
    {
        foreach (var bulk in _system.RetrieveMultiple(query).Entities)
        {
            new RowWriter(_system).Update(new SmsBulkRow(bulk.Id) { RequestedOn = now }.Record);
        }
    }

    private static QueryExpression AskedLongAgo(DateTime now)
    {
        var query = new QueryExpression(SmsBulk.LogicalName) { ColumnSet = new ColumnSet(SmsBulk.PrimaryId), TopCount = AtOnce };
        query.Criteria.AddCondition(SmsBulk.Columns.RequestedOn, ConditionOperator.LessEqual, now - LeaseRules.QueuedTooLong);
        return query;
    }

    private static QueryExpression NoLongerFrozen(DateTime now)
    {
        var query = AskedLongAgo(now);
        var any = query.Criteria.AddFilter(LogicalOperator.Or);
        any.AddCondition(StandardColumns.Status, ConditionOperator.Equal, (int)SmsBulk.Status.Freezing);
        var cancelled = any.AddFilter(LogicalOperator.And);
        cancelled.AddCondition(StandardColumns.Status, ConditionOperator.Equal, (int)SmsBulk.Status.Cancelled);
        cancelled.AddCondition(SmsBulk.Columns.FrozenOn, ConditionOperator.Null);
        cancelled.AddCondition(SmsBulk.Columns.FinishedOn, ConditionOperator.Null);
        var freezing = query.AddLink(SmsProcess.LogicalName, SmsBulk.PrimaryId, SmsProcess.Columns.BulkId).LinkCriteria;
        freezing.AddCondition(SmsProcess.Columns.ProcessKind, ConditionOperator.Equal, (int)ProcessKind.Freeze);
        freezing.AddCondition(StandardColumns.State, ConditionOperator.Equal, (int)SmsProcess.State.Inactive);
        return query;
    }

    private static QueryExpression NotStarted(DateTime now)
    {
        var query = AskedLongAgo(now);
        var any = query.Criteria.AddFilter(LogicalOperator.Or);
        any.AddCondition(StandardColumns.Status, ConditionOperator.In, (int)SmsBulk.Status.DryRunning, (int)SmsBulk.Status.Ready);
        var running = any.AddFilter(LogicalOperator.And);
        running.AddCondition(StandardColumns.Status, ConditionOperator.Equal, (int)SmsBulk.Status.Running);
        running.AddCondition(SmsBulk.Columns.StartedOn, ConditionOperator.Null);
        var due = running.AddFilter(LogicalOperator.Or);
        due.AddCondition(SmsBulk.Columns.NotBefore, ConditionOperator.Null);
        due.AddCondition(SmsBulk.Columns.NotBefore, ConditionOperator.LessEqual, now);
        return query;
    }
}
