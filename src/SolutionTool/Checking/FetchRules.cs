using System.Xml.Linq;
using SolutionTool.Layout;
using SolutionTool.Model;
using SolutionTool.Problems;

namespace SolutionTool.Checking;

/// <summary>Every table and column that a FetchXML query names exists. Used for views, charts and dashboards with the caller's code.</summary>
public static class FetchRules
{
    /// <summary>Problems of one query. <paramref name="code"/> is the code to report under, <paramref name="what"/> names the view or chart.</summary>
    public static IEnumerable<Problem> Check(Catalog catalog, XElement fetch, string code, string what)
    {
        foreach (var entity in fetch.Elements("entity"))
        {
            var aliases = entity.Descendants("link-entity").Where(l => l.Attribute("alias") is not null)
                .GroupBy(l => l.Attribute("alias")!.Value, StringComparer.Ordinal).ToDictionary(g => g.Key, g => (string?)g.First().Attribute("name") ?? "", StringComparer.Ordinal);
            foreach (var problem in CheckEntity(catalog, entity, aliases, code, what))
            {
                yield return problem;
            }
        }
    }

    /// <summary>The columns a query gives, as "name" or "alias.name"; null when it gives all of them.</summary>
    public static IReadOnlySet<string>? Columns(XElement fetch)
    {
        var columns = new HashSet<string>(StringComparer.Ordinal);
        foreach (var attribute in fetch.Descendants("attribute"))
        {
            var link = attribute.Ancestors("link-entity").FirstOrDefault();
            var name = (string?)attribute.Attribute("name") ?? "";
            columns.Add((string?)attribute.Attribute("alias") ?? ((string?)link?.Attribute("alias") is { } alias ? $"{alias}.{name}" : name));
        }

        return fetch.Descendants("all-attributes").Any() ? null : columns;
    }

    private static IEnumerable<Problem> CheckEntity(Catalog catalog, XElement entity, Dictionary<string, string> aliases, string code, string what)
    {
        var table = (string?)entity.Attribute("name") ?? "";
        if (!catalog.HasTable(table))
        {
            yield return Problem.Error(code, SourceFile.Of(entity), $"The query of {what} names the table \"{table}\", which neither the solution nor the platform has.");
            yield break;
        }

        foreach (var (node, owner, column) in Named(entity, table, aliases).Where(n => catalog.HasTable(n.Table) && !catalog.HasColumn(n.Table, n.Column)))
        {
            yield return Problem.Error(code, SourceFile.Of(node), $"The query of {what} names the column {owner}.{column}, which does not exist.");
        }

        foreach (var link in entity.Elements("link-entity"))
        {
            var other = (string?)link.Attribute("name") ?? "";
            if ((string?)link.Attribute("to") is { } to && !catalog.HasColumn(table, to))
            {
                yield return Problem.Error(code, SourceFile.Of(link), $"The query of {what} links by the column {table}.{to}, which does not exist.");
            }

            if ((string?)link.Attribute("from") is { } from && catalog.HasTable(other) && !catalog.HasColumn(other, from))
            {
                yield return Problem.Error(code, SourceFile.Of(link), $"The query of {what} links by the column {other}.{from}, which does not exist.");
            }

            foreach (var problem in CheckEntity(catalog, link, aliases, code, what))
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<(XElement Node, string Table, string Column)> Named(XElement entity, string table, Dictionary<string, string> aliases)
    {
        var own = entity.Elements().Where(e => e.Name.LocalName is "attribute" or "order" or "filter");
        foreach (var element in own.DescendantsAndSelf().Where(e => e.Name.LocalName is "attribute" or "order" or "condition"))
        {
            var name = (string?)element.Attribute(element.Name.LocalName == "attribute" ? "name" : "attribute");
            if (name is not null)
            {
                var owner = (string?)element.Attribute("entityname") is { } alias ? aliases.GetValueOrDefault(alias, alias) : table;
                yield return (element, owner, name);
            }
        }
    }
}
