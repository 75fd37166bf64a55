using System.Xml.Linq;
using SolutionTool.Packing;
using SolutionTool.Problems;

namespace SolutionTool.Layout;

/// <summary>
/// Other/Relationships.xml is an index of names; the bodies lie in Other/Relationships/&lt;Entity&gt;.xml, after the entity that is
/// referenced (one to many) or comes first (many to many).
/// </summary>
public static class Relationships
{
    private const string Index = "Other/Relationships.xml";
    private const string Root = "EntityRelationships";

    public static void Read(TreeFiles files, SolutionPackage package)
    {
        var indexed = files.All.Contains(Index) && files.Xml(Index, Root) is { } index
            ? index.Elements("EntityRelationship").Select(e => ((string?)e.Attribute("Name") ?? "", SourceFile.Of(e))).ToList()
            : [];
        package.RelationshipIndex = [.. indexed.Select(i => i.Item1)];
        var bodies = new SortedDictionary<string, XElement>(StringComparer.Ordinal);
        foreach (var path in files.Below("Other/Relationships", ".xml", deep: false))
        {
            foreach (var body in (files.Xml(path, Root)?.Elements("EntityRelationship") ?? []).ToList())
            {
                var name = (string?)body.Attribute("Name") ?? "";
                if (!bodies.TryAdd(name, SolutionXml.Detach(body)))
                {
                    package.Problems.Add(Problem.Error("REL03", SourceFile.Of(body), $"The relationship {name} is defined twice; delete one."));
                }
            }
        }

        foreach (var (name, body) in bodies)
        {
            Sections.Ensure(package.Customizations, Root).Add(body);
            if (!package.RelationshipIndex.Contains(name, StringComparer.Ordinal))
            {
                package.Problems.Add(Problem.Error("REL01", SourceFile.Of(body), $"The relationship {name} is not in the index {Index}, so SolutionPackager would leave it out; add it there."));
            }
        }

        foreach (var (name, where) in indexed.Where(i => !bodies.ContainsKey(i.Item1)))
        {
            package.Problems.Add(Problem.Error("REL01", where, $"The index names the relationship {name}, but no file in Other/Relationships defines it; remove the entry or add the body."));
        }
    }

    /// <summary>Takes the relationships out of customizations.xml: the index and one file per entity.</summary>
    public static IEnumerable<(string Path, XElement Root)> Split(XElement customizations)
    {
        var bodies = (customizations.Element(Root)?.Elements("EntityRelationship") ?? []).OrderBy(b => (string?)b.Attribute("Name"), StringComparer.Ordinal).ToList();
        if (bodies.Count == 0)
        {
            yield break;
        }

        yield return (Index, new XElement(Root, bodies.Select(b => new XElement("EntityRelationship", new XAttribute("Name", (string?)b.Attribute("Name") ?? "")))));
        foreach (var group in bodies.GroupBy(b => (string?)b.Element("ReferencedEntityName") ?? (string?)b.Element("FirstEntityName") ?? "Unknown", StringComparer.OrdinalIgnoreCase))
        {
            yield return ($"Other/Relationships/{group.Key}.xml", new XElement(Root, group.Select(SolutionXml.Detach).ToList()));
        }
    }
}
