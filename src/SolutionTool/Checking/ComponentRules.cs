using System.Xml.Linq;
using SolutionTool.Layout;
using SolutionTool.Model;
using SolutionTool.Packing;
using SolutionTool.Problems;

namespace SolutionTool.Checking;

/// <summary>Layer 3: RootComponents and components name each other, and no id is used twice.</summary>
public static class ComponentRules
{
    private sealed record Component(string Type, string Key, XElement Element, string Called);

    public static IEnumerable<Problem> Check(Catalog catalog)
    {
        var package = catalog.Package;
        var components = Components(package.Customizations).ToList();
        var roots = package.SolutionManifest.Elements("RootComponents").Elements("RootComponent").ToList();
        var rootKeys = roots.SelectMany(Keys).ToHashSet(StringComparer.Ordinal);
        foreach (var component in components.Where(c => !rootKeys.Contains(c.Type + " " + c.Key)))
        {
            yield return Problem.Error("ROOT01", SourceFile.Of(component.Element), $"The {component.Called} is not among the RootComponents of solution.xml, so the importer leaves it out; add a RootComponent of type {component.Type}.");
        }

        var present = components.Select(c => c.Type + " " + c.Key)
            .Concat(package.Customizations.Descendants("systemform").Select(f => "60 " + Id((string?)f.Element("formid")))).ToHashSet(StringComparer.Ordinal);
        var judged = components.Select(c => c.Type).Concat(["1", "9", "20", "29", "31", "60", "61", "62", "70", "80", "91", "92"]).ToHashSet(StringComparer.Ordinal);
        foreach (var root in roots.Where(r => judged.Contains((string?)r.Attribute("type") ?? "") && !Keys(r).Any(present.Contains)))
        {
            yield return Problem.Error("ROOT02", SourceFile.Of(root), $"The RootComponent of type {(string?)root.Attribute("type")} \"{(string?)root.Attribute("schemaName") ?? (string?)root.Attribute("id")}\" has no component in the solution; delete it, or add what it names.");
        }

        foreach (var twice in roots.GroupBy(r => r.ToString(SaveOptions.DisableFormatting), StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            yield return Problem.Error("ROOT03", SourceFile.Of(twice.Last()), "This RootComponent is listed twice; delete one.");
        }

        foreach (var problem in CheckIds(package))
        {
            yield return problem;
        }
    }

    private static IEnumerable<Component> Components(XElement root)
    {
        Component Named(string type, XElement element, string? name, string kind) => new(type, (name ?? "").ToLowerInvariant(), element, $"{kind} {name}");
        Component WithId(string type, XElement element, string? id, string kind, string? name) => new(type, Id(id), element, $"{kind} {name ?? id}");
        IEnumerable<XElement> All(string section, string element) => root.Elements(section).Elements(element);

        return All("Entities", "Entity").Select(e => Named("1", e, (string?)e.Element("Name"), "table"))
            .Concat(All("optionsets", "optionset").Select(e => Named("9", e, (string?)e.Attribute("Name"), "option set")))
            .Concat(All("Roles", "Role").Select(e => WithId("20", e, (string?)e.Attribute("id"), "role", (string?)e.Attribute("name"))))
            .Concat(All("Workflows", "Workflow").Select(e => WithId("29", e, (string?)e.Attribute("WorkflowId"), "workflow", (string?)e.Attribute("Name"))))
            .Concat(All("Dashboards", "Dashboard").Select(e => WithId("60", e, (string?)e.Element("FormId"), "dashboard", null)))
            .Concat(All("WebResources", "WebResource").Select(e => Named("61", e, (string?)e.Element("Name"), "web resource")))
            .Concat(All("AppModuleSiteMaps", "AppModuleSiteMap").Select(e => Named("62", e, (string?)e.Element("SiteMapUniqueName"), "site map")))
            .Concat(All("FieldSecurityProfiles", "FieldSecurityProfile").Select(e => WithId("70", e, (string?)e.Attribute("fieldsecurityprofileid"), "field security profile", (string?)e.Attribute("name"))))
            .Concat(All("AppModules", "AppModule").Select(e => Named("80", e, (string?)e.Element("UniqueName"), "app")))
            .Concat(All("SolutionPluginAssemblies", "PluginAssembly").Select(e => Named("91", e, (string?)e.Attribute("FullName"), "assembly")))
            .Concat(All("SdkMessageProcessingSteps", "SdkMessageProcessingStep").Select(e => WithId("92", e, (string?)e.Attribute("SdkMessageProcessingStepId"), "step", (string?)e.Attribute("Name"))));
    }

    private static IEnumerable<string> Keys(XElement root)
    {
        var type = (string?)root.Attribute("type");
        if ((string?)root.Attribute("schemaName") is { } name)
        {
            yield return type + " " + name.ToLowerInvariant();
        }
        else if ((string?)root.Attribute("id") is { } id)
        {
            yield return type + " " + Id(id);
        }
    }

    private static IEnumerable<Problem> CheckIds(SolutionPackage package)
    {
        var seen = new Dictionary<string, XObject>(StringComparer.Ordinal);
        foreach (var (node, id) in Ids(package.Customizations).Where(i => i.Id.Length > 0))
        {
            if (!Guid.TryParse(id, out _))
            {
                yield return Problem.Error("ROOT12", SourceFile.Of(node), $"\"{id}\" is not a GUID.");
            }
            else if (!seen.TryAdd(id, node))
            {
                yield return Problem.Error("ROOT03", SourceFile.Of(node), $"The id {{{id}}} is also used at {SourceFile.Of(seen[id])}; give each component its own.");
            }
        }
    }

    private static IEnumerable<(XObject Node, string Id)> Ids(XElement root)
    {
        string[] elements = ["formid", "savedqueryid", "savedqueryvisualizationid", "FormId", "WebResourceId", "SdkMessageProcessingStepImageId"];
        (string Element, string Attribute)[] attributes =
        [
            ("Role", "id"), ("FieldSecurityProfile", "fieldsecurityprofileid"), ("PluginAssembly", "PluginAssemblyId"), ("PluginType", "PluginTypeId"),
            ("SdkMessageProcessingStep", "SdkMessageProcessingStepId"), ("Workflow", "WorkflowId"),
        ];
        var fromElements = root.Descendants().Where(e => elements.Contains(e.Name.LocalName, StringComparer.Ordinal) && e.Parent!.Name != "AppModule")
            .Select(e => ((XObject)e, Id(e.Value)));
        var fromAttributes = attributes.SelectMany(a => root.Descendants(a.Element).Where(e => e.Parent!.Name != "AppModuleRoleMaps").Attributes(a.Attribute))
            .Select(a => ((XObject)a, Id(a.Value)));
        return fromElements.Concat(fromAttributes);
    }

    internal static string Id(string? id) => (id ?? "").Trim('{', '}').ToLowerInvariant();
}
