using CrmEmulator.Faults;
using Microsoft.Xrm.Sdk.Query;

namespace CrmEmulator.Query;

/// <summary>Writes a query as a QueryExpression; what that cannot say is a fault.</summary>
internal static class QueryExpressionWriter
{
    public static QueryExpression Write(RowQuery query)
    {
        if (query.IsAggregate)
        {
            throw Fault.Argument("An aggregate FetchXML query cannot be written as a QueryExpression.");
        }

        var expression = new QueryExpression(query.Table)
        {
            ColumnSet = Columns(query.AllColumns, query.Columns),
            Criteria = Filter(query.Filter),
            Distinct = query.IsDistinct,
            TopCount = query.Top,
        };
        if (query.Top is null)
        {
            expression.PageInfo = new PagingInfo { PageNumber = query.Page, Count = query.PageSize, PagingCookie = query.Cookie, ReturnTotalRecordCount = query.ReturnsTotal };
        }

        foreach (var order in query.Orders)
        {
            expression.AddOrder(order.Column, order.IsDescending ? OrderType.Descending : OrderType.Ascending);
        }

        foreach (var link in query.Links)
        {
            expression.LinkEntities.Add(Link(query.Table, link));
        }

        return expression;
    }

    private static ColumnSet Columns(bool all, List<QueryColumn> columns)
    {
        if (columns.FirstOrDefault(column => column.Alias is not null) is { } aliased)
        {
            throw Fault.Argument($"The alias '{aliased.Alias}' cannot be written in a QueryExpression.");
        }

        return all ? new ColumnSet(true) : new ColumnSet([.. columns.Select(column => column.Name)]);
    }

    private static FilterExpression Filter(QueryFilter source)
    {
        if (source is { Conditions.Count: 0, Filters.Count: 1 })
        {
            return Filter(source.Filters[0]);
        }

        var filter = new FilterExpression(source.IsOr ? LogicalOperator.Or : LogicalOperator.And);
        foreach (var condition in source.Conditions)
        {
            if (condition.OtherColumn is not null)
            {
                throw Fault.Argument("A comparison of two columns cannot be written in a QueryExpression.");
            }

            filter.Conditions.Add(new ConditionExpression(condition.Link, condition.Column, condition.Operator, condition.Values.ToArray()));
        }

        foreach (var child in source.Filters)
        {
            filter.AddFilter(Filter(child));
        }

        return filter;
    }

    private static LinkEntity Link(string from, QueryLink source)
    {
        var link = new LinkEntity(from, source.Table, source.From, source.To, source.Join)
        {
            EntityAlias = source.Alias,
            Columns = Columns(source.AllColumns, source.Columns),
            LinkCriteria = Filter(source.Filter),
        };
        foreach (var order in source.Orders)
        {
            link.Orders.Add(new OrderExpression(order.Column, order.IsDescending ? OrderType.Descending : OrderType.Ascending));
        }

        foreach (var child in source.Links)
        {
            link.LinkEntities.Add(Link(source.Table, child));
        }

        return link;
    }
}
