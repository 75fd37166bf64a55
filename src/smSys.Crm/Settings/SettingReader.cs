using System;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Rows;
using smSys.Crm.Tables;

namespace smSys.Crm.Settings;

/// <summary>Reads settings. Give it the service of SYSTEM: users need not see settings.</summary>
public sealed class SettingReader
{
    private readonly IOrganizationService _system;

    /// <summary>Reads as SYSTEM.</summary>
    public SettingReader(IOrganizationService system) => _system = system;

    /// <summary>A setting, or null when it is gone.</summary>
    public SmsSettingRow? Read(Guid id) =>
        First(query => query.Criteria.AddCondition(SmsSetting.PrimaryId, ConditionOperator.Equal, id));

    /// <summary>The active setting that was made default last, ties by id; null when there is none.</summary>
    public SmsSettingRow? ReadDefault() =>
        First(query =>
        {
            query.Criteria.AddCondition(StandardColumns.State, ConditionOperator.Equal, (int)SmsSetting.State.Active);
            query.Criteria.AddCondition(SmsSetting.Columns.MadeDefaultOn, ConditionOperator.NotNull);
            query.AddOrder(SmsSetting.Columns.MadeDefaultOn, OrderType.Descending);
            query.AddOrder(SmsSetting.PrimaryId, OrderType.Ascending);
        });

    private SmsSettingRow? First(Action<QueryExpression> restrict)
    {
        var query = new QueryExpression(SmsSetting.LogicalName) { ColumnSet = new ColumnSet(true) };
        restrict(query);
        var row = _system.First(query);
        return row is null ? null : new SmsSettingRow(row);
    }
}
