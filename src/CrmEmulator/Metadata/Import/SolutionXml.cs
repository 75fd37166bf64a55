using System.Xml.Linq;
using CrmEmulator.Faults;

namespace CrmEmulator.Metadata.Import;

/// <summary>Reads the small forms that repeat in customizations.xml.</summary>
internal static class SolutionXml
{
    public static string Text(XElement parent, string name) => parent.Element(name)?.Value.Trim() ?? string.Empty;

    public static string? TextOrNull(XElement parent, string name) => Text(parent, name) is { Length: > 0 } text ? text : null;

    public static bool Flag(XElement parent, string name, bool missing = false) => Text(parent, name) switch
    {
        "1" or "true" or "True" => true,
        "" => missing,
        _ => false,
    };

    public static int Number(XElement parent, string name, int missing = 0) => int.TryParse(Text(parent, name), out var number) ? number : missing;

    public static double? Real(XElement parent, string name) =>
        double.TryParse(Text(parent, name), System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    public static Guid Id(string? text, string component) =>
        Guid.TryParse(text, out var id) ? id : throw Fault.Of(FaultCodes.ImportFailed, $"The solution file is invalid: {component} has the id '{text}', which is not a unique identifier.");

    /// <summary>Labels from children with description and languagecode.</summary>
    public static Labels LabelsOf(XElement? parent) => parent is null
        ? Labels.None
        : new Labels(parent.Elements()
            .Where(label => label.Attribute("languagecode") is not null)
            .Select(label => new KeyValuePair<int, string>((int)label.Attribute("languagecode")!, (string?)label.Attribute("description") ?? string.Empty)));

    public static IReadOnlyList<string> List(string? text) =>
        string.IsNullOrWhiteSpace(text) ? [] : [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    public static string Inner(XElement? parent) => parent?.Elements().FirstOrDefault()?.ToString(SaveOptions.DisableFormatting) ?? parent?.Value ?? string.Empty;
}
