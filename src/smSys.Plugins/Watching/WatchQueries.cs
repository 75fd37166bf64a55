using System;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Messages;
using smSys.Crm.Rows;
using smSys.Crm.Tables;
using smSys.Messaging.Messages;

namespace smSys.Plugins.Watching;

/// <summary>What the watch of a setting looks at. Every query is bounded.</summary>
public static class WatchQueries
{
    /// <summary>A message that should have gone out before a moment; one that waits with its paused bulk should not.</summary>
    public static QueryExpression Overdue(Guid settingId, DateTime before)
    {
        var query = new QueryExpression(Sms.LogicalName) { TopCount = 1, ColumnSet = new ColumnSet(Sms.Columns.QueuedOn) };
        query.Criteria.AddCondition(Sms.Columns.SettingId, ConditionOperator.Equal, settingId);
        query.Criteria.AddCondition(
            StandardColumns.Status, ConditionOperator.In, (int)StateCodes.Of(MessageState.Queued), (int)StateCodes.Of(MessageState.RetryScheduled));
        var either = query.Criteria.AddFilter(LogicalOperator.Or);
        either.AddCondition(Sms.Columns.NextAttemptOn, ConditionOperator.LessEqual, before);
        var lost = either.AddFilter(LogicalOperator.And);
        lost.AddCondition(Sms.Columns.NextAttemptOn, ConditionOperator.Null);
        lost.AddCondition(Sms.Columns.QueuedOn, ConditionOperator.LessEqual, before);
        MessageQueries.LeaveOutPaused(query);
        query.AddOrder(Sms.Columns.QueuedOn, OrderType.Ascending);
        return query;
    }

    /// <summary>The newest messages of an account that were handed over in a span of time, with their states alone.</summary>
    public static QueryExpression HandedOver(string account, DateTime from, DateTime until, int most)
    {
        var query = new QueryExpression(Sms.LogicalName) { TopCount = most, ColumnSet = new ColumnSet(StandardColumns.Status) };
        query.Criteria.AddCondition(Sms.Columns.Account, ConditionOperator.Equal, account);
        query.Criteria.AddCondition(Sms.Columns.Direction, ConditionOperator.Equal, (int)Direction.Outgoing);
        query.Criteria.AddCondition(Sms.Columns.HandedOverOn, ConditionOperator.GreaterEqual, from);
        query.Criteria.AddCondition(Sms.Columns.HandedOverOn, ConditionOperator.LessThan, until);
        query.AddOrder(Sms.Columns.HandedOverOn, OrderType.Descending);
        return query;
    }
}
