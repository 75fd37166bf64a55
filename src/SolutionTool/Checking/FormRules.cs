using System.Xml.Linq;
using SolutionTool.Layout;
using SolutionTool.Model;
using SolutionTool.Problems;

namespace SolutionTool.Checking;

/// <summary>Layer 6: forms, and the lists and charts that stand on forms and dashboards.</summary>
public static class FormRules
{
    public static IEnumerable<Problem> Check(Catalog catalog, ScriptFunctions scripts)
    {
        foreach (var table in catalog.Solution.Tables)
        {
            foreach (var form in table.Element.Elements("FormXml").Elements("forms").Elements("systemform"))
            {
                var name = Labels.In(form.Element("LocalizedNames"), Labels.English) ?? "";
                var what = $"the form \"{name}\" of {table.LogicalName}";
                foreach (var problem in CheckFields(catalog, table, form, what).Concat(CheckIds(form, what)).Concat(CheckScripts(catalog, scripts, form, what)).Concat(CheckGrids(catalog, form, what, "FRM05")))
                {
                    yield return problem;
                }
            }
        }
    }

    /// <summary>Tables, views, charts and relationships that lists on a form or dashboard name.</summary>
    public static IEnumerable<Problem> CheckGrids(Catalog catalog, XElement form, string what, string code)
    {
        foreach (var control in form.Descendants("control").Where(c => ComponentRules.Id((string?)c.Attribute("classid")) == ControlClasses.Grid && c.Element("parameters") is not null))
        {
            var parameters = control.Element("parameters")!;
            var target = (string?)parameters.Element("TargetEntityType") ?? "";
            var id = (string?)control.Attribute("id");
            if (!catalog.HasTable(target))
            {
                yield return Problem.Error(code, SourceFile.Of(parameters), $"The list {id} on {what} shows the table \"{target}\", which neither the solution nor the platform has.");
                continue;
            }

            if (catalog.Solution.ByName.TryGetValue(target, out var table) && table.IsOwn)
            {
                if ((string?)parameters.Element("ViewId") is { Length: > 0 } view && !Has(table, "savedqueryid", view))
                {
                    yield return Problem.Error(code, SourceFile.Of(parameters), $"The list {id} on {what} uses the view {view}, which {target} does not have.");
                }

                if ((string?)parameters.Element("VisualizationId") is { Length: > 0 } chart && !Has(table, "savedqueryvisualizationid", chart))
                {
                    yield return Problem.Error(code, SourceFile.Of(parameters), $"The list {id} on {what} uses the chart {chart}, which {target} does not have.");
                }
            }

            if ((string?)parameters.Element("RelationshipName") is { Length: > 0 } relationship
                && relationship.StartsWith(catalog.Solution.Prefix + "_", StringComparison.OrdinalIgnoreCase)
                && !catalog.Solution.Relationships.Any(r => r.Name == relationship))
            {
                yield return Problem.Error(code, SourceFile.Of(parameters), $"The list {id} on {what} uses the relationship {relationship}, which the solution does not have.");
            }
        }
    }

    private static bool Has(TableModel table, string element, string id) => table.Element.Descendants(element).Any(e => ComponentRules.Id(e.Value) == ComponentRules.Id(id));

    private static IEnumerable<Problem> CheckFields(Catalog catalog, TableModel table, XElement form, string what)
    {
        foreach (var control in form.Descendants("control").Where(c => c.Attribute("datafieldname") is not null))
        {
            var field = control.Attribute("datafieldname")!.Value;
            if (!catalog.HasColumn(table.LogicalName, field))
            {
                yield return Problem.Error("FRM01", SourceFile.Of(control), $"{what} shows the column {field}, which {table.LogicalName} does not have.");
                continue;
            }

            if (table.ByName.TryGetValue(field, out var column) && (string?)control.Attribute("classid") is { } classId && !ControlClasses.Fits(column.Type, classId))
            {
                yield return Problem.Warning("FRM02", SourceFile.Of(control), $"{what} shows {field} ({column.Type}) with the control class {classId}, which is made for another type.");
            }
        }

        foreach (var twice in form.Descendants("control").Select(c => (string?)c.Attribute("id")).GroupBy(i => i, StringComparer.OrdinalIgnoreCase).Where(g => g.Key is not null && g.Count() > 1))
        {
            yield return Problem.Error("FRM03", SourceFile.Of(form), $"{what} has two controls with the id {twice.Key}; give each its own (the second one usually a number at the end).");
        }
    }

    private static IEnumerable<Problem> CheckIds(XElement form, string what)
    {
        var ids = form.Descendants().Where(e => e.Name.LocalName is "tab" or "section" or "cell").Attributes("id");
        foreach (var twice in ids.GroupBy(i => ComponentRules.Id(i.Value), StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            yield return Problem.Error("FRM03", SourceFile.Of(twice.Last()), $"{what} uses the id {{{twice.Key}}} twice; give each tab, section and cell its own.");
        }
    }

    private static IEnumerable<Problem> CheckScripts(Catalog catalog, ScriptFunctions scripts, XElement form, string what)
    {
        var libraries = form.Descendants("Library").Select(l => (Element: l, Name: (string?)l.Attribute("name") ?? "")).ToList();
        foreach (var (element, name) in libraries.Where(l => !WebResourceRules.Exists(catalog, l.Name)))
        {
            yield return Problem.Error("WEB06", SourceFile.Of(element), $"{what} loads the web resource {name}, which the solution does not have.");
        }

        foreach (var handler in form.Descendants("Handler"))
        {
            var library = (string?)handler.Attribute("libraryName") ?? "";
            var function = (string?)handler.Attribute("functionName") ?? "";
            if (libraries.All(l => l.Name != library))
            {
                yield return Problem.Error("FRM04", SourceFile.Of(handler), $"{what} calls {function} in {library}, but does not load that library; add it to formLibraries.");
            }
            else if (scripts.Missing([.. libraries.Select(l => l.Name)], function) is { } sentence)
            {
                yield return Problem.Error("FRM04", SourceFile.Of(handler), $"{what} calls {function}: {sentence}");
            }
        }
    }
}
