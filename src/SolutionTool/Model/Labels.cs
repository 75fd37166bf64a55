using System.Xml.Linq;

namespace SolutionTool.Model;

/// <summary>Texts per language, as solutions hold them: elements with @description and @languagecode.</summary>
public static class Labels
{
    public const string English = "1033";
    public const string Persian = "1065";

    /// <summary>The text in a language, or null.</summary>
    public static string? In(XElement? container, string language) =>
        (string?)container?.Elements().FirstOrDefault(e => (string?)e.Attribute("languagecode") == language)?.Attribute("description");
}
