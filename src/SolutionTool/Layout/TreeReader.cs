using System.Xml.Linq;
using SolutionTool.Packing;
using SolutionTool.Problems;

namespace SolutionTool.Layout;

/// <summary>
/// Reads an unpacked solution tree (SolutionPackager's layout) into a package. Whatever is wrong with the files themselves is
/// noted in the package's problems; a folder that is no solution tree throws <see cref="BadInputException"/>.
/// </summary>
public sealed class TreeReader(ContentMap map, PackageKind kind = PackageKind.Unmanaged, bool dllsMayBeAbsent = false)
{
    private static readonly string[] Companions = ["README.md", "CHANGELOG.md", ".gitattributes", ".gitignore", ".editorconfig"];

    /// <summary>Guides for people, which lie beside the components and are packed into nothing.</summary>
    private const string Guides = "docs/";

    public SolutionPackage Read(string folder)
    {
        var problems = new List<Problem>();
        var files = new TreeFiles(folder, kind, problems);
        var manifest = Required(files, folder, "Other/Solution.xml");
        var customizations = Required(files, folder, "Other/Customizations.xml");
        var package = new SolutionPackage(manifest, customizations);

        EntityFolders.Read(files, customizations, package, folder, map);
        foreach (var component in ComponentFolder.Plain)
        {
            ReadPlain(files, component, customizations);
        }

        foreach (var component in ComponentFolder.WithContent)
        {
            ReadWithContent(files, component, package, folder);
        }

        foreach (var (file, section) in ComponentFolder.WholeSections.Where(s => files.All.Contains($"Other/{s.File}.xml")))
        {
            if (files.Xml($"Other/{file}.xml", section) is { } element)
            {
                Sections.Replace(customizations, element);
            }
        }

        Relationships.Read(files, package);
        SetManaged(package);
        SolutionXml.DeclareXsiOnce(customizations);
        SolutionXml.DeclareXsiOnce(manifest);
        NoteStrays(files, folder, problems);
        problems.AddRange(ContentTypes.CheckNames(package.Parts.Keys));
        package.Problems.InsertRange(0, problems);
        return package;
    }

    private static XElement Required(TreeFiles files, string folder, string path)
    {
        if (!files.All.Contains(path))
        {
            throw new BadInputException($"{folder} is not an unpacked solution: it has no {path}.");
        }

        return files.Xml(path, "ImportExportXml")
            ?? throw new BadInputException(files.Problems[^1].Where + ": " + files.Problems[^1].Sentence);
    }

    private static void ReadPlain(TreeFiles files, ComponentFolder component, XElement customizations)
    {
        foreach (var path in files.Below(component.Folder, component.Suffix, component.Deep))
        {
            if (files.Xml(path, component.Element) is { } element)
            {
                Sections.Ensure(customizations, component.Section).Add(element);
            }
        }
    }

    private void ReadWithContent(TreeFiles files, ComponentFolder component, SolutionPackage package, string folder)
    {
        foreach (var path in files.Below(component.Folder, component.Suffix, component.Deep))
        {
            if (files.Xml(path, component.Element) is not { } element)
            {
                continue;
            }

            Sections.Ensure(package.Customizations, component.Section).Add(element);
            var content = path[..^ComponentFolder.CompanionSuffix.Length];
            files.Take(content);
            Attach(package, folder, element, component.ContentElement!, content);
        }
    }

    private void Attach(SolutionPackage package, string folder, XElement element, string contentElement, string content)
    {
        var fileName = (string?)element.Element(contentElement);
        if (string.IsNullOrEmpty(fileName))
        {
            package.Problems.Add(Problem.Error("FILE05", SourceFile.Of(element), $"The element <{contentElement}> is missing, so the content has no place in the zip; add it."));
            return;
        }

        var disk = map.Find(folder, content);
        if (disk is null)
        {
            if (dllsMayBeAbsent && content.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
            {
                package.AbsentParts.Add(fileName.TrimStart('/'));
                return;
            }

            package.Problems.Add(Problem.Error("FILE01", SourceFile.Of(element), $"The content file {content} is missing; add it, or say with --map or --dll where it lies."));
            return;
        }

        if (!package.Parts.TryAdd(fileName.TrimStart('/'), File.ReadAllBytes(disk)))
        {
            package.Problems.Add(Problem.Error("FILE06", SourceFile.Of(element), $"The part {fileName} is named by two components; give each its own {contentElement}."));
        }

        package.PartSources[fileName.TrimStart('/')] = content;
    }

    private void SetManaged(SolutionPackage package)
    {
        var managed = package.SolutionManifest.Element("Managed");
        if (managed is null)
        {
            package.Problems.Add(Problem.Error("ROOT07", SourceFile.Of(package.Manifest), "The element <Managed> is missing; add <Managed>2</Managed> so that the tree packs as both."));
            return;
        }

        var wanted = kind == PackageKind.Managed ? "1" : "0";
        if (managed.Value != "2" && managed.Value != wanted)
        {
            package.Problems.Add(Problem.Error("ROOT07", SourceFile.Of(managed), $"<Managed> is {managed.Value}, so the tree cannot be packed as {(kind == PackageKind.Managed ? "managed" : "unmanaged")}; write 2 to pack it as both."));
        }

        managed.Value = wanted;
    }

    private void NoteStrays(TreeFiles files, string folder, List<Problem> problems)
    {
        foreach (var path in files.Untaken.Where(f => !Companions.Contains(f, StringComparer.Ordinal) && !f.StartsWith(Guides, StringComparison.Ordinal)))
        {
            problems.Add(Problem.Error("FILE02", path, "No component uses this file, so it would not be packed; delete it, or add what describes it (for a web resource its .data.xml)."));
        }

        foreach (var (tree, disk) in map.Folders.Where(f => f.Tree == "WebResources" || f.Tree.StartsWith("WebResources/", StringComparison.Ordinal)))
        {
            foreach (var file in Directory.EnumerateFiles(disk, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                var inTree = tree + "/" + Path.GetRelativePath(disk, file).Replace('\\', '/');
                if (inTree.Split('/') is ["WebResources", var first, ..] && first.EndsWith('_') && !files.All.Contains(inTree + ComponentFolder.CompanionSuffix))
                {
                    problems.Add(Problem.Warning("FILE08", inTree, $"This web resource has no {inTree}{ComponentFolder.CompanionSuffix} in {folder}, so it would not be packed; add one, or delete the file."));
                }
            }
        }
    }
}
