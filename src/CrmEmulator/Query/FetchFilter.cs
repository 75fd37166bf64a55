using System.Xml.Linq;
using CrmEmulator.Faults;

namespace CrmEmulator.Query;

/// <summary>Reads filter and condition elements of FetchXML.</summary>
internal static class FetchFilter
{
    public static QueryFilter Read(XElement element)
    {
        var filter = new QueryFilter
        {
            IsOr = (string?)element.Attribute("type") switch
            {
                null or "" or "and" => false,
                "or" => true,
                var other => throw FetchXmlReader.Invalid($"The filter type '{other}' is not known."),
            },
        };
        foreach (var child in element.Elements())
        {
            switch (child.Name.LocalName)
            {
                case "condition":
                    filter.Conditions.Add(Condition(child));
                    break;
                case "filter":
                    filter.Filters.Add(Read(child));
                    break;
                default:
                    throw FetchXmlReader.Invalid($"The element '{child.Name.LocalName}' is not known inside 'filter'.");
            }
        }

        return filter;
    }

    private static QueryCondition Condition(XElement element)
    {
        var name = FetchXmlReader.Required(element, "operator");
        var found = FetchOperators.Find(name)
            ?? throw Fault.Of(FaultCodes.QueryInvalidCondition, $"The condition operator '{name}' is not supported by this organisation.");
        var values = element.Elements("value").Select(value => (object?)value.Value).ToList();
        if (values.Count == 0 && (string?)element.Attribute("value") is { } single)
        {
            values.Add(single);
        }

        return new QueryCondition(FetchXmlReader.Required(element, "attribute"), found, values)
        {
            Link = (string?)element.Attribute("entityname") is { Length: > 0 } link ? link : null,
            OtherColumn = (string?)element.Attribute("valueof"),
        };
    }
}
