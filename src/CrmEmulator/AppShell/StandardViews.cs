using System.Xml.Linq;
using CrmEmulator.Metadata;

namespace CrmEmulator.AppShell;

/// <summary>Views for the platform's own tables, which no solution brings: the active rows, all rows, quick find.</summary>
internal static class StandardViews
{
    public static IReadOnlyList<ViewDefinition> Of(TableDefinition table)
    {
        if (table.IsIntersect || table.PrimaryName is null)
        {
            return [];
        }

        var plural = table.PluralLabels.In(Labels.English);
        var columns = StandardLayout.ViewColumns(table);
        var layout = Layout(table, columns);
        var views = new List<ViewDefinition>();
        if (table.State is { OptionSet.Options: [var first, ..] })
        {
            views.Add(View("active", "Active " + plural, 0, true, Fetch(table, columns, new XElement("filter", Condition("statecode", "eq", first.Value.ToString(System.Globalization.CultureInfo.InvariantCulture))))));
        }

        views.Add(View("all", "All " + plural, 0, views.Count == 0, Fetch(table, columns, null)));
        views.Add(View("find", "Quick Find " + plural, 4, true, Fetch(table, columns, Find(table))));
        return views;

        ViewDefinition View(string kind, string label, int type, bool isDefault, XElement fetch) =>
            new(StableId.Of("savedquery", $"{table.LogicalName} {kind}"), table.LogicalName, Words(table, label), type, isDefault, fetch.ToString(SaveOptions.DisableFormatting), layout);
    }

    private static Labels Words(TableDefinition table, string english)
    {
        var plural = table.PluralLabels.In(Labels.English);
        var persian = StandardWords.In(ShellCaller.Persian, plural);
        var kind = english[..^plural.Length].Trim();
        return new Labels([new(Labels.English, english), new(ShellCaller.Persian, $"{persian} – {StandardWords.In(ShellCaller.Persian, kind)}")]);
    }

    private static XElement Fetch(TableDefinition table, IReadOnlyList<ColumnDefinition> columns, XElement? filter) => new(
        "fetch",
        new XAttribute("version", "1.0"),
        new XElement(
            "entity",
            new XAttribute("name", table.LogicalName),
            new XElement("attribute", new XAttribute("name", table.PrimaryKey.LogicalName)),
            columns.Select(column => new XElement("attribute", new XAttribute("name", column.LogicalName))),
            new XElement("order", new XAttribute("attribute", table.PrimaryName!.LogicalName), new XAttribute("descending", "false")),
            filter));

    private static XElement Find(TableDefinition table)
    {
        var searched = table.Columns.Where(column => (column.IsFindColumn && column.Kind == ColumnKind.Text) || column == table.PrimaryName);
        return new XElement("filter", new XAttribute("type", "or"), new XAttribute("isquickfindfields", "1"), searched.Select(column => Condition(column.LogicalName, "like", "{0}")));
    }

    private static XElement Condition(string column, string @operator, string value) =>
        new("condition", new XAttribute("attribute", column), new XAttribute("operator", @operator), new XAttribute("value", value));

    private static string Layout(TableDefinition table, IReadOnlyList<ColumnDefinition> columns) => new XElement(
        "grid",
        new XAttribute("name", "resultset"),
        new XElement(
            "row",
            new XAttribute("name", "result"),
            new XAttribute("id", table.PrimaryKey.LogicalName),
            columns.Select(column => new XElement("cell", new XAttribute("name", column.LogicalName), new XAttribute("width", column == table.PrimaryName ? 220 : 140))))).ToString(SaveOptions.DisableFormatting);
}
