using System.Xml.Linq;
using SolutionTool.Layout;
using SolutionTool.Model;
using SolutionTool.Problems;

namespace SolutionTool.Checking;

/// <summary>Layer 6: views.</summary>
public static class ViewRules
{
    private static readonly string[] KnownKinds = ["0", "1", "2", "4", "64"];

    public static IEnumerable<Problem> Check(Catalog catalog)
    {
        foreach (var table in catalog.Solution.Tables)
        {
            var views = table.Element.Elements("SavedQueries").Elements("savedqueries").Elements("savedquery").ToList();
            foreach (var problem in views.SelectMany(v => CheckView(catalog, table, v)))
            {
                yield return problem;
            }

            foreach (var kind in views.Where(_ => table.IsOwn).GroupBy(v => (string?)v.Element("querytype") ?? "").OrderBy(g => g.Key, StringComparer.Ordinal))
            {
                var defaults = kind.Count(v => (string?)v.Element("isdefault") == "1");
                if (defaults != 1)
                {
                    yield return Problem.Error("VIEW04", SourceFile.Of(kind.First()), $"{table.LogicalName} has {defaults} default views of querytype {kind.Key}; there must be exactly one.");
                }
            }
        }
    }

    private static IEnumerable<Problem> CheckView(Catalog catalog, TableModel table, XElement view)
    {
        var name = Labels.In(view.Element("LocalizedNames"), Labels.English) ?? (string?)view.Element("savedqueryid") ?? "";
        var what = $"the view \"{name}\"";
        var kind = (string?)view.Element("querytype") ?? "";
        if (!KnownKinds.Contains(kind, StringComparer.Ordinal))
        {
            yield return Problem.Error("VIEW05", SourceFile.Of(view), $"The querytype of {what} is \"{kind}\"; write 0 public, 1 advanced find, 2 associated, 4 quick find or 64 lookup.");
        }

        var grid = view.Element("layoutxml")?.Element("grid");
        var fetch = view.Element("fetchxml")?.Element("fetch");
        if (grid is null || fetch is null)
        {
            yield return Problem.Error("VIEW08", SourceFile.Of(view), $"{what} needs layoutxml/grid and fetchxml/fetch.");
            yield break;
        }

        if (catalog.TypeCode(table.LogicalName) is { } code && ((string?)view.Element("returnedtypecode") != code || (string?)grid.Attribute("object") != code))
        {
            yield return Problem.Error("VIEW01", SourceFile.Of(grid), $"returnedtypecode and grid/@object of {what} must both be {code}, the ObjectTypeCode of {table.LogicalName}.");
        }

        if ((string?)fetch.Element("entity")?.Attribute("name") != table.LogicalName)
        {
            yield return Problem.Error("VIEW02", SourceFile.Of(fetch), $"The query of {what} must be of the table {table.LogicalName}.");
        }

        foreach (var problem in FetchRules.Check(catalog, fetch, "VIEW02", what).Concat(CheckLayout(catalog, table, grid, fetch, what)))
        {
            yield return problem;
        }

        var quickFields = fetch.Descendants("filter").Where(f => (string?)f.Attribute("isquickfindfields") is "1" or "true").Descendants("condition").ToList();
        if (kind == "4" && quickFields.Count == 0)
        {
            yield return Problem.Error("VIEW06", SourceFile.Of(fetch), $"{what} is a quick find view, so its query needs a filter with isquickfindfields=\"1\".");
        }

        foreach (var condition in quickFields.Where(c => !((string?)c.Attribute("value") ?? "").StartsWith('{')))
        {
            yield return Problem.Error("VIEW06", SourceFile.Of(condition), $"The quick find condition on {(string?)condition.Attribute("attribute")} must have a value like {{0}}.");
        }
    }

    private static IEnumerable<Problem> CheckLayout(Catalog catalog, TableModel table, XElement grid, XElement fetch, string what)
    {
        var fetched = FetchRules.Columns(fetch);
        foreach (var cell in grid.Elements("row").Elements("cell"))
        {
            var name = (string?)cell.Attribute("name") ?? "";
            var isOwn = !name.Contains('.', StringComparison.Ordinal);
            if (isOwn && !catalog.HasColumn(table.LogicalName, name) && fetched?.Contains(name) != true)
            {
                yield return Problem.Error("VIEW02", SourceFile.Of(cell), $"{what} shows the column {name}, which {table.LogicalName} does not have.");
            }
            else if (fetched is not null && !fetched.Contains(name))
            {
                yield return Problem.Error("VIEW03", SourceFile.Of(cell), $"{what} shows the column {name} but does not fetch it; add <attribute name=\"{name}\" /> to its query.");
            }
        }

        var key = catalog.KeyOf(table.LogicalName);
        if (table.IsOwn && (string?)grid.Element("row")?.Attribute("id") != key)
        {
            yield return Problem.Error("VIEW07", SourceFile.Of(grid), $"row/@id of {what} must be the key {key}.");
        }

        if ((string?)grid.Attribute("jump") is { Length: > 0 } jump && !catalog.HasColumn(table.LogicalName, jump))
        {
            yield return Problem.Error("VIEW07", SourceFile.Of(grid), $"grid/@jump of {what} names the column {jump}, which {table.LogicalName} does not have.");
        }
    }
}
