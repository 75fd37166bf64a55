namespace SolutionTool.Generating;

/// <summary>Brings generated files on disk into line with what the generator gives, or says where they are not.</summary>
public sealed class GeneratedFiles(SortedDictionary<string, string> csharp, string csharpFolder, string? script, string? scriptFile)
{
    /// <summary>One sentence for each file that is missing, different or left over.</summary>
    public IReadOnlyList<string> Stale()
    {
        var stale = Wanted()
            .Where(f => !File.Exists(f.Path) || File.ReadAllText(f.Path) != f.Text)
            .Select(f => File.Exists(f.Path) ? $"{f.Path} is stale." : $"{f.Path} is missing.");
        return [.. stale, .. LeftOver().Select(f => $"{f} belongs to no table or option set any more.")];
    }

    /// <summary>Writes what differs, deletes what is left over, and returns the paths touched.</summary>
    public IReadOnlyList<string> Write()
    {
        var touched = new List<string>();
        foreach (var (path, text) in Wanted().Where(f => !File.Exists(f.Path) || File.ReadAllText(f.Path) != f.Text))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
            touched.Add(path);
        }

        foreach (var path in LeftOver())
        {
            File.Delete(path);
            touched.Add(path);
        }

        return touched;
    }

    private IEnumerable<(string Path, string Text)> Wanted()
    {
        var files = csharp.Select(f => (Path.GetFullPath(Path.Combine(csharpFolder, f.Key)), f.Value));
        return script is null || scriptFile is null ? files : files.Append((Path.GetFullPath(scriptFile), script));
    }

    private List<string> LeftOver() => !Directory.Exists(csharpFolder)
        ? []
        : [.. Directory.EnumerateFiles(csharpFolder, "*" + CSharpWriter.Suffix).Select(Path.GetFullPath).Where(f => !csharp.ContainsKey(Path.GetFileName(f))).Order(StringComparer.Ordinal)];
}
