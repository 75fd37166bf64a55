using System.Xml.Linq;

namespace SolutionTool.Layout;

/// <summary>The sections of customizations.xml in the order in which the importer's schema wants them.</summary>
public static class Sections
{
    private static readonly string[] Order =
    [
        "Entities", "Roles", "Workflows", "FieldSecurityProfiles", "Templates", "RibbonDiffXml", "IsvConfig",
        "RelationshipRoles", "ConnectionRoles", "SiteMap", "EntityMaps", "EntityRelationships", "OrganizationSettings",
        "optionsets", "Reports", "RoutingRules", "ChannelPropertyGroups", "ConvertRules", "MobileOfflineProfiles", "Slas",
        "ChannelAccessProfiles", "ChannelAccessProfileRules", "Dashboards", "InteractionCentricDashboards", "Dialogs",
        "WebResources", "CustomControls", "SolutionPluginAssemblies", "SdkMessageProcessingSteps", "ServiceEndpoints",
        "AppModuleSiteMaps", "AppModules", "EntityDataProviders", "EntityDataSources", "Languages",
        "GlobalSearchConfigurations", "StoredProcedures",
    ];

    /// <summary>The section of that name; where the skeleton lacks it, a new one at its place.</summary>
    public static XElement Ensure(XElement root, string name)
    {
        if (root.Element(name) is { } present)
        {
            return present;
        }

        var section = new XElement(name);
        var place = Array.IndexOf(Order, name);
        var follower = root.Elements().FirstOrDefault(e => Array.IndexOf(Order, e.Name.LocalName) > place);
        if (follower is null)
        {
            root.Add(section);
        }
        else
        {
            follower.AddBeforeSelf(section);
        }

        return section;
    }

    /// <summary>Puts an element in the place of the section that has its name.</summary>
    public static void Replace(XElement root, XElement section)
    {
        Ensure(root, section.Name.LocalName).ReplaceWith(section);
    }

    /// <summary>Names that stand in the wrong order or are unknown.</summary>
    public static IEnumerable<XElement> Misplaced(XElement root)
    {
        var highest = -1;
        foreach (var section in root.Elements())
        {
            var place = Array.IndexOf(Order, section.Name.LocalName);
            if (place < highest || place < 0)
            {
                yield return section;
            }

            highest = Math.Max(highest, place);
        }
    }
}
