using System.Xml.Linq;

namespace CrmEmulator.Metadata.Import;

/// <summary>Reads what pages are drawn from: web resources, views, forms, charts, ribbons, site maps, app modules.</summary>
internal static class PageReader
{
    public static SolutionContent Read(SolutionPackage package, SolutionContent content)
    {
        foreach (var element in package.Customizations.Element("WebResources")?.Elements("WebResource") ?? [])
        {
            var resource = WebResource(element, package);
            content = content with { WebResources = content.WebResources.SetItem(resource.Name, resource) };
        }

        foreach (var entity in package.Customizations.Element("Entities")?.Elements("Entity") ?? [])
        {
            content = OfTable(entity, content);
        }

        foreach (var dashboard in package.Customizations.Element("Dashboards")?.Elements("Dashboard") ?? [])
        {
            var id = SolutionXml.Id(SolutionXml.Text(dashboard, "FormId"), "a dashboard");
            content = content with { Forms = content.Forms.SetItem(id, new FormDefinition(id, string.Empty, SolutionXml.LabelsOf(dashboard.Element("LocalizedNames")), "dashboard", SolutionXml.Inner(dashboard.Element("FormXml")))) };
        }

        if (package.Customizations.Element("RibbonDiffXml") is { HasElements: true } ribbon)
        {
            content = content with { Ribbons = content.Ribbons.SetItem(string.Empty, ribbon.ToString(SaveOptions.DisableFormatting)) };
        }

        return content with
        {
            AppModules = Kept(content.AppModules, package, "AppModules", "AppModule", "UniqueName"),
            SiteMaps = Kept(content.SiteMaps, package, "AppModuleSiteMaps", "AppModuleSiteMap", "SiteMapUniqueName"),
        };
    }

    private static System.Collections.Immutable.ImmutableSortedDictionary<string, string> Kept(System.Collections.Immutable.ImmutableSortedDictionary<string, string> known, SolutionPackage package, string section, string element, string name) =>
        known.SetItems((package.Customizations.Element(section)?.Elements(element) ?? [])
            .Select(one => new KeyValuePair<string, string>(SolutionXml.Text(one, name), one.ToString(SaveOptions.DisableFormatting))));

    private static SolutionContent OfTable(XElement entity, SolutionContent content)
    {
        var table = ((string?)entity.Element("EntityInfo")?.Element("entity")?.Attribute("Name") ?? SolutionXml.Text(entity, "Name")).ToLowerInvariant();
        foreach (var view in entity.Element("SavedQueries")?.Descendants("savedquery") ?? [])
        {
            var id = SolutionXml.Id(SolutionXml.Text(view, "savedqueryid"), $"a view of {table}");
            content = content with
            {
                Views = content.Views.SetItem(id, new ViewDefinition(id, table, SolutionXml.LabelsOf(view.Element("LocalizedNames")), SolutionXml.Number(view, "querytype"), SolutionXml.Flag(view, "isdefault"), SolutionXml.Inner(view.Element("fetchxml")), SolutionXml.Inner(view.Element("layoutxml")))),
            };
        }

        foreach (var forms in entity.Element("FormXml")?.Elements("forms") ?? [])
        {
            foreach (var form in forms.Elements("systemform"))
            {
                var id = SolutionXml.Id(SolutionXml.Text(form, "formid"), $"a form of {table}");
                content = content with
                {
                    Forms = content.Forms.SetItem(id, new FormDefinition(id, table, SolutionXml.LabelsOf(form.Element("LocalizedNames")), (string?)forms.Attribute("type") ?? "main", form.Element("form")?.ToString(SaveOptions.DisableFormatting) ?? string.Empty)),
                };
            }
        }

        foreach (var chart in entity.Element("Visualizations")?.Elements("visualization") ?? [])
        {
            var id = SolutionXml.Id(SolutionXml.Text(chart, "savedqueryvisualizationid"), $"a chart of {table}");
            content = content with
            {
                Charts = content.Charts.SetItem(id, new ChartDefinition(id, table, SolutionXml.LabelsOf(chart.Element("LocalizedNames")), SolutionXml.Inner(chart.Element("datadescription")), SolutionXml.Inner(chart.Element("presentationdescription")))),
            };
        }

        return entity.Element("RibbonDiffXml") is { HasElements: true } ribbon
            ? content with { Ribbons = content.Ribbons.SetItem(table, ribbon.ToString(SaveOptions.DisableFormatting)) }
            : content;
    }

    private static WebResourceDefinition WebResource(XElement element, SolutionPackage package)
    {
        var name = SolutionXml.Text(element, "Name");
        var language = SolutionXml.Number(element, "LanguageCode");
        return new WebResourceDefinition(
            SolutionXml.Id(SolutionXml.Text(element, "WebResourceId"), name),
            name,
            SolutionXml.Text(element, "DisplayName"),
            SolutionXml.Number(element, "WebResourceType"),
            language == 0 ? null : language,
            package.File(SolutionXml.Text(element, "FileName"), name));
    }
}
