using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using SolutionTool.Layout;
using SolutionTool.Model;
using SolutionTool.Packing;
using SolutionTool.Problems;

namespace SolutionTool.Checking;

/// <summary>Layer 3: solution.xml itself: version, publisher, prefix, languages, order of sections.</summary>
public static partial class ManifestRules
{
    public static IEnumerable<Problem> Check(Catalog catalog)
    {
        var package = catalog.Package;
        var manifest = package.SolutionManifest;
        var version = (string?)manifest.Element("Version") ?? "";
        if (!FourNumbers().IsMatch(version))
        {
            yield return Problem.Error("ROOT04", SourceFile.Of(manifest), $"The version \"{version}\" must be four numbers like 1.0.0.0.");
        }

        if ((string?)package.Manifest.Attribute("SolutionPackageVersion") is { } packageVersion && packageVersion != "9.0")
        {
            yield return Problem.Error("ROOT09", SourceFile.Of(package.Manifest), $"SolutionPackageVersion is {packageVersion}; write 9.0, because older servers refuse newer packages.");
        }

        if (!Identifier().IsMatch((string?)manifest.Element("UniqueName") ?? ""))
        {
            yield return Problem.Error("ROOT11", SourceFile.Of(manifest), "The solution's UniqueName must be letters, digits and underscores, starting with a letter.");
        }

        foreach (var section in Sections.Misplaced(package.Customizations))
        {
            yield return Problem.Error("ROOT10", SourceFile.Of(section), $"The section <{section.Name.LocalName}> is unknown or stands in the wrong place; the importer wants the sections in the order of its schema.");
        }

        foreach (var problem in CheckPublisher(manifest).Concat(CheckLanguages(package)).Concat(CheckNames(catalog)))
        {
            yield return problem;
        }
    }

    private static IEnumerable<Problem> CheckPublisher(XElement manifest)
    {
        if (manifest.Element("Publisher") is not { } publisher)
        {
            yield return Problem.Error("ROOT08", SourceFile.Of(manifest), "The manifest has no <Publisher>; add one.");
            yield break;
        }

        var prefix = (string?)publisher.Element("CustomizationPrefix") ?? "";
        if (!Prefix().IsMatch(prefix) || prefix.StartsWith("mscrm", StringComparison.OrdinalIgnoreCase))
        {
            yield return Problem.Error("ROOT08", SourceFile.Of(publisher), $"The prefix \"{prefix}\" must be 2 to 8 letters and digits, start with a letter and not with mscrm.");
        }

        if (!int.TryParse((string?)publisher.Element("CustomizationOptionValuePrefix"), NumberStyles.None, CultureInfo.InvariantCulture, out var option) || option is < 10000 or > 99999)
        {
            yield return Problem.Error("ROOT08", SourceFile.Of(publisher), "CustomizationOptionValuePrefix must be a number from 10000 to 99999.");
        }

        if (publisher.Elements("Addresses").Elements("Address").Count() != 2)
        {
            yield return Problem.Error("ROOT08", SourceFile.Of(publisher), "The publisher must have exactly two <Address> blocks, as the server writes them.");
        }
    }

    private static IEnumerable<Problem> CheckLanguages(SolutionPackage package)
    {
        var languages = package.Customizations.Elements("Languages").Elements("Language").Select(l => l.Value).ToList();
        var main = (string?)package.Manifest.Attribute("languagecode");
        if (main is null || !languages.Contains(main, StringComparer.Ordinal))
        {
            yield return Problem.Error("ROOT06", SourceFile.Of(package.Customizations), $"The base language {main ?? "(none)"} of solution.xml is not among <Languages>; add it.");
        }
    }

    private static IEnumerable<Problem> CheckNames(Catalog catalog)
    {
        var prefix = catalog.Solution.Prefix + "_";
        var named = catalog.OwnTables.Select(t => (t.Element, t.LogicalName, "table"))
            .Concat(catalog.Solution.Tables.SelectMany(t => t.Columns.Where(c => c.IsCustom)).Select(c => (c.Element, c.LogicalName, "column")))
            .Concat(catalog.Solution.OptionSets.Select(o => (o.Element, o.Name, "option set")))
            .Concat(catalog.Package.Customizations.Elements("AppModules").Elements("AppModule").Select(a => (a, (string?)a.Element("UniqueName") ?? "", "app")));
        foreach (var (element, name, kind) in named.Where(n => !n.Item2.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)))
        {
            yield return Problem.Error("ROOT05", SourceFile.Of(element), $"The {kind} {name} must start with the publisher's prefix {prefix}.");
        }
    }

    [GeneratedRegex(@"^\d+\.\d+\.\d+\.\d+$")]
    private static partial Regex FourNumbers();

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]{1,7}$")]
    private static partial Regex Prefix();

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_]*$")]
    private static partial Regex Identifier();
}
