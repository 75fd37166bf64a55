using System.Xml;
using System.Xml.Linq;
using SolutionTool.Packing;
using SolutionTool.Problems;

namespace SolutionTool.Layout;

/// <summary>The files of a tree, each taken at most once, so that what nobody took is known at the end.</summary>
public sealed class TreeFiles
{
    private readonly string _folder;
    private readonly PackageKind _kind;
    private readonly SortedSet<string> _untaken;

    public TreeFiles(string folder, PackageKind kind, List<Problem> problems)
    {
        if (!Directory.Exists(folder))
        {
            throw new BadInputException($"The folder {folder} does not exist.");
        }

        _folder = folder;
        _kind = kind;
        Problems = problems;
        All = new SortedSet<string>(
            Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/')),
            StringComparer.Ordinal);
        _untaken = new SortedSet<string>(All, StringComparer.Ordinal);
    }

    public SortedSet<string> All { get; }

    public List<Problem> Problems { get; }

    public IEnumerable<string> Untaken => _untaken;

    /// <summary>Files below a folder whose name ends so; variants for managed packages are left out.</summary>
    public IReadOnlyList<string> Below(string folder, string suffix, bool deep) =>
        [.. All.Where(f => f.StartsWith(folder + "/", StringComparison.Ordinal)
            && f.EndsWith(suffix, StringComparison.Ordinal)
            && !f.EndsWith(ManagedSuffix, StringComparison.Ordinal)
            && (deep || !f[(folder.Length + 1)..].Contains('/')))];

    private const string ManagedSuffix = "_managed.xml";

    public void Take(string path) => _untaken.Remove(path);

    /// <summary>
    /// The root element of a file, or null with a problem noted. For a managed package the variant "…_managed.xml" is read where there is one.
    /// </summary>
    public XElement? Xml(string path, string rootName)
    {
        Take(path);
        var variant = path.EndsWith(".xml", StringComparison.Ordinal) ? path[..^4] + ManagedSuffix : path;
        if (All.Contains(variant))
        {
            Take(variant);
            path = _kind == PackageKind.Managed ? variant : path;
        }

        try
        {
            using var stream = File.OpenRead(Path.Combine(_folder, path));
            var root = SolutionXml.Parse(stream, path);
            if (root.Name == rootName)
            {
                return root;
            }

            Problems.Add(Problem.Error("FILE04", SourceFile.Of(root), $"The root element must be <{rootName}> but is <{root.Name}>; the file lies in the wrong folder or is not what its name says."));
        }
        catch (XmlException fault)
        {
            Problems.Add(Problem.Error("FILE03", $"{path}({fault.LineNumber})", $"The file is not well-formed XML: {fault.Message}"));
        }

        return null;
    }
}
