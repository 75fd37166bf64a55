using System.Xml;
using System.Xml.Linq;
using CrmEmulator.Faults;
using Microsoft.Xrm.Sdk.Query;

namespace CrmEmulator.Query;

/// <summary>Reads FetchXML; what it does not know is a fault that names it.</summary>
public static class FetchXmlReader
{
    private static readonly HashSet<string> FetchAttributes =
    [
        "version", "count", "page", "paging-cookie", "utc-offset", "aggregate", "aggregatelimit", "distinct", "top", "mapping",
        "min-active-row-version", "output-format", "returntotalrecordcount", "no-lock", "useraworderby", "latematerialize", "options", "savedqueryid",
    ];

    /// <exception cref="System.ServiceModel.FaultException{T}">Not XML, or not FetchXML.</exception>
    public static RowQuery Read(string? xml)
    {
        var fetch = Parse(xml);
        foreach (var attribute in fetch.Attributes())
        {
            if (!FetchAttributes.Contains(attribute.Name.LocalName))
            {
                throw Invalid($"The attribute '{attribute.Name.LocalName}' of the element 'fetch' is not known.");
            }
        }

        var entities = fetch.Elements().ToList();
        if (entities.Count != 1 || entities[0].Name.LocalName != "entity")
        {
            throw Invalid("A fetch must hold exactly one entity.");
        }

        var query = new RowQuery
        {
            Table = Required(entities[0], "name"),
            Top = Number(fetch, "top"),
            Page = Number(fetch, "page") ?? 1,
            PageSize = Number(fetch, "count") ?? 0,
            Cookie = (string?)fetch.Attribute("paging-cookie"),
            IsDistinct = Flag(fetch, "distinct"),
            IsAggregate = Flag(fetch, "aggregate"),
            ReturnsTotal = Flag(fetch, "returntotalrecordcount"),
            OrdersByRawValue = Flag(fetch, "useraworderby"),
        };
        if (query.Top is not null && (fetch.Attribute("page") is not null || fetch.Attribute("count") is not null))
        {
            throw Fault.Of(FaultCodes.QueryInvalidPaging, "The Top attribute can't be specified with paging attribute page or count.");
        }

        var aliases = 0;
        ReadChildren(entities[0], query.Columns, query.Links, query.Orders, query.Filter, () => query.AllColumns = true, query, ref aliases);
        return query;
    }

    private static XElement Parse(string? xml)
    {
        if (string.IsNullOrWhiteSpace(xml))
        {
            throw Invalid("The query is empty.");
        }

        try
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit };
            using var reader = XmlReader.Create(new StringReader(xml), settings);
            var root = XElement.Load(reader);
            return root.Name.LocalName == "fetch" ? root : throw Invalid($"The root element is '{root.Name.LocalName}', not 'fetch'.");
        }
        catch (XmlException exception)
        {
            throw Invalid(exception.Message);
        }
    }

    private static void ReadChildren(XElement parent, List<QueryColumn> columns, List<QueryLink> links, List<QueryOrder> orders, QueryFilter filter, Action all, RowQuery query, ref int aliases)
    {
        foreach (var element in parent.Elements())
        {
            switch (element.Name.LocalName)
            {
                case "all-attributes":
                    all();
                    break;
                case "no-attrs":
                    break;
                case "attribute":
                    columns.Add(FetchAttribute.Read(element, query.IsAggregate));
                    break;
                case "order":
                    orders.Add(Order(element));
                    break;
                case "filter":
                    filter.Filters.Add(FetchFilter.Read(element));
                    break;
                case "link-entity":
                    links.Add(Link(element, query, ref aliases));
                    break;
                default:
                    throw Invalid($"The element '{element.Name.LocalName}' is not known inside '{parent.Name.LocalName}'.");
            }
        }
    }

    private static QueryOrder Order(XElement element)
    {
        var alias = (string?)element.Attribute("alias");
        return new QueryOrder((string?)element.Attribute("attribute") ?? alias ?? throw Invalid("An order needs an attribute or an alias."), Flag(element, "descending"))
        {
            Alias = alias,
            Link = (string?)element.Attribute("entityname"),
        };
    }

    private static QueryLink Link(XElement element, RowQuery query, ref int aliases)
    {
        aliases++;
        var table = Required(element, "name");
        var link = new QueryLink
        {
            Table = table,
            To = Required(element, "from"),
            From = Required(element, "to"),
            Alias = (string?)element.Attribute("alias") is { Length: > 0 } alias ? alias : table + aliases,
            Join = (string?)element.Attribute("link-type") switch
            {
                null or "" or "inner" => JoinOperator.Inner,
                "outer" => JoinOperator.LeftOuter,
                "natural" => JoinOperator.Natural,
                "exists" => JoinOperator.Exists,
                "in" => JoinOperator.In,
                "matchfirstrowusingcrossapply" => JoinOperator.MatchFirstRowUsingCrossApply,
                var other => throw Invalid($"The link-type '{other}' is not known."),
            },
        };
        ReadChildren(element, link.Columns, link.Links, link.Orders, link.Filter, () => link.AllColumns = true, query, ref aliases);
        return link;
    }

    internal static Exception Invalid(string message) => Fault.Of(FaultCodes.FetchInvalid, "Invalid Xml Fetch: " + message);

    internal static string Required(XElement element, string name) => (string?)element.Attribute(name) is { Length: > 0 } value
        ? value
        : throw Invalid($"The element '{element.Name.LocalName}' has no attribute '{name}'.");

    internal static bool Flag(XElement element, string name) => (string?)element.Attribute(name) is "true" or "1";

    private static int? Number(XElement element, string name) => (string?)element.Attribute(name) switch
    {
        null => null,
        var text when int.TryParse(text, out var number) && number >= 0 => number,
        var text => throw Invalid($"The attribute '{name}' has the value '{text}', which is not a number."),
    };
}
