using System.Xml.Linq;
using SolutionTool.Layout;
using SolutionTool.Model;
using SolutionTool.Problems;

namespace SolutionTool.Checking;

/// <summary>Layer 9: every text stands in every language of the solution, none is empty or too long.</summary>
public static class LabelRules
{
    private const int Longest = 500;
    private static readonly string[] Containers = ["LocalizedNames", "LocalizedCollectionNames", "displaynames", "labels", "Titles", "Descriptions"];

    public static IEnumerable<Problem> Check(Catalog catalog)
    {
        var root = catalog.Package.Customizations;
        var languages = root.Elements("Languages").Elements("Language").Select(l => l.Value).ToList();
        var main = (string?)catalog.Package.Manifest.Attribute("languagecode") ?? Labels.English;
        var containers = root.DescendantsAndSelf().Concat(catalog.Package.Manifest.Descendants()).Where(e => Containers.Contains(e.Name.LocalName, StringComparer.Ordinal));
        foreach (var container in containers)
        {
            foreach (var problem in CheckContainer(container, languages, main))
            {
                yield return problem;
            }
        }

        foreach (var problem in CheckPresence(catalog))
        {
            yield return problem;
        }
    }

    private static IEnumerable<Problem> CheckContainer(XElement container, List<string> languages, string main)
    {
        var texts = container.Elements().Select(e => (Element: e, Language: Language(e), Text: (string?)e.Attribute("description") ?? (string?)e.Attribute("Title") ?? ""))
            .Where(t => t.Language is not null).ToList();
        if (texts.Count == 0)
        {
            yield break;
        }

        var what = Describe(container);
        var mayBeEmpty = container.Name.LocalName == "Descriptions";
        foreach (var language in languages)
        {
            var text = texts.FirstOrDefault(t => t.Language == language);
            if (text.Element is null || (text.Text.Trim().Length == 0 && !mayBeEmpty))
            {
                var code = language == main ? "LOC02" : "LOC01";
                yield return Problem.Error(code, SourceFile.Of(text.Element ?? container), $"{what} has no text in the language {language}; add it.");
            }
        }

        foreach (var (element, language, text) in texts)
        {
            if (text.Length > Longest && !mayBeEmpty)
            {
                yield return Problem.Error("LOC03", SourceFile.Of(element), $"{what} is {text.Length} characters long in the language {language}; at most {Longest} are allowed.");
            }

            if (!languages.Contains(language!, StringComparer.Ordinal))
            {
                yield return Problem.Error("LOC04", SourceFile.Of(element), $"{what} has a text in the language {language}, which <Languages> does not list.");
            }
        }

        foreach (var twice in texts.GroupBy(t => t.Language, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            yield return Problem.Error("LOC06", SourceFile.Of(twice.Last().Element), $"{what} has two texts in the language {twice.Key}; delete one.");
        }
    }

    private static IEnumerable<Problem> CheckPresence(Catalog catalog)
    {
        foreach (var table in catalog.OwnTables)
        {
            foreach (var name in new[] { "LocalizedNames", "LocalizedCollectionNames" }.Where(n => table.Definition.Element(n) is not { HasElements: true }))
            {
                yield return Problem.Error("LOC02", SourceFile.Of(table.Definition), $"The table {table.LogicalName} has no {name}.");
            }

            foreach (var column in table.Columns.Where(c => c.IsCustom && c.Element.Element("displaynames") is not { HasElements: true }))
            {
                yield return Problem.Error("LOC02", SourceFile.Of(column.Element), $"The column {table.LogicalName}.{column.LogicalName} has no displaynames.");
            }
        }

        var options = catalog.Package.Customizations.Descendants().Where(e => e.Name.LocalName is "option" or "state" or "status" && e.Attribute("value") is not null);
        foreach (var option in options.Where(o => o.Element("labels") is not { HasElements: true }))
        {
            yield return Problem.Error("LOC02", SourceFile.Of(option), $"The option {(string?)option.Attribute("value")} has no labels.");
        }
    }

    private static string? Language(XElement text) => (string?)text.Attribute("languagecode") ?? (string?)text.Attribute("LCID");

    private static string Describe(XElement container)
    {
        var owner = container.Parent!;
        var name = (string?)owner.Attribute("PhysicalName") ?? (string?)owner.Attribute("Name") ?? (string?)owner.Attribute("name") ?? (string?)owner.Attribute("Id")
            ?? (string?)owner.Attribute("value") ?? (string?)owner.Attribute("id") ?? (string?)owner.Element("UniqueName");
        return $"The {container.Name.LocalName} of {owner.Name.LocalName}{(name is null ? "" : " " + name)}";
    }
}
