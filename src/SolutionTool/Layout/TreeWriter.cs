using System.Xml.Linq;
using SolutionTool.Packing;

namespace SolutionTool.Layout;

/// <summary>
/// Writes a package as an unpacked tree: the reverse of <see cref="TreeReader"/>. Every XML file is indented by two spaces, so
/// unpacking what was packed from such a tree gives the same files, byte for byte.
/// </summary>
public sealed class TreeWriter(ContentMap map)
{
    /// <summary>Writes into the folder; takes the package apart while doing so. Returns the paths written, in order.</summary>
    public IReadOnlyList<string> Write(SolutionPackage package, string folder)
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        var customizations = package.Customizations;
        foreach (var entity in customizations.Elements("Entities").Elements("Entity").ToList())
        {
            foreach (var formula in entity.Descendants("FormulaDefinitionFileName"))
            {
                Content(package, files, formula.Value, EntityFolders.FormulaPath(entity, formula.Value));
            }

            foreach (var (path, root) in EntityFolders.Split(entity).ToList())
            {
                Xml(files, path, root);
            }

            Xml(files, $"Entities/{(string?)entity.Element("Name")}/Entity.xml", SolutionXml.Detach(entity));
        }

        foreach (var (path, root) in Relationships.Split(customizations).ToList())
        {
            Xml(files, path, root);
        }

        WritePlain(customizations, files);
        WriteWithContent(package, files);
        foreach (var (file, section) in ComponentFolder.WholeSections)
        {
            if (customizations.Element(section) is { HasElements: true } whole)
            {
                whole.AddAfterSelf(new XElement(section));
                Xml(files, $"Other/{file}.xml", SolutionXml.Detach(whole));
            }
        }

        package.SolutionManifest.Element("Managed")!.Value = package.SolutionManifest.Element("Managed")!.Value == "1" ? "1" : "2";
        Xml(files, "Other/Solution.xml", package.Manifest);
        Xml(files, "Other/Customizations.xml", customizations);
        foreach (var (path, bytes) in files)
        {
            if (map.Target(folder, path) is { } disk)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(disk)!);
                File.WriteAllBytes(disk, bytes);
            }
        }

        return [.. files.Keys];
    }

    private static void WritePlain(XElement customizations, SortedDictionary<string, byte[]> files)
    {
        foreach (var component in ComponentFolder.Plain)
        {
            foreach (var element in customizations.Elements(component.Section).Elements(component.Element).ToList())
            {
                Xml(files, $"{component.Folder}/{FileName(component.Element, element)}", SolutionXml.Detach(element));
            }
        }
    }

    private static void WriteWithContent(SolutionPackage package, SortedDictionary<string, byte[]> files)
    {
        foreach (var component in ComponentFolder.WithContent)
        {
            foreach (var element in package.Customizations.Elements(component.Section).Elements(component.Element).ToList())
            {
                var part = (string?)element.Element(component.ContentElement!) ?? "";
                var path = component.Element == "WebResource" ? "WebResources/" + (string?)element.Element("Name") : part.TrimStart('/');
                Content(package, files, part, path);
                Xml(files, path + ComponentFolder.CompanionSuffix, SolutionXml.Detach(element));
            }
        }
    }

    private static string FileName(string kind, XElement element) => kind switch
    {
        "optionset" => (string?)element.Attribute("Name") + ".xml",
        "Role" => (string?)element.Attribute("name") + ".xml",
        "SdkMessageProcessingStep" => (string?)element.Attribute("SdkMessageProcessingStepId") + ".xml",
        "AppModule" => (string?)element.Element("UniqueName") + "/AppModule.xml",
        "AppModuleSiteMap" => (string?)element.Element("SiteMapUniqueName") + "/AppModuleSiteMap.xml",
        _ => (string?)element.Element("FormId") + ".xml",
    };

    private static void Content(SolutionPackage package, SortedDictionary<string, byte[]> files, string part, string path)
    {
        if (package.Part(part) is { } bytes)
        {
            files[path] = bytes;
        }
    }

    private static void Xml(SortedDictionary<string, byte[]> files, string path, XElement root)
    {
        SolutionXml.DeclareXsiOnce(root);
        files[path] = SolutionXml.Write(root);
    }
}
