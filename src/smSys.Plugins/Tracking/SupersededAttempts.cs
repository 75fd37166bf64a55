using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Messages;
using smSys.Crm.Rows;
using smSys.Crm.Tables;

namespace smSys.Plugins.Tracking;

/// <summary>
/// Finds messages by the reference of an attempt that was given up for a later one. Asked only about receipts that belong to
/// nobody otherwise, and only among messages of the last days, because no index helps.
/// </summary>
public sealed class SupersededAttempts
{
    private const int AtOnce = 50;
    private static readonly TimeSpan _youngest = TimeSpan.FromDays(3);
    private readonly MessageStore _messages;
    private readonly string _account;

    /// <summary>Of attempts at one account.</summary>
    public SupersededAttempts(MessageStore messages, string account)
    {
        _messages = messages;
        _account = account;
    }

    /// <summary>The messages that once had these references, by reference.</summary>
    public Dictionary<string, SmsRow> Find(IEnumerable<string> references, DateTime now)
    {
        var found = new Dictionary<string, SmsRow>(StringComparer.Ordinal);
        var wanted = references.Distinct(StringComparer.Ordinal).Take(AtOnce).ToArray();
        if (wanted.Length == 0)
        {
            return found;
        }

        foreach (var message in _messages.Find(Query(wanted, now)))
        {
            foreach (var reference in wanted.Where(reference => IsOf(message, reference)))
            {
                found[reference] = message;
            }
        }

        return found;
    }

    private static QueryExpression Query(string[] references, DateTime now)
    {
        var query = new QueryExpression(Sms.LogicalName) { TopCount = AtOnce };
        query.Criteria.AddCondition(Sms.Columns.Direction, ConditionOperator.Equal, (int)Direction.Outgoing);
        query.Criteria.AddCondition(StandardColumns.ModifiedOn, ConditionOperator.GreaterEqual, now - _youngest);
        var any = query.Criteria.AddFilter(LogicalOperator.Or);
        foreach (var reference in references)
        {
            any.AddCondition(Sms.Columns.PastReferences, ConditionOperator.Like, "% " + reference + " %");
        }

        return query;
    }

    // The message itself may be at another account by now.
    private bool IsOf(SmsRow message, string reference) =>
        message.PastReferences!.IndexOf(" " + reference + " " + _account, StringComparison.Ordinal) >= 0;
}
