using System;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Rows;
using smSys.Crm.Tables;
using smSys.Messaging.Messages;

namespace smSys.Plugins.Retaining;

/// <summary>What is old enough to be thinned out. Every query is bounded and ordered, oldest first.</summary>
public static class RetentionQueries
{
    /// <summary>Finished messages that nobody touched since a moment.</summary>
    /// <param name="process">Its setting and message class narrow the choice.</param>
    /// <param name="before">UTC.</param>
    /// <param name="most">At most so many.</param>
    public static QueryExpression Messages(SmsProcessRow process, DateTime before, int most)
    {
        var query = new QueryExpression(Sms.LogicalName) { TopCount = most, ColumnSet = new ColumnSet(false) };
        query.Criteria.AddCondition(
            StandardColumns.State, ConditionOperator.In, (int)ParentState.Completed, (int)ParentState.Canceled);
        query.Criteria.AddCondition(StandardColumns.ModifiedOn, ConditionOperator.LessThan, before);
        query.Criteria.AddCondition(StandardColumns.CreatedOn, ConditionOperator.LessThan, before);
        if (process.MessageClass is { } messageClass)
        {
            query.Criteria.AddCondition(Sms.Columns.MessageClass, ConditionOperator.Equal, (int)messageClass);
        }

        if (process.SettingId is { } setting)
        {
            query.Criteria.AddCondition(Sms.Columns.SettingId, ConditionOperator.Equal, setting.Id);
        }

        // The rows of a bulk only once the bulk itself is over, knows of everybody, and is old: until then they are what it counts.
        var either = query.Criteria.AddFilter(LogicalOperator.Or);
        either.AddCondition(Sms.Columns.BulkId, ConditionOperator.Null);
        var bulk = query.AddLink(SmsBulk.LogicalName, Sms.Columns.BulkId, SmsBulk.PrimaryId, JoinOperator.LeftOuter);
        bulk.EntityAlias = "bulk";
        var finished = either.AddFilter(LogicalOperator.And);
        finished.AddCondition("bulk", StandardColumns.Status, ConditionOperator.In, (int)SmsBulk.Status.Finished, (int)SmsBulk.Status.Cancelled);
        finished.AddCondition("bulk", SmsBulk.Columns.FinishedOn, ConditionOperator.NotNull);
        finished.AddCondition("bulk", StandardColumns.ModifiedOn, ConditionOperator.LessThan, before);
        query.AddOrder(StandardColumns.CreatedOn, OrderType.Ascending);
        return query;
    }

    /// <summary>The frozen audience of bulks that are over and old.</summary>
    public static QueryExpression Chunks(DateTime before, int most)
    {
        var query = new QueryExpression(SmsChunk.LogicalName) { TopCount = most, ColumnSet = new ColumnSet(false) };
        var bulk = query.AddLink(SmsBulk.LogicalName, SmsChunk.Columns.BulkId, SmsBulk.PrimaryId);
        bulk.LinkCriteria.AddCondition(StandardColumns.State, ConditionOperator.Equal, (int)SmsBulk.State.Inactive);
        bulk.LinkCriteria.AddCondition(StandardColumns.ModifiedOn, ConditionOperator.LessThan, before);
        return query;
    }

    /// <summary>Try-outs and pushes that are over.</summary>
    public static QueryExpression TryOuts(DateTime before, int most)
    {
        var query = Processes(before, most);
        query.Criteria.AddCondition(
            SmsProcess.Columns.ProcessKind,
            ConditionOperator.In,
            (int)ProcessKind.Receive,
            (int)ProcessKind.Balance,
            (int)ProcessKind.Preview,
            (int)ProcessKind.TestText,
            (int)ProcessKind.TestConnection);
        return query;
    }

    /// <summary>Processes without a bulk that are over; the partitions of a bulk stay with it.</summary>
    public static QueryExpression Processes(DateTime before, int most)
    {
        var query = new QueryExpression(SmsProcess.LogicalName) { TopCount = most, ColumnSet = new ColumnSet(false) };
        query.Criteria.AddCondition(StandardColumns.State, ConditionOperator.Equal, (int)SmsProcess.State.Inactive);
        query.Criteria.AddCondition(SmsProcess.Columns.BulkId, ConditionOperator.Null);
        query.Criteria.AddCondition(StandardColumns.ModifiedOn, ConditionOperator.LessThan, before);
        return query;
    }
}
