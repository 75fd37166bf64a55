using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Rows;
using smSys.Crm.Tables;
using smSys.Messaging.Keywords;

namespace smSys.Crm.Keywords;

/// <summary>Reads keyword rules with their actions.</summary>
public sealed class RuleReader
{
    private const int PageSize = 5000;
    private readonly IOrganizationService _system;

    /// <summary>Reads as SYSTEM.</summary>
    public RuleReader(IOrganizationService system) => _system = system;

    /// <summary>The active rules for all lines and for this one (of all lines when null), in order.</summary>
    public IReadOnlyList<KeywordRule> Read(Guid? lineId)
    {
        var rows = Rows(lineId);
        var actions = Actions(rows.Select(row => row.Id).ToArray());
        return rows.Select(row => Of(row, actions[row.Id])).ToArray();
    }

    /// <summary>A rule's row with its actions.</summary>
    public KeywordRule Of(SmsKeywordRow row) => Of(row, Actions([row.Id])[row.Id]);

    private SmsKeywordRow[] Rows(Guid? lineId)
    {
        var query = new QueryExpression(SmsKeyword.LogicalName)
        {
            ColumnSet = new ColumnSet(
                SmsKeyword.Columns.Name, SmsKeyword.Columns.Order, SmsKeyword.Columns.Match, SmsKeyword.Columns.Pattern,
                SmsKeyword.Columns.IsDefault, SmsKeyword.Columns.StopHere, SmsKeyword.Columns.NumberId),
        };
        query.Criteria.AddCondition(StandardColumns.State, ConditionOperator.Equal, (int)SmsKeyword.State.Active);
        if (lineId is { } id)
        {
            var line = query.Criteria.AddFilter(LogicalOperator.Or);
            line.AddCondition(SmsKeyword.Columns.NumberId, ConditionOperator.Null);
            line.AddCondition(SmsKeyword.Columns.NumberId, ConditionOperator.Equal, id);
        }

        query.AddOrder(SmsKeyword.Columns.Order, OrderType.Ascending);
        query.AddOrder(SmsKeyword.PrimaryId, OrderType.Ascending);
        return All(query).Select(row => new SmsKeywordRow(row)).ToArray();
    }

    private ILookup<Guid, SmsKeywordActionRow> Actions(Guid[] ruleIds)
    {
        var rows = new List<SmsKeywordActionRow>();
        for (var start = 0; start < ruleIds.Length; start += RowReader.MostIds)
        {
            var query = new QueryExpression(SmsKeywordAction.LogicalName) { ColumnSet = new ColumnSet(true) };
            query.Criteria.AddCondition(
                SmsKeywordAction.Columns.KeywordId,
                ConditionOperator.In,
                ruleIds.Skip(start).Take(RowReader.MostIds).Cast<object>().ToArray());
            query.Criteria.AddCondition(StandardColumns.State, ConditionOperator.Equal, (int)SmsKeywordAction.State.Active);
            query.AddOrder(SmsKeywordAction.PrimaryId, OrderType.Ascending);
            rows.AddRange(All(query).Select(row => new SmsKeywordActionRow(row)));
        }

        return rows.ToLookup(row => row.KeywordId?.Id ?? Guid.Empty);
    }

    private List<Entity> All(QueryExpression query)
    {
        var rows = new List<Entity>();
        query.PageInfo = new PagingInfo { PageNumber = 1, Count = PageSize };
        while (true)
        {
            var page = _system.RetrieveMultiple(query);
            rows.AddRange(page.Entities);
            if (!page.MoreRecords)
            {
                return rows;
            }

            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = page.PagingCookie;
        }
    }

    private static KeywordRule Of(SmsKeywordRow rule, IEnumerable<SmsKeywordActionRow> actions) => new()
    {
        Id = rule.Id,
        Order = rule.Order ?? 0,
        Kind = KindOf(rule),
        Text = rule.Pattern ?? string.Empty,
        StopsHere = rule.StopHere ?? true,
        Actions = actions.Select(RuleAction.Of).OfType<KeywordAction>().ToArray(),
    };

    private static KeywordMatchKind KindOf(SmsKeywordRow rule) => rule.IsDefault == true
        ? KeywordMatchKind.Default
        : rule.Match switch
        {
            Tables.KeywordMatch.FirstWord => KeywordMatchKind.FirstWord,
            Tables.KeywordMatch.ContainedWords => KeywordMatchKind.ContainedWords,
            Tables.KeywordMatch.Pattern => KeywordMatchKind.Pattern,
            _ => KeywordMatchKind.Default,
        };
}
