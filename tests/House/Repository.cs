namespace House;

/// <summary>The checkout that these tests hold to the rules of the house.</summary>
internal static class Repository
{
    private static readonly string[] NotOurs = ["bin", "obj", "artifacts", "node_modules", ".git", "TestResults", ".vs", "BenchmarkDotNet.Artifacts"];

    /// <summary>The folder that holds smSys.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Full path of a file or folder named from the root.</summary>
    public static string PathOf(string relative) => Path.Combine(Root, relative);

    /// <summary>Files below a folder, with the given ending, without build output; paths from the root with forward slashes.</summary>
    public static IReadOnlyList<string> Files(string folder, string ending) =>
        [.. Walk(PathOf(folder)).Where(f => f.EndsWith(ending, StringComparison.Ordinal)).Select(Relative).Order(StringComparer.Ordinal)];

    /// <summary>Text of a file named from the root.</summary>
    public static string Read(string relative) => File.ReadAllText(PathOf(relative));

    private static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static IEnumerable<string> Walk(string folder)
    {
        if (!Directory.Exists(folder))
        {
            yield break;
        }

        foreach (var file in Directory.EnumerateFiles(folder))
        {
            yield return file;
        }

        foreach (var child in Directory.EnumerateDirectories(folder).Where(d => !NotOurs.Contains(Path.GetFileName(d))))
        {
            foreach (var file in Walk(child))
            {
                yield return file;
            }
        }
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "smSys.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("No folder above the test holds smSys.sln.");
    }
}
