using System;
using System.Collections.Generic;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Messages;
using smSys.Crm.Tables;
using smSys.Messaging.Messages;

namespace smSys.Crm.Bulk;

/// <summary>
/// How the rows of a partition stand, counted by the database in one query. Dynamics counts at most 50,000 rows, which is why
/// no partition is larger.
/// </summary>
public sealed class RowCounts
{
    private readonly Dictionary<MessageState, int> _all = new();
    private readonly Dictionary<MessageState, int> _handedOver = new();

    private RowCounts()
    {
    }

    /// <summary>Rows in one of these states.</summary>
    public int Of(params MessageState[] states) => Sum(_all, states);

    /// <summary>Those of them that the provider had accepted.</summary>
    public int HandedOver(params MessageState[] states) => Sum(_handedOver, states);

    /// <summary>Counts, as SYSTEM.</summary>
    public static RowCounts Read(IOrganizationService system, Guid partitionId)
    {
        var fetch = "<fetch aggregate='true'><entity name='" + Sms.LogicalName + "'>"
            + "<attribute name='statuscode' alias='state' groupby='true'/>"
            + "<attribute name='" + Sms.PrimaryId + "' alias='rows' aggregate='count'/>"
            + "<attribute name='" + Sms.Columns.HandedOverOn + "' alias='handed' aggregate='countcolumn'/>"
            + "<filter><condition attribute='" + Sms.Columns.ProcessIdColumn + "' operator='eq' value='" + partitionId.ToString("D") + "'/></filter>"
            + "</entity></fetch>";
        var counts = new RowCounts();
        foreach (var row in system.RetrieveMultiple(new FetchExpression(fetch)).Entities)
        {
            var state = StateCodes.Of((Sms.Status)((OptionSetValue)Value(row, "state")!).Value);
            counts._all[state] = (int)Value(row, "rows")!;
            counts._handedOver[state] = (int)Value(row, "handed")!;
        }

        return counts;
    }

    private static object? Value(Entity row, string alias) => ((AliasedValue)row[alias]).Value;

    private static int Sum(Dictionary<MessageState, int> counts, MessageState[] states)
    {
        var sum = 0;
        foreach (var state in states)
        {
            sum += counts.TryGetValue(state, out var count) ? count : 0;
        }

        return sum;
    }
}
