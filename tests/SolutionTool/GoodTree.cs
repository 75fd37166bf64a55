using System.Xml.Linq;
using SolutionTool.Checking;
using SolutionTool.Layout;
using SolutionTool.Packing;
using SolutionTool.Problems;

namespace SolutionTool.Tests;

/// <summary>A copy of trees/good in a folder of its own, with its DLL, for a test to spoil; removed afterwards.</summary>
public sealed class GoodTree : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("solution-tool-").FullName;

    public GoodTree()
    {
        Folder = System.IO.Path.Combine(_root, "tree");
        DllPath = System.IO.Path.Combine(_root, "ZarfPlugins.dll");
        foreach (var file in Directory.EnumerateFiles(Source, "*", SearchOption.AllDirectories))
        {
            var target = System.IO.Path.Combine(Folder, System.IO.Path.GetRelativePath(Source, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        File.WriteAllBytes(DllPath, new PluginDllMaker().Make());
    }

    public static string Source => System.IO.Path.Combine(Repository.Root, "tests", "SolutionTool", "trees", "good");

    public string Folder { get; }

    public string DllPath { get; }

    public ContentMap Map => ContentMap.Parse([], [$"ZarfPlugins={DllPath}"]);

    /// <summary>A path beside the tree, for what a test writes.</summary>
    public string Beside(string name) => System.IO.Path.Combine(_root, name);

    public byte[] Pack(PackageKind kind = PackageKind.Unmanaged, string? baseText = null) => Packer.Pack(Folder, Map, kind, null, baseText);

    /// <summary>The first file whose path matches, such as "Entities/zarf_Call/FormXml/main/*.xml", and that holds the text.</summary>
    public string Find(string pattern, string text = "")
    {
        var folder = System.IO.Path.Combine(Folder, System.IO.Path.GetDirectoryName(pattern)!);
        return Directory.GetFiles(folder, System.IO.Path.GetFileName(pattern)).Order(StringComparer.Ordinal).First(f => File.ReadAllText(f).Contains(text, StringComparison.Ordinal));
    }

    /// <summary>Replaces text in the first matching file that holds it, the first time it occurs there.</summary>
    public void Replace(string pattern, string old, string @new)
    {
        var file = Find(pattern, old);
        var text = File.ReadAllText(file);
        var at = text.IndexOf(old, StringComparison.Ordinal);
        File.WriteAllText(file, string.Concat(text.AsSpan(0, at), @new, text.AsSpan(at + old.Length)));
    }

    /// <summary>Replaces text everywhere in the tree.</summary>
    public void ReplaceEverywhere(string old, string @new)
    {
        foreach (var file in Directory.EnumerateFiles(Folder, "*.xml", SearchOption.AllDirectories))
        {
            File.WriteAllText(file, File.ReadAllText(file).Replace(old, @new, StringComparison.Ordinal));
        }
    }

    /// <summary>Removes the first element of that name that holds the text.</summary>
    public void RemoveElement(string pattern, string name, string text = "")
    {
        var file = Find(pattern, "<" + name);
        var root = XElement.Load(file);
        root.Descendants(name).First(e => e.ToString().Contains(text, StringComparison.Ordinal)).Remove();
        root.Save(file);
    }

    /// <summary>The first element of that name that holds the text, as text.</summary>
    public string Element(string pattern, string name, string text = "") =>
        XElement.Load(Find(pattern, "<" + name)).Descendants(name).First(e => e.ToString().Contains(text, StringComparison.Ordinal)).ToString();

    /// <summary>The value of the first element of that name, or of the root's attribute.</summary>
    public string Value(string pattern, string name)
    {
        var root = XElement.Load(Find(pattern));
        return (string?)root.Attribute(name) ?? root.Descendants(name).First().Value;
    }

    public void RemoveRoot(string type) => RemoveElement("Other/Solution.xml", "RootComponent", $"type=\"{type}\"");

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path(path))!);
        File.WriteAllText(Path(path), text);
    }

    public string Path(string path) => System.IO.Path.Combine(Folder, path);

    public string Relative(string file) => System.IO.Path.GetRelativePath(Folder, file);

    public void Delete(string pattern) => File.Delete(Find(pattern));

    /// <summary>Another DLL in the place of the good one.</summary>
    public void ReplaceDll(PluginDllMaker maker) => File.WriteAllBytes(DllPath, maker.Make());

    /// <summary>What the checker says of the tree as it is now.</summary>
    public IReadOnlyList<Problem> Check(string? schemaFolder = null, params string[] closedTables) => SolutionCheck.Run(
        new TreeReader(Map).Read(Folder), new CheckOptions { SchemaFolder = schemaFolder, ClosedTables = closedTables.ToHashSet(StringComparer.Ordinal) });

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
