using System.Xml.Linq;
using CrmEmulator.Metadata;
using Newtonsoft.Json.Linq;

namespace CrmEmulator.AppShell;

/// <summary>A view as grids draw it: its fetch and its columns in the caller's words, and what quick find searches.</summary>
internal static class ViewJson
{
    public static JObject Write(ViewDefinition view, ShellCaller caller)
    {
        var table = caller.Catalog.Table(view.Table);
        return new JObject
        {
            ["id"] = view.Id,
            ["table"] = view.Table,
            ["label"] = caller.Text(view.Labels),
            ["kind"] = view.Kind,
            ["fetchXml"] = view.FetchXml,
            ["columns"] = new JArray(XElement.Parse(view.LayoutXml).Descendants("cell").Where(cell => (string?)cell.Attribute("ishidden") != "1").Select(cell => Column(cell, view, table, caller))),
            ["find"] = new JArray(FindColumns(table, caller)),
        };
    }

    private static JObject Column(XElement cell, ViewDefinition view, TableDefinition table, ShellCaller caller)
    {
        var name = (string)cell.Attribute("name")!;
        var at = name.IndexOf('.', StringComparison.Ordinal);
        var owner = at < 0 ? table : Linked(view, name[..at], caller.Catalog);
        var column = owner?.FindColumn(at < 0 ? name : name[(at + 1)..]);
        return new JObject
        {
            ["name"] = name,
            ["width"] = (int?)cell.Attribute("width") ?? 120,
            ["label"] = column is null ? name : caller.Text(column.Labels),
            ["column"] = column?.LogicalName,
            ["table"] = owner?.LogicalName,
        };
    }

    private static TableDefinition? Linked(ViewDefinition view, string alias, MetadataCatalog catalog)
    {
        var link = XElement.Parse(view.FetchXml).Descendants("link-entity").FirstOrDefault(one => (string?)one.Attribute("alias") == alias);
        return link is null ? null : catalog.FindTable((string)link.Attribute("name")!);
    }

    private static IEnumerable<string> FindColumns(TableDefinition table, ShellCaller caller)
    {
        var find = TablePages.Views(caller.Catalog, table).FirstOrDefault(view => view.Kind == 4);
        return find is null
            ? []
            : XElement.Parse(find.FetchXml).Descendants("filter").Where(filter => (string?)filter.Attribute("isquickfindfields") == "1")
                .Elements("condition").Select(condition => (string)condition.Attribute("attribute")!);
    }
}
