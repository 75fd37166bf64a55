using System.Xml.Linq;
using SolutionTool.Packing;

namespace SolutionTool.Model;

/// <summary>What the solution defines, read from a package. It judges nothing: missing elements are empty strings.</summary>
public sealed class SolutionModel
{
    public SolutionModel(SolutionPackage package)
    {
        Package = package;
        var root = package.Customizations;
        Tables = [.. root.Elements("Entities").Elements("Entity").Select(e => new TableModel(e)).OrderBy(t => t.LogicalName, StringComparer.Ordinal)];
        ByName = Tables.GroupBy(t => t.LogicalName, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        OptionSets = [.. root.Elements("optionsets").Elements("optionset").Select(o => new OptionSetModel(o)).OrderBy(o => o.Name, StringComparer.Ordinal)];
        Relationships = [.. root.Elements("EntityRelationships").Elements("EntityRelationship").Select(r => new RelationshipModel(r)).OrderBy(r => r.Name, StringComparer.Ordinal)];
        Prefix = (string?)package.SolutionManifest.Element("Publisher")?.Element("CustomizationPrefix") ?? "";
    }

    public SolutionPackage Package { get; }

    /// <summary>By logical name, in ordinal order.</summary>
    public IReadOnlyList<TableModel> Tables { get; }

    public IReadOnlyDictionary<string, TableModel> ByName { get; }

    /// <summary>The global option sets the solution makes.</summary>
    public IReadOnlyList<OptionSetModel> OptionSets { get; }

    public IReadOnlyList<RelationshipModel> Relationships { get; }

    /// <summary>The publisher's prefix, without underscore.</summary>
    public string Prefix { get; }
}
