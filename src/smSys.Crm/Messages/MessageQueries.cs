using System;
using System.Linq;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Rows;
using smSys.Crm.Tables;
using smSys.Messaging.Messages;
using smSys.Messaging.Sending;

namespace smSys.Crm.Messages;

/// <summary>What the background work of a setting looks for. Every query is bounded and ordered.</summary>
public static class MessageQueries
{
    /// <summary>
    /// Messages that are to be handed over now: retries that are due, and queued ones whose own job is over. Where the account
    /// has a pace, every queued message, since its own job may have found the slot taken. Not those whose bulk stands still.
    /// </summary>
    /// <param name="settingId">Whose.</param>
    /// <param name="isPaced">The account has a pace.</param>
    /// <param name="now">UTC.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="onlyFree">Only those that no attempt's reference binds to the account that took it.</param>
    public static QueryExpression Due(Guid settingId, bool isPaced, DateTime now, int most, bool onlyFree = false)
    {
        var query = OfSetting(settingId, most);
        var any = query.Criteria.AddFilter(LogicalOperator.Or);

        var retries = any.AddFilter(LogicalOperator.And);
        retries.AddCondition(Status(MessageState.RetryScheduled));

        // Without a time: announced for the next attempt by a job that ended before it claimed.
        OrNull(retries, Sms.Columns.NextAttemptOn, now);

        var queued = any.AddFilter(LogicalOperator.And);
        queued.AddCondition(Status(MessageState.Queued));
        if (isPaced)
        {
            OrNull(queued, Sms.Columns.NextAttemptOn, now);
        }
        else
        {
            // One that waits for a time, the end of the quiet hours for example, has not lost its job.
            var waited = queued.AddFilter(LogicalOperator.Or);
            waited.AddCondition(Sms.Columns.NextAttemptOn, ConditionOperator.LessEqual, now);
            var lost = waited.AddFilter(LogicalOperator.And);
            lost.AddCondition(Sms.Columns.NextAttemptOn, ConditionOperator.Null);
            lost.AddCondition(Sms.Columns.QueuedOn, ConditionOperator.LessEqual, now - LeaseRules.QueuedTooLong);
        }

        if (onlyFree)
        {
            query.Criteria.AddCondition(Sms.Columns.Reference, ConditionOperator.Null);
        }

        LeaveOutPaused(query);
        OrNull(query.Criteria, Sms.Columns.NotBefore, now);
        OrNull(query.Criteria, Sms.Columns.ClaimedUntil, now);
        query.AddOrder(Sms.Columns.Lane, OrderType.Ascending);
        query.AddOrder(StandardColumns.CreatedOn, OrderType.Ascending);
        return query;
    }

    /// <summary>Leaves out the messages of bulks that stand still: they wait with them, in nobody's way.</summary>
    public static void LeaveOutPaused(QueryExpression query)
    {
        const string Paused = "paused";
        var bulk = query.AddLink(SmsBulk.LogicalName, Sms.Columns.BulkId, SmsBulk.PrimaryId, JoinOperator.LeftOuter);
        bulk.EntityAlias = Paused;
        bulk.LinkCriteria.AddCondition(StandardColumns.Status, ConditionOperator.Equal, (int)SmsBulk.Status.Paused);
        bulk.LinkCriteria.AddCondition(SmsBulk.Columns.FinishedOn, ConditionOperator.Null);
        query.Criteria.AddCondition(Paused, SmsBulk.PrimaryId, ConditionOperator.Null);
    }

    /// <summary>Messages that are to be handed over before those of bulks, where the account has a pace.</summary>
    public static QueryExpression DueBeforeBulk(Guid settingId, DateTime now, int most)
    {
        var query = Due(settingId, isPaced: true, now, most);
        query.Criteria.AddCondition(Sms.Columns.Lane, ConditionOperator.LessThan, (int)Lane.Bulk);
        return query;
    }

    /// <summary>
    /// Messages that a job claimed and never settled. Storing the answer ends the lease, so one without a lease was answered
    /// and not moved: whoever moves it does so by that answer.
    /// </summary>
    public static QueryExpression Abandoned(Guid settingId, DateTime now, int most)
    {
        var query = OfSetting(settingId, most);
        query.Criteria.AddCondition(Status(MessageState.Sending));
        OrNull(query.Criteria, Sms.Columns.ClaimedUntil, now);
        query.AddOrder(Sms.Columns.ClaimedUntil, OrderType.Ascending);
        return query;
    }

    /// <summary>Messages of which nobody knows whether they were sent, and about which the provider can be asked now.</summary>
    public static QueryExpression ToAsk(Guid settingId, DateTime now, int most)
    {
        var query = OfSetting(settingId, most);
        query.Criteria.AddCondition(Status(MessageState.Unknown));
        query.Criteria.AddCondition(Sms.Columns.NextAskOn, ConditionOperator.LessEqual, now);
        query.AddOrder(Sms.Columns.NextAskOn, OrderType.Ascending);
        return query;
    }

