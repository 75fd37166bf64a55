using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Rows;
using smSys.Crm.Tables;

namespace smSys.Crm.Addresses;

/// <summary>Which columns of which tables hold mobile numbers: the table smsys_smscolumn, with the usual columns as default.</summary>
public sealed class NumberColumns
{
    private readonly IOrganizationService _system;

    /// <summary>Reads as SYSTEM.</summary>
    public NumberColumns(IOrganizationService system) => _system = system;

    /// <summary>The columns of a table in the order in which they are tried; empty when the table has none.</summary>
    public IReadOnlyList<string> Of(string table)
    {
        var query = new QueryExpression(SmsColumn.LogicalName) { ColumnSet = new ColumnSet(SmsColumn.Columns.ColumnName) };
        query.Criteria.AddCondition(SmsColumn.Columns.RecordTable, ConditionOperator.Equal, table);
        query.Criteria.AddCondition(StandardColumns.State, ConditionOperator.Equal, (int)SmsColumn.State.Active);
        query.AddOrder(SmsColumn.Columns.Order, OrderType.Ascending);
        var chosen = _system.RetrieveMultiple(query).Entities
            .Select(row => row.GetAttributeValue<string>(SmsColumn.Columns.ColumnName))
            .Where(name => !string.IsNullOrEmpty(name))
            .ToArray();
        return chosen.Length > 0 ? chosen : Default(table);
    }

    /// <summary>The tables that hold numbers: the usual ones and those that somebody named.</summary>
    public IReadOnlyList<string> Tables()
    {
        var query = new QueryExpression(SmsColumn.LogicalName) { ColumnSet = new ColumnSet(SmsColumn.Columns.RecordTable) };
        query.Criteria.AddCondition(StandardColumns.State, ConditionOperator.Equal, (int)SmsColumn.State.Active);
        return _system.RetrieveMultiple(query).Entities
            .Select(row => row.GetAttributeValue<string>(SmsColumn.Columns.RecordTable))
            .Where(name => !string.IsNullOrEmpty(name))
            .Concat(["contact", "account", "lead", "systemuser"])
            .Distinct(StringComparer.Ordinal)
            .ToArray();
    }

    private static string[] Default(string table) => table switch
    {
        "contact" or "lead" or "systemuser" => ["mobilephone"],
        "account" => ["telephone1"],
        _ => Array.Empty<string>(),
    };
}
