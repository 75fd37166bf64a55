using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Xml;
using System.Xml.Linq;
using smSys.Crm.Sentences;

namespace smSys.Crm.Audiences;

/// <summary>
/// The FetchXML of a view or a dynamic list, made fit for an audience: its table, filters and links stay, its columns, orders
/// and paging go. Rows come by primary key, so pages do not overlap; <c>distinct</c> goes too, because a distinct query has no
/// usable paging cookie, and rows that a link multiplies follow each other and are told by their id.
/// </summary>
public sealed class AudienceFetch
{
    /// <summary>The platform gives no more rows at once.</summary>
    public const int PageSize = 5000;

    private readonly XElement _fetch;

    private AudienceFetch(XElement fetch, string table)
    {
        _fetch = fetch;
        Table = table;
    }

    /// <summary>The table whose rows are recipients.</summary>
    public string Table { get; }

    /// <summary>Reads a query that somebody made.</summary>
    /// <exception cref="RefusalException">It is no FetchXML, or one whose rows are no records.</exception>
    public static AudienceFetch Parse(string? xml)
    {
        var fetch = Load(xml);
        var entity = fetch.Elements("entity").FirstOrDefault();
        var table = (string?)entity?.Attribute("name");
        if (fetch.Name.LocalName != "fetch" || entity is null || string.IsNullOrEmpty(table))
        {
            throw Refusal("it has no table");
        }

        if (IsOn(fetch, "aggregate") || fetch.Attribute("top") is not null)
        {
            throw Refusal("it adds up rows or takes only the first ones");
        }

        fetch.Attributes().Remove();
        fetch.Descendants()
            .Where(element => element.Name.LocalName is "attribute" or "all-attributes" or "no-attrs" or "order")
            .ToList()
            .ForEach(element => element.Remove());
        return new AudienceFetch(fetch, table!);
    }

    /// <summary>The members of a static marketing list.</summary>
    public static AudienceFetch OfList(Guid listId, string table, string tableKey, bool activeOnly)
    {
        var entity = new XElement(
            "entity",
            new XAttribute("name", table),
            new XElement(
                "link-entity",
                new XAttribute("name", "listmember"),
                new XAttribute("from", "entityid"),
                new XAttribute("to", tableKey),
                new XElement("filter", Condition("listid", listId.ToString("B")))));
        if (activeOnly)
        {
            entity.Add(new XElement("filter", Condition("statecode", "0")));
        }

        return new AudienceFetch(new XElement("fetch", entity), table);
    }

    /// <summary>The query of a page.</summary>
    public string Page(string key, string[] columns, AudiencePlace place, int most)
    {
        var fetch = new XElement(_fetch);
        fetch.SetAttributeValue("version", "1.0");
        fetch.SetAttributeValue("mapping", "logical");
        fetch.SetAttributeValue("no-lock", "true");
        fetch.SetAttributeValue("count", most);
        fetch.SetAttributeValue("page", place.Page.ToString(CultureInfo.InvariantCulture));
        if (place.Mark.Length > 0)
        {
            fetch.SetAttributeValue("paging-cookie", place.Mark);
        }

        var entity = fetch.Element("entity")!;
        entity.AddFirst(new XElement("order", new XAttribute("attribute", key)));
        foreach (var column in columns.Concat([key]).Distinct(StringComparer.Ordinal))
        {
            entity.AddFirst(new XElement("attribute", new XAttribute("name", column)));
        }

        return fetch.ToString(SaveOptions.DisableFormatting);
    }

    private static XElement Condition(string column, string value) => new(
        "condition", new XAttribute("attribute", column), new XAttribute("operator", "eq"), new XAttribute("value", value));

    private static bool IsOn(XElement fetch, string name) => (string?)fetch.Attribute(name) is "true" or "1";

    private static XElement Load(string? xml)
    {
        try
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
            using var reader = XmlReader.Create(new StringReader(xml ?? string.Empty), settings);
            return XElement.Load(reader);
        }
        catch (XmlException exception)
        {
            throw Refusal(exception.Message);
        }
    }

    private static RefusalException Refusal(string why) => new(
        "audience-query",
        "The audience's query cannot be used (" + why + "); choose the view or the list again.",
        "پرس‌وجوی مخاطبان قابل استفاده نیست (" + why + ")؛ نما یا لیست را دوباره انتخاب کنید.");
}
