using Microsoft.Xrm.Sdk.Query;

namespace CrmEmulator.Query;

/// <summary>The one form of a query, whether it came as QueryExpression, QueryByAttribute, FetchXML or OData.</summary>
public sealed class RowQuery
{
    public required string Table { get; init; }

    public bool AllColumns { get; set; }

    public List<QueryColumn> Columns { get; } = [];

    public QueryFilter Filter { get; set; } = new();

    public List<QueryLink> Links { get; } = [];

    public List<QueryOrder> Orders { get; } = [];

    public int? Top { get; set; }

    /// <summary>From 1.</summary>
    public int Page { get; set; } = 1;

    /// <summary>Rows a page; 0 is the platform's own limit.</summary>
    public int PageSize { get; set; }

    public string? Cookie { get; set; }

    public bool IsDistinct { get; set; }

    public bool IsAggregate { get; set; }

    public bool ReturnsTotal { get; set; }

    /// <summary>Sort choices by number instead of by label.</summary>
    public bool OrdersByRawValue { get; set; }
}

/// <summary>A column asked for, perhaps under another name or summed up.</summary>
public sealed record QueryColumn(string Name)
{
    public string? Alias { get; init; }

    public AggregateKind Aggregate { get; init; }

    public bool IsDistinct { get; init; }

    public bool IsGroup { get; init; }

    public DateGroup DateGroup { get; init; }
}

/// <summary>How values are summed up.</summary>
public enum AggregateKind
{
    None,
    Count,
    CountColumn,
    Sum,
    Average,
    Minimum,
    Maximum,
}

/// <summary>The part of a date by which rows are grouped.</summary>
public enum DateGroup
{
    None,
    Day,
    Week,
    Month,
    Quarter,
    Year,
}

/// <summary>Conditions joined by and, or by or.</summary>
public sealed class QueryFilter
{
    public bool IsOr { get; set; }

    public List<QueryCondition> Conditions { get; } = [];

    public List<QueryFilter> Filters { get; } = [];

    public bool IsEmpty => Conditions.Count == 0 && Filters.All(filter => filter.IsEmpty);
}

/// <summary>A comparison of one column, of the query's table or of a named link.</summary>
public sealed record QueryCondition(string Column, ConditionOperator Operator, IReadOnlyList<object?> Values)
{
    public string? Link { get; init; }

    /// <summary>Compare with this column of the same row instead of with a value.</summary>
    public string? OtherColumn { get; init; }
}

/// <summary>A linked table.</summary>
public sealed class QueryLink
{
    public required string Table { get; init; }

    /// <summary>Column of the table the link starts from.</summary>
    public required string From { get; init; }

    /// <summary>Column of the linked table.</summary>
    public required string To { get; init; }

    public JoinOperator Join { get; set; }

    public string? Alias { get; set; }

    public bool AllColumns { get; set; }

    public List<QueryColumn> Columns { get; } = [];

    public QueryFilter Filter { get; set; } = new();

    public List<QueryLink> Links { get; } = [];

    public List<QueryOrder> Orders { get; } = [];
}

/// <summary>An order by a column, or by the alias of an aggregate.</summary>
public sealed record QueryOrder(string Column, bool IsDescending)
{
    public string? Alias { get; init; }

    /// <summary>The alias of the link whose column it is.</summary>
    public string? Link { get; init; }
}
