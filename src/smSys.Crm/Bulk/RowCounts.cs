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

        counts.ReadTotals(system, partitionId);
        return counts;
    }

    private void ReadTotals(IOrganizationService system, Guid partitionId)
    {
        var fetch = "<fetch aggregate='true'><entity name='" + Sms.LogicalName + "'>"
            + "<attribute name='" + Sms.Columns.Parts + "' alias='parts' aggregate='sum'/>"
            + "<attribute name='" + Sms.Columns.Cost + "' alias='cost' aggregate='sum'/>"
            + "<filter><condition attribute='" + Sms.Columns.ProcessIdColumn + "' operator='eq' value='" + partitionId.ToString("D") + "'/>"
            + "<filter type='or'>" + In(Sms.Status.Sent, Sms.Status.Delivered, Sms.Status.SentWithoutReceipt, Sms.Status.Handled)
            + "<filter>" + In(Sms.Status.Undelivered, Sms.Status.BlockedByOperator)
            + "<condition attribute='" + Sms.Columns.HandedOverOn + "' operator='not-null'/></filter></filter></filter></entity></fetch>";
        foreach (var row in system.RetrieveMultiple(new FetchExpression(fetch)).Entities)
        {
            Parts = row.Contains("parts") ? Convert.ToInt64(Value(row, "parts") ?? 0, CultureInfo.InvariantCulture) : 0;
            Cost = row.Contains("cost") && Value(row, "cost") is { } cost ? Convert.ToDecimal(cost, CultureInfo.InvariantCulture) : null;
        }
    }

    private static string In(params Sms.Status[] states) =>
        "<condition attribute='statuscode' operator='in'>"
        + string.Concat(states.Select(state => "<value>" + ((int)state).ToString(CultureInfo.InvariantCulture) + "</value>")) + "</condition>";

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
