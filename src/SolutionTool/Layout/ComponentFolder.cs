namespace SolutionTool.Layout;

/// <summary>A folder of the tree in which each file is one element of a section of customizations.xml.</summary>
/// <param name="Folder">Folder below the tree's root.</param>
/// <param name="Section">Section of customizations.xml.</param>
/// <param name="Element">Name of the root element of each file.</param>
/// <param name="Suffix">How the files' names end.</param>
/// <param name="Deep">Whether files may lie in folders below.</param>
/// <param name="ContentElement">For companions of a content file: the element that names the part in the zip; null for files without content.</param>
public sealed record ComponentFolder(string Folder, string Section, string Element, string Suffix, bool Deep, string? ContentElement)
{
    public const string CompanionSuffix = ".data.xml";

    public static readonly IReadOnlyList<ComponentFolder> Plain =
    [
        new("OptionSets", "optionsets", "optionset", ".xml", false, null),
        new("Roles", "Roles", "Role", ".xml", false, null),
        new("Dashboards", "Dashboards", "Dashboard", ".xml", false, null),
        new("InteractionCentricDashboards", "InteractionCentricDashboards", "InteractionCentricDashboard", ".xml", false, null),
        new("SdkMessageProcessingSteps", "SdkMessageProcessingSteps", "SdkMessageProcessingStep", ".xml", false, null),
        new("AppModuleSiteMaps", "AppModuleSiteMaps", "AppModuleSiteMap", "/AppModuleSiteMap.xml", true, null),
        new("AppModules", "AppModules", "AppModule", "/AppModule.xml", true, null),
    ];

    public static readonly IReadOnlyList<ComponentFolder> WithContent =
    [
        new("WebResources", "WebResources", "WebResource", CompanionSuffix, true, "FileName"),
        new("PluginAssemblies", "SolutionPluginAssemblies", "PluginAssembly", CompanionSuffix, true, "FileName"),
        new("Workflows", "Workflows", "Workflow", CompanionSuffix, false, "XamlFileName"),
        new("Reports", "Reports", "Report", CompanionSuffix, true, "FileName"),
    ];

    /// <summary>Files of the folder "Other" that are a whole section, by file name without ".xml".</summary>
    public static readonly IReadOnlyList<(string File, string Section)> WholeSections =
    [
        ("EntityMaps", "EntityMaps"),
        ("SiteMap", "SiteMap"),
        ("RibbonCustomization", "RibbonDiffXml"),
        ("FieldSecurityProfiles", "FieldSecurityProfiles"),
        ("ConnectionRoles", "ConnectionRoles"),
    ];
}
