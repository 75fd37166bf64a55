using System.Xml.Linq;
using SolutionTool.Problems;

namespace SolutionTool.Packing;

/// <summary>
/// A solution in memory, as the importer sees it: solution.xml, customizations.xml and the parts (zip path without leading
/// slash → bytes). <see cref="Problems"/> holds what was found wrong while it was read.
/// </summary>
public sealed class SolutionPackage(XElement manifest, XElement customizations)
{
    public const string ManifestPart = "solution.xml";
    public const string CustomizationsPart = "customizations.xml";

    public XElement Manifest { get; } = manifest;

    public XElement Customizations { get; } = customizations;

    public SortedDictionary<string, byte[]> Parts { get; } = new(StringComparer.Ordinal);

    public List<Problem> Problems { get; } = [];

    /// <summary>Where each part came from, for sentences; missing for parts read from a zip.</summary>
    public Dictionary<string, string> PartSources { get; } = new(StringComparer.Ordinal);

    /// <summary>Relationship names in the index file of a tree; null for a package read from a zip.</summary>
    public IReadOnlyList<string>? RelationshipIndex { get; set; }

    /// <summary>Whether it was read from an unpacked tree.</summary>
    public bool IsTree => RelationshipIndex is not null;

    /// <summary>Content parts that were allowed to be absent (a DLL nobody gave); what needs them is not checked.</summary>
    public List<string> AbsentParts { get; } = [];

    public XElement SolutionManifest => Manifest.Element("SolutionManifest") ?? new XElement("SolutionManifest");

    /// <summary>A part by the path that a FileName element gives (with leading slash); null when it is not there.</summary>
    public byte[]? Part(string? fileName) =>
        fileName is not null && Parts.TryGetValue(fileName.TrimStart('/'), out var bytes) ? bytes : null;
}
