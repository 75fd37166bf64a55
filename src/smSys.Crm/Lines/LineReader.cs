using System;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Rows;
using smSys.Crm.Tables;

namespace smSys.Crm.Lines;

/// <summary>Reads the lines (numbers of one's own) of settings. Give it the service of SYSTEM.</summary>
public sealed class LineReader
{
    private readonly IOrganizationService _system;

    /// <summary>Reads as SYSTEM.</summary>
    public LineReader(IOrganizationService system) => _system = system;

    /// <summary>A line, or null when it is gone.</summary>
    public SmsNumberRow? Read(Guid id) =>
        First(query => query.Criteria.AddCondition(SmsNumber.PrimaryId, ConditionOperator.Equal, id));

    /// <summary>The active line that a user owns; of several the one made default last, else the one with the smallest number.</summary>
    public SmsNumberRow? ReadOwn(Guid userId) =>
        First(query =>
        {
            query.Criteria.AddCondition(StandardColumns.Owner, ConditionOperator.Equal, userId);
            OnlyActive(query);
        });

    /// <summary>The active line that a team of a user owns; of several as <see cref="ReadOwn"/>.</summary>
    public SmsNumberRow? ReadOfTeams(Guid userId) =>
        First(query =>
        {
            var membership = query.AddLink("teammembership", SmsNumber.Columns.OwningTeam, "teamid");
            membership.LinkCriteria.AddCondition("systemuserid", ConditionOperator.Equal, userId);
            OnlyActive(query);
        });

    /// <summary>The only active line of a setting, or of several as <see cref="ReadOwn"/>.</summary>
    public SmsNumberRow? ReadFirstOf(Guid settingId) =>
        First(query =>
        {
            query.Criteria.AddCondition(SmsNumber.Columns.SettingId, ConditionOperator.Equal, settingId);
            OnlyActive(query);
        });

    /// <summary>The line by the account and its digits; null when nobody entered it.</summary>
    public SmsNumberRow? ReadByLine(string account, string line) =>
        First(query =>
        {
            query.Criteria.AddCondition(SmsNumber.Columns.Account, ConditionOperator.Equal, account);
            query.Criteria.AddCondition(SmsNumber.Columns.Line, ConditionOperator.Equal, line);
        });

    private static void OnlyActive(QueryExpression query)
    {
        query.Criteria.AddCondition(StandardColumns.State, ConditionOperator.Equal, (int)SmsNumber.State.Active);
        query.AddOrder(SmsNumber.Columns.MadeDefaultOn, OrderType.Descending);
        query.AddOrder(SmsNumber.Columns.Line, OrderType.Ascending);
    }

    private SmsNumberRow? First(Action<QueryExpression> restrict)
    {
        var query = new QueryExpression(SmsNumber.LogicalName) { ColumnSet = new ColumnSet(true) };
        restrict(query);
        var row = _system.First(query);
        return row is null ? null : new SmsNumberRow(row);
    }
}
