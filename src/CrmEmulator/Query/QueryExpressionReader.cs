using CrmEmulator.Faults;
using Microsoft.Xrm.Sdk.Query;

namespace CrmEmulator.Query;

/// <summary>Reads the SDK's query objects.</summary>
internal static class QueryExpressionReader
{
    public static RowQuery Read(QueryBase query) => query switch
    {
        QueryExpression expression => Read(expression),
        QueryByAttribute attributes => Read(attributes),
        FetchExpression fetch => FetchXmlReader.Read(fetch.Query),
        _ => throw Fault.Argument($"The query type {query.GetType().Name} is not supported."),
    };

    private static RowQuery Read(QueryExpression source)
    {
        var query = new RowQuery
        {
            Table = source.EntityName,
            AllColumns = source.ColumnSet?.AllColumns ?? false,
            Filter = Filter(source.Criteria),
            Top = source.TopCount,
            IsDistinct = source.Distinct,
        };
        query.Columns.AddRange(Columns(source.ColumnSet));
        query.Orders.AddRange(Orders(source.Orders));
        ReadPage(query, source.PageInfo);
        var aliases = 0;
        query.Links.AddRange(source.LinkEntities.Select(link => Link(link, ref aliases)));
        return query;
    }

    private static RowQuery Read(QueryByAttribute source)
    {
        if (source.Attributes.Count != source.Values.Count)
        {
            throw Fault.Argument("QueryByAttribute must have as many values as attributes.");
        }

        var query = new RowQuery { Table = source.EntityName, AllColumns = source.ColumnSet?.AllColumns ?? false, Top = source.TopCount };
        query.Columns.AddRange(Columns(source.ColumnSet));
        query.Orders.AddRange(Orders(source.Orders));
        for (var index = 0; index < source.Attributes.Count; index++)
        {
            var value = source.Values[index];
            query.Filter.Conditions.Add(value is null
                ? new QueryCondition(source.Attributes[index], ConditionOperator.Null, [])
                : new QueryCondition(source.Attributes[index], ConditionOperator.Equal, [value]));
        }

        ReadPage(query, source.PageInfo);
        return query;
    }

    private static void ReadPage(RowQuery query, PagingInfo? page)
    {
        if (page is null)
        {
            return;
        }

        if (page.PageNumber < 0 || page.Count < 0)
        {
            throw Fault.Of(FaultCodes.QueryInvalidPaging, "Number of records and page number must not be negative.");
        }

        query.Page = Math.Max(1, page.PageNumber);
        query.PageSize = page.Count;
        query.Cookie = page.PagingCookie;
        query.ReturnsTotal = page.ReturnTotalRecordCount;
        if (query.Top is not null && (page.Count > 0 || page.PageNumber > 0))
        {
            throw Fault.Of(FaultCodes.QueryInvalidPaging, "The Top.Count can't be specified with pagingInfo.");
        }
    }

    private static QueryLink Link(LinkEntity source, ref int aliases)
    {
        aliases++;
        var link = new QueryLink
        {
            Table = source.LinkToEntityName,
            From = source.LinkFromAttributeName,
            To = source.LinkToAttributeName,
            Join = source.JoinOperator,
            Alias = string.IsNullOrEmpty(source.EntityAlias) ? source.LinkToEntityName + aliases : source.EntityAlias,
            AllColumns = source.Columns.AllColumns,
            Filter = Filter(source.LinkCriteria),
        };
        link.Columns.AddRange(Columns(source.Columns));
        link.Orders.AddRange(Orders(source.Orders));
        foreach (var child in source.LinkEntities)
        {
            link.Links.Add(Link(child, ref aliases));
        }

        return link;
    }

    private static IEnumerable<QueryColumn> Columns(ColumnSet? columns) => columns?.Columns.Select(name => new QueryColumn(name)) ?? [];

    private static IEnumerable<QueryOrder> Orders(IEnumerable<OrderExpression> orders) =>
        orders.Select(order => new QueryOrder(order.AttributeName, order.OrderType == OrderType.Descending));

    private static QueryFilter Filter(FilterExpression source)
    {
        var filter = new QueryFilter { IsOr = source.FilterOperator == LogicalOperator.Or };
        filter.Conditions.AddRange(source.Conditions.Select(condition =>
            new QueryCondition(condition.AttributeName, condition.Operator, [.. Flat(condition.Values)])
            {
                Link = string.IsNullOrEmpty(condition.EntityName) ? null : condition.EntityName,
            }));
        filter.Filters.AddRange(source.Filters.Select(Filter));
        return filter;
    }

    /// <summary>A list handed over as one value counts as its members.</summary>
    private static IEnumerable<object?> Flat(IEnumerable<object?> values)
    {
        foreach (var value in values)
        {
            if (value is System.Collections.IEnumerable list and not string)
            {
                foreach (var member in list)
                {
                    yield return member;
                }
            }
            else
            {
                yield return value;
            }
        }
    }
}
