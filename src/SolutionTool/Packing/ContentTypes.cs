using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using SolutionTool.Layout;
using SolutionTool.Problems;

namespace SolutionTool.Packing;

/// <summary>
/// [Content_Types].xml: the importer reads the zip as an Open Packaging package and sees only parts that this file types, by
/// extension or, for parts without one, by name.
/// </summary>
public static partial class ContentTypes
{
    public const string Part = "[Content_Types].xml";
    private const string Octets = "application/octet-stream";
    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";

    public static XElement For(IEnumerable<string> parts)
    {
        var names = parts.Where(p => p != Part).Order(StringComparer.Ordinal).ToList();
        var extensions = names.Select(Extension).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal);
        var root = new XElement(Types + "Types");
        root.Add(extensions.Select(e => new XElement(Types + "Default", new XAttribute("Extension", e), new XAttribute("ContentType", Octets))));
        root.Add(names.Where(n => Extension(n) is null)
            .Select(n => new XElement(Types + "Override", new XAttribute("PartName", "/" + n), new XAttribute("ContentType", Octets))));
        return root;
    }

    /// <summary>Finds entries the importer would not see.</summary>
    public static IEnumerable<Problem> Check(IReadOnlyDictionary<string, byte[]> entries, string zip)
    {
        if (!entries.TryGetValue(Part, out var bytes))
        {
            yield return Problem.Error("OPC01", zip, $"The zip has no {Part}, so the importer sees none of its files; pack it again.");
            yield break;
        }

        XElement types;
        var fault = "";
        try
        {
            types = SolutionXml.Parse(new MemoryStream(bytes), Part);
        }
        catch (XmlException ill)
        {
            types = new XElement(Types + "Types");
            fault = ill.Message;
        }

        if (fault.Length > 0)
        {
            yield return Problem.Error("OPC01", Part, $"The file is not well-formed XML ({fault}); pack the zip again.");
            yield break;
        }

        var extensions = types.Elements(Types + "Default").Attributes("Extension").Select(a => a.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var overrides = types.Elements(Types + "Override").Attributes("PartName").Select(a => a.Value.TrimStart('/')).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var name in entries.Keys.Where(n => n != Part))
        {
            if (!overrides.Contains(name) && !(Extension(name) is { } extension && extensions.Contains(extension)))
            {
                yield return Problem.Error("OPC02", name, $"{Part} does not type this file, so the importer would not see it; pack the zip again.");
            }
        }

        foreach (var problem in CheckNames(entries.Keys))
        {
            yield return problem;
        }
    }

    /// <summary>Finds names that are not legal for a part.</summary>
    public static IEnumerable<Problem> CheckNames(IEnumerable<string> parts)
    {
        foreach (var name in parts.Where(n => n != Part && !LegalName().IsMatch(n)))
        {
            yield return Problem.Error("OPC03", name, "The name of a file in the zip may hold only ASCII letters, digits and - _ . / ~ ( ); change its FileName element.");
        }
    }

    private static string? Extension(string part)
    {
        var name = part[(part.LastIndexOf('/') + 1)..];
        var dot = name.LastIndexOf('.');
        return dot >= 0 && dot < name.Length - 1 ? name[(dot + 1)..] : null;
    }

    [GeneratedRegex(@"^(?!.*(//|\./|/\.|\.$))[A-Za-z0-9_\-.~()/]+$")]
    private static partial Regex LegalName();
}
