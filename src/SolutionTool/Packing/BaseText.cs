using System.Xml.Linq;
using SolutionTool.Problems;

namespace SolutionTool.Packing;

/// <summary>
/// Another language's texts in the place of the base language's. An organisation drops labels of languages that it does not have and
/// shows those of the solution's base language instead, so this is how it gets to read a language for which there is no pack.
/// </summary>
public static class BaseText
{
    private static readonly string[] Names = ["LocalizedName", "localizedName"];

    /// <summary>Every text of the base language becomes that of the other language, which keeps its own too.</summary>
    /// <param name="package">As read from a tree; changed.</param>
    /// <param name="language">LCID, such as 1065.</param>
    /// <exception cref="BadInputException">The solution does not have the language.</exception>
    public static void Take(SolutionPackage package, string language)
    {
        var main = (string?)package.Manifest.Attribute("languagecode") ?? Model.Labels.English;
        if (!package.Customizations.Elements("Languages").Elements("Language").Any(l => l.Value == language))
        {
            throw new BadInputException($"--base-text wants a language that the solution's <Languages> lists, but got \"{language}\".");
        }

        var containers = package.Manifest.Descendants().Concat(package.Customizations.Descendants()).Where(e => e.HasElements);
        foreach (var container in containers)
        {
            if (Text(container, language) is { } wanted && Text(container, main) is { } shown)
            {
                shown.Value = wanted.Value;
            }
        }

        foreach (var name in package.Customizations.Descendants().Attributes().Where(a => Names.Contains(a.Name.LocalName, StringComparer.Ordinal)))
        {
            name.Value = DisplayName(name.Parent!, main) ?? name.Value;
        }
    }

    /// <summary>The attribute that holds a container's text in a language: @description beside @languagecode, or @Title beside @LCID.</summary>
    private static XAttribute? Text(XElement container, string language)
    {
        var text = container.Elements().FirstOrDefault(e => ((string?)e.Attribute("languagecode") ?? (string?)e.Attribute("LCID")) == language);
        return text?.Attribute("description") ?? text?.Attribute("Title");
    }

    /// <summary>Tables and option sets repeat their name in the base language in an attribute; the platform's own tables have no texts here.</summary>
    private static string? DisplayName(XElement named, string main) => named.Name.LocalName switch
    {
        "Name" => named.Parent!.Element("EntityInfo")?.Element("entity")?.Element("LocalizedNames") is { } names ? Text(names, main)?.Value : null,
        "optionset" => named.Element("displaynames") is { } names ? Text(names, main)?.Value : null,
        _ => null,
    };
}
