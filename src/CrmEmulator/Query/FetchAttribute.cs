using System.Xml.Linq;

namespace CrmEmulator.Query;

/// <summary>Reads an attribute element of FetchXML.</summary>
internal static class FetchAttribute
{
    public static QueryColumn Read(XElement element, bool isAggregate)
    {
        var column = new QueryColumn(FetchXmlReader.Required(element, "name"))
        {
            Alias = (string?)element.Attribute("alias"),
            Aggregate = Aggregate((string?)element.Attribute("aggregate")),
            IsDistinct = FetchXmlReader.Flag(element, "distinct"),
            IsGroup = FetchXmlReader.Flag(element, "groupby"),
            DateGroup = Group((string?)element.Attribute("dategrouping")),
        };
        if (isAggregate && column.Alias is null)
        {
            throw FetchXmlReader.Invalid($"The attribute '{column.Name}' of an aggregate query needs an alias.");
        }

        if (isAggregate && !column.IsGroup && column.Aggregate == AggregateKind.None)
        {
            throw FetchXmlReader.Invalid($"The attribute '{column.Name}' of an aggregate query needs an aggregate or groupby.");
        }

        return !isAggregate && (column.Aggregate != AggregateKind.None || column.IsGroup)
            ? throw FetchXmlReader.Invalid("An aggregate or groupby needs aggregate='true' on the fetch.")
            : column;
    }

    private static AggregateKind Aggregate(string? name) => name switch
    {
        null => AggregateKind.None,
        "count" => AggregateKind.Count,
        "countcolumn" => AggregateKind.CountColumn,
        "sum" => AggregateKind.Sum,
        "avg" => AggregateKind.Average,
        "min" => AggregateKind.Minimum,
        "max" => AggregateKind.Maximum,
        _ => throw FetchXmlReader.Invalid($"The aggregate '{name}' is not known."),
    };

    private static DateGroup Group(string? name) => name switch
    {
        null => DateGroup.None,
        "day" => DateGroup.Day,
        "week" => DateGroup.Week,
        "month" => DateGroup.Month,
        "quarter" => DateGroup.Quarter,
        "year" => DateGroup.Year,
        _ => throw FetchXmlReader.Invalid($"The dategrouping '{name}' is not known to this organisation."),
    };
}
