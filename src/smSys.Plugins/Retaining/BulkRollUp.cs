using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Rows;
using smSys.Crm.Tables;

namespace smSys.Plugins.Retaining;

/// <summary>
/// Adds up what the messages of a bulk cost before the first of them goes: parts and cost in total, partition by partition,
/// because an aggregate may look at 50,000 rows. Written once; its counters stand on the bulk already.
/// </summary>
public sealed class BulkRollUp
{
    private readonly IOrganizationService _system;
    private readonly HashSet<Guid> _done = new();

    /// <summary>Works as SYSTEM.</summary>
    public BulkRollUp(IOrganizationService system) => _system = system;

    /// <summary>Makes sure that the bulk has its totals.</summary>
    public void Ensure(Guid bulkId)
    {
        if (!_done.Add(bulkId))
        {
            return;
        }

        var row = _system.Find(SmsBulk.LogicalName, SmsBulk.PrimaryId, bulkId, SmsBulk.Columns.TotalParts);
        if (row is null || new SmsBulkRow(row).TotalParts is not null)
        {
            return;
        }

        var parts = 0L;
        var cost = 0m;
        foreach (var partition in PartitionsOf(bulkId))
        {
            Add(bulkId, partition, ref parts, ref cost);
        }

        new RowWriter(_system).Update(new SmsBulkRow(bulkId) { TotalParts = (int)Math.Min(int.MaxValue, parts), TotalCost = cost }.Record);
    }

    private Guid[] PartitionsOf(Guid bulkId)
    {
        var query = new QueryExpression(SmsProcess.LogicalName) { ColumnSet = new ColumnSet(false) };
        query.Criteria.AddCondition(SmsProcess.Columns.BulkId, ConditionOperator.Equal, bulkId);
        query.Criteria.AddCondition(SmsProcess.Columns.ProcessKind, ConditionOperator.Equal, (int)ProcessKind.Send);
        return _system.RetrieveMultiple(query).Entities.Select(row => row.Id).ToArray();
    }

    private void Add(Guid bulkId, Guid partition, ref long parts, ref decimal cost)
    {
        var fetch = string.Format(
            CultureInfo.InvariantCulture,
            "<fetch aggregate='true'><entity name='{0}'><attribute name='{1}' alias='parts' aggregate='sum'/><attribute name='{2}' alias='cost' aggregate='sum'/>"
            + "<filter><condition attribute='{3}' operator='eq' value='{4:D}'/><condition attribute='{5}' operator='eq' value='{6:D}'/></filter></entity></fetch>",
            Sms.LogicalName, Sms.Columns.Parts, Sms.Columns.Cost, Sms.Columns.BulkId, bulkId, Sms.Columns.ProcessIdColumn, partition);
        var sums = _system.RetrieveMultiple(new FetchExpression(fetch)).Entities.FirstOrDefault();
        if (sums is not null)
        {
            parts += Convert.ToInt64(Value(sums, "parts") ?? 0, CultureInfo.InvariantCulture);
            cost += Convert.ToDecimal(Value(sums, "cost") ?? 0, CultureInfo.InvariantCulture);
        }
    }

    private static object? Value(Entity row, string alias) => row.GetAttributeValue<AliasedValue>(alias)?.Value;
}
