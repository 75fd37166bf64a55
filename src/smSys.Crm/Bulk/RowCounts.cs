using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Messages;
using smSys.Crm.Tables;
using smSys.Messaging.Messages;

namespace smSys.Crm.Bulk;

/// <summary>
/// How the rows of a partition stand, counted by the database, with what they cost. Dynamics counts at most 50,000 rows, which is why
/// no partition is larger.
/// </summary>
public sealed class RowCounts
{
    private const string Totals = "<attribute name='" + Sms.Columns.Parts + "' alias='parts' aggregate='sum'/>"
        + "<attribute name='" + Sms.Columns.Cost + "' alias='cost' aggregate='sum'/>";

    private static readonly MessageState[] _accepted = [MessageState.Sent, MessageState.Delivered, MessageState.SentWithoutReceipt, MessageState.Handled];
    private static readonly MessageState[] _contested = [MessageState.Undelivered, MessageState.BlockedByOperator];

    private readonly Dictionary<MessageState, int> _all = new();
    private readonly Dictionary<MessageState, int> _handedOver = new();

    private RowCounts()
    {
    }

    /// <summary>Rows in one of these states.</summary>
    public int Of(params MessageState[] states) => Sum(_all, states);

    /// <summary>Those of them that the provider had accepted.</summary>
    public int HandedOver(params MessageState[] states) => Sum(_handedOver, states);

    /// <summary>All rows.</summary>
    public int Total => _all.Values.Sum();

    /// <summary>Parts of the rows that the provider accepted.</summary>
    public long Parts { get; private set; }

    /// <summary>Their cost; null while no cost is known.</summary>
    public decimal? Cost { get; private set; }

    /// <summary>Counts, as SYSTEM.</summary>
    public static RowCounts Read(IOrganizationService system, Guid partitionId)
    {
        var fetch = "<fetch aggregate='true'><entity name='" + Sms.LogicalName + "'>"
            + "<attribute name='statuscode' alias='state' groupby='true'/>"
            + "<attribute name='" + Sms.PrimaryId + "' alias='rows' aggregate='count'/>"
            + "<attribute name='" + Sms.Columns.HandedOverOn + "' alias='handed' aggregate='countcolumn'/>" + Totals
            + "<filter><condition attribute='" + Sms.Columns.ProcessIdColumn + "' operator='eq' value='" + partitionId.ToString("D") + "'/></filter>"
            + "</entity></fetch>";
        var counts = new RowCounts();
        foreach (var row in system.RetrieveMultiple(new FetchExpression(fetch)).Entities)
        {
            var state = StateCodes.Of((Sms.Status)((OptionSetValue)Value(row, "state")!).Value);
            counts._all[state] = (int)Value(row, "rows")!;
            counts._handedOver[state] = (int)Value(row, "handed")!;
            if (_accepted.Contains(state) || (_contested.Contains(state) && counts._handedOver[state] == counts._all[state]))
            {
                counts.AddTotals(row);
            }
        }

        counts.ReadContested(system, partitionId);
        return counts;
    }

    // Rows that ended badly, some before the provider had them: only what it had costs anything.
    private void ReadContested(IOrganizationService system, Guid partitionId)
    {
        foreach (var state in _contested.Where(state => HandedOver(state) is > 0 and var handed && handed != Of(state)))
        {
            var fetch = "<fetch aggregate='true'><entity name='" + Sms.LogicalName + "'>" + Totals
                + "<filter><condition attribute='" + Sms.Columns.ProcessIdColumn + "' operator='eq' value='" + partitionId.ToString("D") + "'/>"
                + "<condition attribute='statuscode' operator='eq' value='" + ((int)StateCodes.Of(state)).ToString(CultureInfo.InvariantCulture) + "'/>"
                + "<condition attribute='" + Sms.Columns.HandedOverOn + "' operator='not-null'/></filter></entity></fetch>";
            foreach (var row in system.RetrieveMultiple(new FetchExpression(fetch)).Entities)
            {
                AddTotals(row);
            }
        }
    }

    private void AddTotals(Entity row)
    {
        Parts += row.Contains("parts") ? Convert.ToInt64(Value(row, "parts") ?? 0, CultureInfo.InvariantCulture) : 0;
        if (row.Contains("cost") && Value(row, "cost") is { } cost)
        {
            Cost = (Cost ?? 0) + Convert.ToDecimal(cost, CultureInfo.InvariantCulture);
        }
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
