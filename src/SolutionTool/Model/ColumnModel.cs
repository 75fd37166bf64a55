using System.Xml.Linq;

namespace SolutionTool.Model;

/// <summary>A column of a table, as its attribute element says.</summary>
public sealed class ColumnModel(XElement element)
{
    public XElement Element { get; } = element;

    /// <summary>The name with its capitals, such as smsys_TemplateId.</summary>
    public string SchemaName { get; } = (string?)element.Attribute("PhysicalName") ?? "";

    public string LogicalName { get; } = (string?)element.Element("LogicalName") ?? (string?)element.Element("Name") ?? "";

    /// <summary>nvarchar, ntext, int, lookup, picklist …</summary>
    public string Type { get; } = ((string?)element.Element("Type") ?? "").ToLowerInvariant();

    public bool IsCustom { get; } = (string?)element.Element("IsCustomField") == "1";

    public bool IsSecured { get; } = (string?)element.Element("IsSecured") == "1";

    public bool IsPrimaryName { get; } = ((string?)element.Element("DisplayMask") ?? "").Split('|').Contains("PrimaryName", StringComparer.Ordinal);

    public int? MaxLength { get; } = (int?)element.Element("MaxLength");

    /// <summary>The global option set it uses, or null.</summary>
    public string? GlobalOptionSet { get; } = (string?)element.Element("OptionSetName");

    /// <summary>Its own option set, or null.</summary>
    public OptionSetModel? OptionSet { get; } = element.Element("optionset") is { } own ? new OptionSetModel(own) : null;

    public string English { get; } = Labels.In(element.Element("displaynames"), Labels.English) ?? "";

    public string Persian { get; } = Labels.In(element.Element("displaynames"), Labels.Persian) ?? "";
}
