using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Rows;
using smSys.Crm.Tables;
using smSys.Messaging.Keywords;

namespace smSys.Crm.Keywords;

/// <summary>Reads the keyword rules of a line, with their actions: two queries.</summary>
public sealed class RuleReader
{
    private readonly IOrganizationService _system;

    /// <summary>Reads as SYSTEM.</summary>
    public RuleReader(IOrganizationService system) => _system = system;

    /// <summary>The active rules for all lines and for this one, in order.</summary>
    public IReadOnlyList<KeywordRule> Read(Guid lineId)
    {
        var query = new QueryExpression(SmsKeyword.LogicalName)
        {
            ColumnSet = new ColumnSet(
                SmsKeyword.Columns.Order, SmsKeyword.Columns.Match, SmsKeyword.Columns.Pattern, SmsKeyword.Columns.IsDefault),
        };
        query.Criteria.AddCondition(StandardColumns.State, ConditionOperator.Equal, (int)SmsKeyword.State.Active);
        var line = query.Criteria.AddFilter(LogicalOperator.Or);
        line.AddCondition(SmsKeyword.Columns.NumberId, ConditionOperator.Null);
        line.AddCondition(SmsKeyword.Columns.NumberId, ConditionOperator.Equal, lineId);
        query.AddOrder(SmsKeyword.Columns.Order, OrderType.Ascending);
        query.AddOrder(SmsKeyword.PrimaryId, OrderType.Ascending);
        var rules = _system.RetrieveMultiple(query).Entities.Select(row => new SmsKeywordRow(row)).ToArray();
        var actions = Actions(rules.Select(rule => rule.Id).ToArray());
        return rules.Select(rule => Rule(rule, actions[rule.Id])).ToArray();
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
            rows.AddRange(_system.RetrieveMultiple(query).Entities.Select(row => new SmsKeywordActionRow(row)));
        }

        return rows.ToLookup(row => row.KeywordId?.Id ?? Guid.Empty);
    }

    private static KeywordRule Rule(SmsKeywordRow rule, IEnumerable<SmsKeywordActionRow> actions) => new()
    {
        Id = rule.Id,
        Order = rule.Order ?? 0,
        Kind = KindOf(rule),
        Text = rule.Pattern ?? string.Empty,
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
