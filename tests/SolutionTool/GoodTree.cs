using SolutionTool.Layout;
using SolutionTool.Packing;

namespace SolutionTool.Tests;

/// <summary>A copy of trees/good in a folder of its own, with its DLL, for a test to spoil; removed afterwards.</summary>
public sealed class GoodTree : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("solution-tool-").FullName;

    public GoodTree()
    {
        Folder = Path.Combine(_root, "tree");
        DllPath = Path.Combine(_root, "ZarfPlugins.dll");
        foreach (var file in Directory.EnumerateFiles(Source, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(Folder, Path.GetRelativePath(Source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        File.WriteAllBytes(DllPath, new PluginDllMaker().Make());
    }

    public static string Source => Path.Combine(Repository.Root, "tests", "SolutionTool", "trees", "good");

    public string Folder { get; }

    public string DllPath { get; }

    public ContentMap Map => ContentMap.Parse([], [$"ZarfPlugins={DllPath}"]);

    /// <summary>A path beside the tree, for what a test writes.</summary>
    public string Beside(string name) => Path.Combine(_root, name);

    public byte[] Pack(PackageKind kind = PackageKind.Unmanaged) => Packer.Pack(Folder, Map, kind, null);

    /// <summary>The only file whose path matches, such as "Entities/zarf_Call/FormXml/main/*.xml".</summary>
    public string File1(string pattern)
    {
        var folder = Path.Combine(Folder, Path.GetDirectoryName(pattern)!);
        return Directory.GetFiles(folder, Path.GetFileName(pattern)).Order(StringComparer.Ordinal).First();
    }

    /// <summary>Replaces text that must occur in a file, everywhere it occurs.</summary>
    public void Replace(string pattern, string old, string @new)
    {
        var file = File1(pattern);
        var text = File.ReadAllText(file);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(file, text.Replace(old, @new, StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
