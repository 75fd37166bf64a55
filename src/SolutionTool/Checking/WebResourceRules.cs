using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using SolutionTool.Layout;
using SolutionTool.Model;
using SolutionTool.Packing;
using SolutionTool.Problems;

namespace SolutionTool.Checking;

/// <summary>Layer 6: web resources, their types and their strings.</summary>
public static partial class WebResourceRules
{
    private static readonly Dictionary<string, string[]> Extensions = new(StringComparer.Ordinal)
    {
        ["1"] = ["htm", "html"], ["2"] = ["css"], ["3"] = ["js"], ["4"] = ["xml"], ["5"] = ["png"], ["6"] = ["jpg", "jpeg"], ["7"] = ["gif"],
        ["8"] = ["xap"], ["9"] = ["xsl", "xslt"], ["10"] = ["ico"], ["11"] = ["svg"], ["12"] = ["resx"],
    };

    public static bool Exists(Catalog catalog, string name) => Find(catalog.Package, name) is not null;

    /// <summary>The bytes of a web resource by name; null when there is none.</summary>
    public static byte[]? Content(SolutionPackage package, string name) => package.Part((string?)Find(package, name)?.Element("FileName"));

    public static IEnumerable<Problem> Check(Catalog catalog)
    {
        var all = All(catalog.Package).ToList();
        foreach (var problem in all.SelectMany(w => CheckOne(catalog, w)))
        {
            yield return problem;
        }

        foreach (var twice in all.GroupBy(w => (string?)w.Element("Name") ?? "", StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
        {
            yield return Problem.Error("WEB05", SourceFile.Of(twice.Last()), $"The web resource {twice.Key} is defined twice; delete one.");
        }

        foreach (var problem in CheckStrings(catalog.Package))
        {
            yield return problem;
        }

        foreach (var reference in catalog.Package.Customizations.Descendants().Attributes().Where(a => a.Value.StartsWith("$webresource:", StringComparison.Ordinal)))
        {
            var name = reference.Value["$webresource:".Length..].Split('?')[0];
            if (name.StartsWith(catalog.Solution.Prefix + "_", StringComparison.OrdinalIgnoreCase) && !Exists(catalog, name))
            {
                yield return Problem.Error("WEB06", SourceFile.Of(reference), $"The web resource {name} is used here, but the solution does not have it.");
            }
        }
    }

    private static IEnumerable<Problem> CheckOne(Catalog catalog, XElement resource)
    {
        var where = SourceFile.Of(resource);
        var name = (string?)resource.Element("Name") ?? "";
        var type = (string?)resource.Element("WebResourceType") ?? "";
        if (!name.StartsWith(catalog.Solution.Prefix + "_/", StringComparison.Ordinal) || !LegalName().IsMatch(name))
        {
            yield return Problem.Error("WEB01", where, $"The web resource \"{name}\" must be named {catalog.Solution.Prefix}_/… with ASCII letters, digits and _ - . / only.");
        }

        var extension = name[(name.LastIndexOf('.') + 1)..].ToLowerInvariant();
        if (!Extensions.TryGetValue(type, out var extensions) || !extensions.Contains(extension, StringComparer.Ordinal))
        {
            yield return Problem.Error("WEB02", where, $"WebResourceType of {name} is \"{type}\", which does not go with its extension .{extension}.");
        }

        if (type == "12" && (string?)resource.Element("LanguageCode") is var code && (code is null || !name.EndsWith($".{code}.resx", StringComparison.Ordinal)))
        {
            yield return Problem.Error("WEB04", where, $"The strings {name} need a LanguageCode, and their name must end in .<LanguageCode>.resx.");
        }

        var id = ComponentRules.Id((string?)resource.Element("WebResourceId")).ToUpperInvariant();
        if (catalog.Package.IsTree && (string?)resource.Element("FileName") is { } file && file != $"/WebResources/{NotInPart().Replace(name, "")}{id}")
        {
            yield return Problem.Error("WEB03", where, $"FileName of {name} must be /WebResources/{NotInPart().Replace(name, "")}{id}, as SolutionPackager writes it.");
        }

        if (type == "3" && Content(catalog.Package, name) is { } script && ScriptFunctions.SyntaxFault(script) is { } fault)
        {
            yield return Problem.Error("WEB08", where, $"The script {name} does not parse: {fault}");
        }

        foreach (var library in Libraries((string?)resource.Element("DependencyXml")).Where(l => l.StartsWith(catalog.Solution.Prefix + "_/", StringComparison.Ordinal) && !Exists(catalog, l)))
        {
            yield return Problem.Error("WEB06", where, $"{name} depends on the web resource {library}, which the solution does not have.");
        }
    }

    /// <summary>The same strings in every language: "name.1033.resx" and "name.1065.resx" have the same keys.</summary>
    private static IEnumerable<Problem> CheckStrings(SolutionPackage package)
    {
        var families = All(package).Where(w => (string?)w.Element("WebResourceType") == "12")
            .GroupBy(w => LanguageEnd().Replace((string?)w.Element("Name") ?? "", ""), StringComparer.Ordinal);
        foreach (var family in families)
        {
            var keys = family.Select(w => (Resource: w, Keys: Keys(package, w))).ToList();
            var every = keys.SelectMany(k => k.Keys ?? []).ToHashSet(StringComparer.Ordinal);
            foreach (var (resource, own) in keys)
            {
                if (own is null)
                {
                    yield return Problem.Error("WEB09", SourceFile.Of(resource), $"The strings {(string?)resource.Element("Name")} are not well-formed XML.");
                }
                else if (every.Except(own).Order(StringComparer.Ordinal).FirstOrDefault() is { } missing)
                {
                    yield return Problem.Error("LOC05", SourceFile.Of(resource), $"The strings {(string?)resource.Element("Name")} lack \"{missing}\", which another language has.");
                }
            }

            var languages = family.Select(w => (string?)w.Element("LanguageCode")).ToHashSet(StringComparer.Ordinal);
            foreach (var language in package.Customizations.Elements("Languages").Elements("Language").Select(l => l.Value).Where(l => !languages.Contains(l)))
            {
                yield return Problem.Error("LOC05", SourceFile.Of(family.First()), $"The strings {family.Key} have no file for the language {language}.");
            }
        }
    }

    private static HashSet<string>? Keys(SolutionPackage package, XElement resource)
    {
        if (package.Part((string?)resource.Element("FileName")) is not { } bytes)
        {
            return [];
        }

        try
        {
            return SolutionXml.Parse(new MemoryStream(bytes), "").Elements("data").Attributes("name").Select(a => a.Value).ToHashSet(StringComparer.Ordinal);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static List<string> Libraries(string? dependencyXml)
    {
        if (string.IsNullOrWhiteSpace(dependencyXml))
        {
            return [];
        }

        try
        {
            return XElement.Parse(dependencyXml).Descendants("Library").Attributes("name").Select(a => a.Value).ToList();
        }
        catch (XmlException)
        {
            return [];
        }
    }

    private static XElement? Find(SolutionPackage package, string name) => All(package).FirstOrDefault(w => (string?)w.Element("Name") == name);

    private static IEnumerable<XElement> All(SolutionPackage package) => package.Customizations.Elements("WebResources").Elements("WebResource");

    [GeneratedRegex("^[A-Za-z0-9_./-]+$")]
    private static partial Regex LegalName();

    [GeneratedRegex("[^A-Za-z0-9_-]")]
    private static partial Regex NotInPart();

    [GeneratedRegex(@"\.\d+\.resx$")]
    private static partial Regex LanguageEnd();
}