    /// <summary>Messages of a partition that still wait to be sent.</summary>
    public static QueryExpression WaitingOf(Guid partitionId, int most)
    {
        var query = new QueryExpression(Sms.LogicalName) { TopCount = most };
        query.Criteria.AddCondition(Sms.Columns.ProcessIdColumn, ConditionOperator.Equal, partitionId);
        query.Criteria.AddCondition(new ConditionExpression(
            StandardColumns.Status,
            ConditionOperator.In,
            (int)StateCodes.Of(MessageState.Queued),
            (int)StateCodes.Of(MessageState.RetryScheduled)));
        query.AddOrder(Sms.PrimaryId, OrderType.Ascending);
        return query;
    }

    /// <summary>Messages that an account holds and whose receipt is awaited, handed over in a span of time, oldest first.</summary>
    public static QueryExpression AwaitingReceipt(string account, DateTime from, DateTime until, int most)
    {
        var query = new QueryExpression(Sms.LogicalName) { TopCount = most };
        query.Criteria.AddCondition(Sms.Columns.Account, ConditionOperator.Equal, account);
        query.Criteria.AddCondition(Status(MessageState.Sent));
        query.Criteria.AddCondition(Sms.Columns.HandedOverOn, ConditionOperator.GreaterEqual, from);
        query.Criteria.AddCondition(Sms.Columns.HandedOverOn, ConditionOperator.LessThan, until);
        query.AddOrder(Sms.Columns.HandedOverOn, OrderType.Ascending);
        query.AddOrder(Sms.PrimaryId, OrderType.Ascending);
        return query;
    }

    /// <summary>Incoming messages whose job was lost.</summary>
    public static QueryExpression Unprocessed(Guid settingId, DateTime now, int most)
    {
        var query = OfSetting(settingId, most);
        query.Criteria.AddCondition(Status(MessageState.Arrived));
        query.Criteria.AddCondition(Sms.Columns.ArrivedOn, ConditionOperator.LessEqual, now - LeaseRules.QueuedTooLong);
        OrNull(query.Criteria, Sms.Columns.ClaimedUntil, now);
        query.AddOrder(Sms.Columns.ArrivedOn, OrderType.Ascending);
        return query;
    }

    /// <summary>The next incoming message of a number, in the order in which the customer wrote.</summary>
    public static QueryExpression NextArrived(string phoneNumber)
    {
        var query = new QueryExpression(Sms.LogicalName) { TopCount = 1 };
        query.Criteria.AddCondition(Sms.Columns.PhoneNumber, ConditionOperator.Equal, phoneNumber);
        query.Criteria.AddCondition(Status(MessageState.Arrived));
        query.AddOrder(Sms.Columns.ProviderTime, OrderType.Ascending);
        query.AddOrder(StandardColumns.CreatedOn, OrderType.Ascending);
        return query;
    }

    /// <summary>The message that was last handed over to a number from a line: the open conversation.</summary>
    public static QueryExpression LastTo(string phoneNumber, Guid lineId)
    {
        var query = new QueryExpression(Sms.LogicalName) { TopCount = 1 };
        query.Criteria.AddCondition(Sms.Columns.PhoneNumber, ConditionOperator.Equal, phoneNumber);
        query.Criteria.AddCondition(Sms.Columns.ReplyNumberId, ConditionOperator.Equal, lineId);
        query.Criteria.AddCondition(Sms.Columns.Direction, ConditionOperator.Equal, (int)Direction.Outgoing);
        query.Criteria.AddCondition(Sms.Columns.HandedOverOn, ConditionOperator.NotNull);
        query.AddOrder(Sms.Columns.HandedOverOn, OrderType.Descending);
        return query;
    }

    /// <summary>Outgoing messages of an account whose column holds one of at most 500 values.</summary>
    public static QueryExpression OfAccount(string account, string column, string[] values)
    {
        var query = new QueryExpression(Sms.LogicalName);
        query.Criteria.AddCondition(Sms.Columns.Account, ConditionOperator.Equal, account);
        query.Criteria.AddCondition(Sms.Columns.Direction, ConditionOperator.Equal, (int)Direction.Outgoing);
        query.Criteria.AddCondition(column, ConditionOperator.In, values.Cast<object>().ToArray());
        return query;
    }

    private static QueryExpression OfSetting(Guid settingId, int most)
    {
        var query = new QueryExpression(Sms.LogicalName) { TopCount = most };
        query.Criteria.AddCondition(Sms.Columns.SettingId, ConditionOperator.Equal, settingId);
        return query;
    }

    private static ConditionExpression Status(MessageState state) =>
        new(StandardColumns.Status, ConditionOperator.Equal, (int)StateCodes.Of(state));

    private static void OrNull(FilterExpression criteria, string column, DateTime now)
    {
        var either = criteria.AddFilter(LogicalOperator.Or);
        either.AddCondition(column, ConditionOperator.Null);
        either.AddCondition(column, ConditionOperator.LessEqual, now);
    }
}
