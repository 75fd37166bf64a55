using System.Globalization;
using System.Xml.Linq;
using CrmEmulator.Faults;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmEmulator.Query;

/// <summary>Writes a query as FetchXML.</summary>
public static class FetchXmlWriter
{
    public static string Write(RowQuery query)
    {
        var fetch = new XElement("fetch", new XAttribute("version", "1.0"), new XAttribute("output-format", "xml-platform"), new XAttribute("mapping", "logical"), new XAttribute("distinct", query.IsDistinct ? "true" : "false"));
        if (query.Top is { } top)
        {
            fetch.Add(new XAttribute("top", top));
        }
        else if (query.PageSize > 0)
        {
            fetch.Add(new XAttribute("count", query.PageSize), new XAttribute("page", query.Page));
        }

        if (!string.IsNullOrEmpty(query.Cookie))
        {
            fetch.Add(new XAttribute("paging-cookie", query.Cookie));
        }

        if (query.ReturnsTotal)
        {
            fetch.Add(new XAttribute("returntotalrecordcount", "true"));
        }

        fetch.Add(new XElement("entity", new XAttribute("name", query.Table), Columns(query.AllColumns, query.Columns), query.Orders.Select(Order), Filter(query.Filter), query.Links.Select(Link)));
        return fetch.ToString(SaveOptions.DisableFormatting);
    }

    private static IEnumerable<XElement> Columns(bool all, List<QueryColumn> columns) => all
        ? [new XElement("all-attributes")]
        : columns.Select(column => new XElement("attribute", new XAttribute("name", column.Name), column.Alias is null ? null : new XAttribute("alias", column.Alias)));

    private static XElement Order(QueryOrder order) =>
        new("order", new XAttribute("attribute", order.Column), new XAttribute("descending", order.IsDescending ? "true" : "false"));

    private static XElement? Filter(QueryFilter filter) => filter.IsEmpty
        ? null
        : filter is { Conditions.Count: 0, Filters.Count: 1 }
            ? Filter(filter.Filters[0])
            : new XElement("filter", new XAttribute("type", filter.IsOr ? "or" : "and"), filter.Conditions.Select(Condition), filter.Filters.Select(Filter));

    private static XElement Condition(QueryCondition condition)
    {
        var element = new XElement("condition");
        if (condition.Link is not null)
        {
            element.Add(new XAttribute("entityname", condition.Link));
        }

        element.Add(
            new XAttribute("attribute", condition.Column),
            new XAttribute("operator", FetchOperators.NameOf(condition.Operator) ?? throw Fault.Of(FaultCodes.QueryInvalidCondition, $"The condition operator {condition.Operator} has no name in FetchXML.")));
        if (condition.OtherColumn is not null)
        {
            element.Add(new XAttribute("valueof", condition.OtherColumn));
        }
        else if (condition.Values.Count == 1 && condition.Operator is not (ConditionOperator.In or ConditionOperator.NotIn))
        {
            element.Add(new XAttribute("value", Text(condition.Values[0])));
        }
        else
        {
            element.Add(condition.Values.Select(value => new XElement("value", Text(value))));
        }

        return element;
    }

    private static XElement Link(QueryLink link)
    {
        var type = link.Join switch
        {
            JoinOperator.Inner => "inner",
            JoinOperator.LeftOuter => "outer",
            JoinOperator.Natural => "natural",
            JoinOperator.Exists => "exists",
            JoinOperator.In => "in",
            _ => "matchfirstrowusingcrossapply",
        };
        return new XElement(
            "link-entity",
            new XAttribute("name", link.Table),
            new XAttribute("from", link.To),
            new XAttribute("to", link.From),
            new XAttribute("link-type", type),
            link.Alias is null ? null : new XAttribute("alias", link.Alias),
            Columns(link.AllColumns, link.Columns),
            link.Orders.Select(Order),
            Filter(link.Filter),
            link.Links.Select(Link));
    }

    private static string Text(object? value) => value switch
    {
        null => string.Empty,
        DateTime date => (date.Kind == DateTimeKind.Local ? date.ToUniversalTime() : date).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        bool flag => flag ? "1" : "0",
        Guid id => id.ToString("B"),
        OptionSetValue option => option.Value.ToString(CultureInfo.InvariantCulture),
        Money money => money.Value.ToString(CultureInfo.InvariantCulture),
        EntityReference reference => reference.Id.ToString("B"),
        Enum member => Convert.ToInt64(member, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
