using System.Xml.Linq;
using SolutionTool.Layout;
using SolutionTool.Model;
using SolutionTool.Problems;

namespace SolutionTool.Checking;

/// <summary>Layer 6: apps, site maps and workflows name things that exist.</summary>
public static class AppRules
{
    public static IEnumerable<Problem> Check(Catalog catalog)
    {
        var root = catalog.Package.Customizations;
        foreach (var area in root.Descendants("SubArea").Where(s => s.Attribute("Entity") is not null && !catalog.HasTable(s.Attribute("Entity")!.Value.ToLowerInvariant())))
        {
            yield return Problem.Error("APP01", SourceFile.Of(area), $"The site map shows the table \"{(string?)area.Attribute("Entity")}\", which neither the solution nor the platform has.");
        }

        foreach (var map in root.Elements("AppModuleSiteMaps").Elements("AppModuleSiteMap"))
        {
            foreach (var twice in map.Descendants().Where(e => e.Name.LocalName is "Area" or "Group" or "SubArea").GroupBy(e => (string?)e.Attribute("Id"), StringComparer.Ordinal).Where(g => g.Count() > 1))
            {
                yield return Problem.Error("APP03", SourceFile.Of(twice.Last()), $"The site map uses the id \"{twice.Key}\" twice; give each entry its own.");
            }
        }

        foreach (var component in root.Elements("AppModules").Elements("AppModule").Elements("AppModuleComponents").Elements("AppModuleComponent"))
        {
            if (Missing(catalog, component) is { } what)
            {
                yield return Problem.Error("APP02", SourceFile.Of(component), $"The app lists {what}, which does not exist.");
            }
        }

        foreach (var app in root.Elements("AppModules").Elements("AppModule"))
        {
            var roles = root.Elements("Roles").Elements("Role").Select(r => ComponentRules.Id((string?)r.Attribute("id"))).ToHashSet(StringComparer.Ordinal);
            foreach (var role in app.Elements("AppModuleRoleMaps").Elements("Role").Where(r => !roles.Contains(ComponentRules.Id((string?)r.Attribute("id")))))
            {
                yield return Problem.Error("APP02", SourceFile.Of(role), $"The app is shown to the role {(string?)role.Attribute("id")}, which the solution does not have.");
            }
        }

        foreach (var workflow in root.Elements("Workflows").Elements("Workflow").Where(w => w.Element("PrimaryEntity") is { } e && e.Value != "none" && !catalog.HasTable(e.Value.ToLowerInvariant())))
        {
            yield return Problem.Error("WF01", SourceFile.Of(workflow), $"The workflow {(string?)workflow.Attribute("Name")} stands on the table \"{workflow.Element("PrimaryEntity")!.Value}\", which neither the solution nor the platform has.");
        }
    }

    private static string? Missing(Catalog catalog, XElement component)
    {
        var root = catalog.Package.Customizations;
        var name = ((string?)component.Attribute("schemaName") ?? "").ToLowerInvariant();
        var id = ComponentRules.Id((string?)component.Attribute("id"));
        return (string?)component.Attribute("type") switch
        {
            "1" when !catalog.HasTable(name) => $"the table \"{name}\"",
            "60" when !root.Descendants().Any(e => e.Name.LocalName is "FormId" or "formid" && ComponentRules.Id(e.Value) == id) => $"the form or dashboard {id}",
            "62" when !root.Descendants("SiteMapUniqueName").Any(e => string.Equals(e.Value, name, StringComparison.OrdinalIgnoreCase)) => $"the site map \"{name}\"",
            _ => null,
        };
    }
}
