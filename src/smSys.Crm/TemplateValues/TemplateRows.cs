using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Metadata;
using smSys.Messaging.Templates;

namespace smSys.Crm.TemplateValues;

/// <summary>
/// Reads a page of records by a template's plan, as the user who may see them: one query, and one for each rule, however many
/// records the page has.
/// </summary>
public sealed class TemplateRows
{
    private const int PageSize = 5000;
    private readonly IOrganizationService _service;
    private readonly TableShapes _shapes;
    private readonly ValueReader _reader;

    /// <summary>Reads as the caller of <paramref name="service"/>.</summary>
    public TemplateRows(IOrganizationService service, TableShapes shapes, int language = 0)
    {
        _service = service;
        _shapes = shapes;
        _reader = new ValueReader(shapes, language);
    }

    /// <summary>The values of records by id; who is gone or hidden is not among them.</summary>
    /// <param name="plan">Of the records' table.</param>
    /// <param name="ids">At most 500.</param>
    public Dictionary<Guid, RecordValues> Read(TemplatePlan plan, IReadOnlyList<Guid> ids)
    {
        var query = plan.Query.Query;
        query.Criteria = new FilterExpression();
        query.Criteria.AddCondition(Among(TableKeys.Of(query.EntityName), ids));
        return Values(plan, _service.RetrieveMultiple(query).Entities).ToDictionary(values => values.Id);
    }

    private List<RecordValues> Values(TemplatePlan plan, IReadOnlyCollection<Entity> rows)
    {
        var all = rows.Select(row => RecordValues.Of(plan, row, _reader)).ToList();
        foreach (var rule in plan.Rules)
        {
            var owners = all.Select(values => OwnerOf(values, plan.Query, rule.Choice)).ToArray();
            var ids = owners.Where(id => id != Guid.Empty).Distinct().ToArray();
            var chosen = ids.Length == 0 ? new Dictionary<Guid, RecordValues>() : Choose(rule, ids);
            for (var i = 0; i < all.Count; i++)
            {
                if (chosen.TryGetValue(owners[i], out var related))
                {
                    all[i].Choose(rule.Choice, related);
                }
            }
        }

        return all;
    }

    private static Guid OwnerOf(RecordValues values, TemplateQuery query, RowChoice choice) =>
        choice.Before is null ? values.Id : query.SourcesOf(choice.Before).Select(values.ReferenceAt).FirstOrDefault(id => id != Guid.Empty);

    private Dictionary<Guid, RecordValues> Choose(RulePlan rule, IReadOnlyList<Guid> owners)
    {
        var first = new Dictionary<Guid, Entity>();
        var waiting = owners;
        while (waiting.Count > 0)
        {
            var query = Sorted(rule, waiting);
            var page = _service.RetrieveMultiple(query);
            foreach (var row in page.Entities)
            {
                if (row.GetAttributeValue<EntityReference>(rule.Via) is { } owner && !first.ContainsKey(owner.Id))
                {
                    first.Add(owner.Id, row);
                }
            }

            // A page that is full held at least one owner's rows; the next one is asked for without the owners found.
            waiting = page.MoreRecords ? waiting.Where(id => !first.ContainsKey(id)).ToArray() : [];
        }

        var values = Values(rule.Rows, first.Values).ToDictionary(one => one.Id);
        return first.ToDictionary(pair => pair.Key, pair => values[pair.Value.Id]);
    }

    private QueryExpression Sorted(RulePlan rule, IReadOnlyList<Guid> owners)
    {
        var query = rule.Rows.Query.Query;
        var segment = rule.Choice.Segment;
        var shape = _shapes.Of(segment.Name);
        query.ColumnSet.AddColumn(rule.Via);
        query.Criteria = new FilterExpression();
        query.Criteria.AddCondition(Among(rule.Via, owners));

        // Without it a row whose date is empty would be the oldest of all.
        query.Criteria.AddCondition(segment.Rule!.By, ConditionOperator.NotNull);
        foreach (var filter in segment.Rule.Where)
        {
            query.Criteria.AddCondition(filter.Column, SignOf(filter.Comparison), shape.Shapes[filter.Column].Operand(filter.Value));
        }

        query.Orders.Clear();
        query.AddOrder(segment.Rule.By, segment.Rule.IsDescending ? OrderType.Descending : OrderType.Ascending);
        query.AddOrder(shape.PrimaryId, OrderType.Ascending);
        query.TopCount = owners.Count == 1 ? 1 : null;
        query.PageInfo = owners.Count == 1 ? new PagingInfo() : new PagingInfo { PageNumber = 1, Count = PageSize };
        return query;
    }

    private static ConditionExpression Among(string column, IReadOnlyList<Guid> ids) => ids.Count == 1
        ? new ConditionExpression(column, ConditionOperator.Equal, ids[0])
        : new ConditionExpression(column, ConditionOperator.In, ids.Cast<object>().ToArray());

    private static ConditionOperator SignOf(TemplateComparison comparison) => comparison switch
    {
        TemplateComparison.NotEqual => ConditionOperator.NotEqual,
        TemplateComparison.Less => ConditionOperator.LessThan,
        TemplateComparison.LessOrEqual => ConditionOperator.LessEqual,
        TemplateComparison.Greater => ConditionOperator.GreaterThan,
        TemplateComparison.GreaterOrEqual => ConditionOperator.GreaterEqual,
        _ => ConditionOperator.Equal,
    };
}
