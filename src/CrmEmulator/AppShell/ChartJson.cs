using System.Xml.Linq;
using CrmEmulator.Metadata;
using Newtonsoft.Json.Linq;

namespace CrmEmulator.AppShell;

/// <summary>A chart as pages draw it: the fetch that sums up, what stands on which axis, how each series looks.</summary>
internal static class ChartJson
{
    public static JObject Write(ChartDefinition chart, ShellCaller caller)
    {
        var description = XElement.Parse(chart.DescriptionXml);
        var fetch = description.Descendants("fetch").First();
        var category = description.Descendants("category").FirstOrDefault();
        return new JObject
        {
            ["id"] = chart.Id,
            ["table"] = chart.Table,
            ["label"] = caller.Text(chart.Labels),
            ["fetchXml"] = fetch.ToString(SaveOptions.DisableFormatting),
            ["category"] = (string?)category?.Attribute("alias"),
            ["measures"] = new JArray((category?.Descendants("measure") ?? []).Select(measure => Measure(measure, fetch, chart, caller))),
            ["groups"] = new JArray(fetch.Descendants("attribute").Where(one => (string?)one.Attribute("groupby") == "true").Select(one => Group(one, chart, caller))),
            ["series"] = new JArray(XElement.Parse(chart.PresentationXml).Descendants("Series").Where(one => one.Attribute("ChartType") is not null).Select(one => new JObject
            {
                ["type"] = (string?)one.Attribute("ChartType"),
                ["color"] = (string?)one.Attribute("Color"),
            })),
        };
    }

    private static JObject Measure(XElement measure, XElement fetch, ChartDefinition chart, ShellCaller caller)
    {
        var alias = (string?)measure.Attribute("alias");
        var attribute = fetch.Descendants("attribute").FirstOrDefault(one => (string?)one.Attribute("alias") == alias);
        return new JObject
        {
            ["alias"] = alias,
            ["aggregate"] = (string?)attribute?.Attribute("aggregate"),
            ["label"] = Label(attribute, chart, caller),
        };
    }

    private static JObject Group(XElement attribute, ChartDefinition chart, ShellCaller caller) => new()
    {
        ["alias"] = (string?)attribute.Attribute("alias"),
        ["column"] = (string?)attribute.Attribute("name"),
        ["table"] = attribute.Parent?.Name.LocalName == "link-entity" ? (string?)attribute.Parent.Attribute("name") : chart.Table,
        ["dateGrouping"] = (string?)attribute.Attribute("dategrouping"),
        ["label"] = Label(attribute, chart, caller),
    };

    private static string Label(XElement? attribute, ChartDefinition chart, ShellCaller caller)
    {
        var name = (string?)attribute?.Attribute("name") ?? string.Empty;
        var table = attribute?.Parent?.Name.LocalName == "link-entity" ? caller.Catalog.FindTable((string)attribute.Parent.Attribute("name")!) : caller.Catalog.FindTable(chart.Table);
        return table?.FindColumn(name) is not { } column ? name : column.Kind == ColumnKind.Key ? caller.Text(table.PluralLabels) : caller.Text(column.Labels);
    }
}
