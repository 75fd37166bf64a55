using SolutionTool.Problems;

namespace SolutionTool.Layout;

/// <summary>
/// Says where content files lie that are kept outside the tree: entries "path in the tree" = "path on disk", a folder or a file
/// each, the longest match first; and DLLs by file name.
/// </summary>
public sealed class ContentMap
{
    public static readonly ContentMap None = new([], []);

    private readonly IReadOnlyList<(string Tree, string Disk)> _entries;
    private readonly Dictionary<string, string> _dlls;

    private ContentMap(IEnumerable<(string Tree, string Disk)> entries, IEnumerable<(string Name, string Path)> dlls)
    {
        _entries = [.. entries.OrderByDescending(e => e.Tree.Length)];
        _dlls = dlls.ToDictionary(d => d.Name, d => d.Path, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Folders outside the tree, as (tree folder, disk folder).</summary>
    public IEnumerable<(string Tree, string Disk)> Folders => _entries.Where(e => Directory.Exists(e.Disk));

    /// <summary>
    /// Reads the command line's notation: maps "TREEPATH=PATH" and DLLs "NAME=PATH" (NAME with or without ".dll").
    /// Throws <see cref="BadInputException"/> when an entry has another form or its path is not there.
    /// </summary>
    public static ContentMap Parse(IEnumerable<string> maps, IEnumerable<string> dlls)
    {
        var entries = maps.Select(m => Split("--map", "TREEPATH=PATH", m)).Select(e => (e.Left.Replace('\\', '/').Trim('/'), e.Right));
        var named = dlls.Select(d => Split("--dll", "NAME=PATH", d)).Select(e => (e.Left.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? e.Left : e.Left + ".dll", Path: e.Right)).ToList();
        if (named.FirstOrDefault(d => !File.Exists(d.Path)) is { Path: { } missing })
        {
            throw new BadInputException($"The DLL {missing} does not exist; build it first or correct --dll.");
        }

        return new ContentMap(entries, named);
    }

    /// <summary>The file on disk that holds the content of a tree path; null when neither the map nor the tree has it.</summary>
    public string? Find(string treeFolder, string treePath)
    {
        if (_dlls.TryGetValue(treePath[(treePath.LastIndexOf('/') + 1)..], out var dll))
        {
            return dll;
        }

        return Candidates(treeFolder, treePath).FirstOrDefault(File.Exists);
    }

    /// <summary>Where unpacking puts the content of a tree path: the mapped place, or the tree; null when the map gives DLLs from elsewhere.</summary>
    public string? Target(string treeFolder, string treePath) =>
        _dlls.ContainsKey(treePath[(treePath.LastIndexOf('/') + 1)..]) ? null : Candidates(treeFolder, treePath).First();

    private IEnumerable<string> Candidates(string treeFolder, string treePath)
    {
        foreach (var (tree, disk) in _entries)
        {
            if (treePath == tree)
            {
                yield return disk;
            }
            else if (treePath.StartsWith(tree + "/", StringComparison.Ordinal))
            {
                yield return Path.Combine(disk, treePath[(tree.Length + 1)..]);
            }
        }

        yield return Path.Combine(treeFolder, treePath);
    }

    private static (string Left, string Right) Split(string option, string form, string text)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        return at > 0 && at < text.Length - 1
            ? (text[..at], text[(at + 1)..])
            : throw new BadInputException($"{option} wants {form}, but got \"{text}\".");
    }
}
