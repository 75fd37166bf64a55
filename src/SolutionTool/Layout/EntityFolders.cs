using System.Xml.Linq;
using SolutionTool.Packing;
using SolutionTool.Problems;

namespace SolutionTool.Layout;

/// <summary>
/// Entities/&lt;Name&gt;: Entity.xml has empty slots for forms, views, charts and ribbon, which lie in files of their own.
/// Reading fills the slots, writing empties them again.
/// </summary>
public static class EntityFolders
{
    private const string Folder = "Entities";

    public static void Read(TreeFiles files, XElement customizations, SolutionPackage package, string treeFolder, ContentMap map)
    {
        foreach (var path in files.Below(Folder, "/Entity.xml", deep: true).Where(p => p.Count(c => c == '/') == 2))
        {
            var folder = path[..^"/Entity.xml".Length];
            if (files.Xml(path, "Entity") is not { } entity)
            {
                TakeAll(files, folder);
                continue;
            }

            Sections.Ensure(customizations, "Entities").Add(entity);
            var name = (string?)entity.Element("Name") ?? "";
            if (folder[(Folder.Length + 1)..] != name)
            {
                files.Problems.Add(Problem.Error("FILE07", SourceFile.Of(entity), $"The entity is named \"{name}\" but its folder \"{folder[(Folder.Length + 1)..]}\"; they must be the same, letter for letter."));
            }

            ReadForms(files, entity, folder);
            ReadViews(files, entity, folder);
            foreach (var chart in files.Below(folder + "/Visualizations", ".xml", deep: false))
            {
                Add(files.Xml(chart, "visualization"), Slot(entity, "Visualizations"));
            }

            if (files.All.Contains(folder + "/RibbonDiff.xml") && files.Xml(folder + "/RibbonDiff.xml", "RibbonDiffXml") is { } ribbon)
            {
                Slot(entity, "RibbonDiffXml").ReplaceWith(ribbon);
            }

            ReadFormulas(files, entity, folder, package, treeFolder, map);
        }
    }

    /// <summary>Moves forms, views, charts and ribbon out of the entity, each with the path of its file.</summary>
    public static IEnumerable<(string Path, XElement Root)> Split(XElement entity)
    {
        var folder = $"{Folder}/{(string?)entity.Element("Name")}";
        foreach (var form in entity.Elements("FormXml").Elements("forms").Elements("systemform").ToList())
        {
            var type = (string?)form.Parent!.Attribute("type") ?? "main";
            yield return ($"{folder}/FormXml/{type}/{(string?)form.Element("formid")}.xml", new XElement("forms", SolutionXml.Detach(form)));
        }

        entity.Element("FormXml")?.RemoveNodes();
        foreach (var view in entity.Elements("SavedQueries").Elements("savedqueries").Elements("savedquery").ToList())
        {
            yield return ($"{folder}/SavedQueries/{(string?)view.Element("savedqueryid")}.xml", new XElement("savedqueries", SolutionXml.Detach(view)));
        }

        entity.Element("SavedQueries")?.RemoveNodes();
        foreach (var chart in entity.Elements("Visualizations").Elements("visualization").ToList())
        {
            yield return ($"{folder}/Visualizations/{(string?)chart.Element("savedqueryvisualizationid")}.xml", SolutionXml.Detach(chart));
        }

        if (entity.Element("RibbonDiffXml") is { HasElements: true } ribbon)
        {
            ribbon.AddAfterSelf(new XElement("RibbonDiffXml"));
            yield return ($"{folder}/RibbonDiff.xml", SolutionXml.Detach(ribbon));
        }
    }

    /// <summary>Where a calculated column's formula lies in the tree, by its part's path in the zip.</summary>
    public static string FormulaPath(XElement entity, string part) => $"{Folder}/{(string?)entity.Element("Name")}/{part.TrimStart('/')}";

    private static void ReadForms(TreeFiles files, XElement entity, string folder)
    {
        foreach (var path in files.Below(folder + "/FormXml", ".xml", deep: true))
        {
            if (path[(folder.Length + "/FormXml/".Length)..].Split('/') is not [var type, _] || files.Xml(path, "forms") is not { } root)
            {
                continue;
            }

            var slot = Slot(entity, "FormXml");
            var forms = slot.Elements("forms").FirstOrDefault(f => (string?)f.Attribute("type") == type);
            if (forms is null)
            {
                slot.Add(forms = new XElement("forms", new XAttribute("type", type)));
            }

            NameAfterId(files, path, root, "systemform", "formid");
            AddChildren(root, forms);
        }
    }

    private static void ReadViews(TreeFiles files, XElement entity, string folder)
    {
        foreach (var path in files.Below(folder + "/SavedQueries", ".xml", deep: false))
        {
            if (files.Xml(path, "savedqueries") is not { } root)
            {
                continue;
            }

            var slot = Slot(entity, "SavedQueries");
            if (slot.Element("savedqueries") is null)
            {
                slot.Add(new XElement("savedqueries"));
            }

            NameAfterId(files, path, root, "savedquery", "savedqueryid");
            AddChildren(root, slot.Element("savedqueries")!);
        }
    }

    private static void ReadFormulas(TreeFiles files, XElement entity, string folder, SolutionPackage package, string treeFolder, ContentMap map)
    {
        foreach (var formula in entity.Descendants("FormulaDefinitionFileName").ToList())
        {
            var path = folder + "/" + formula.Value.TrimStart('/');
            files.Take(path);
            if (map.Find(treeFolder, path) is { } disk)
            {
                package.Parts[formula.Value.TrimStart('/')] = File.ReadAllBytes(disk);
            }
            else
            {
                files.Problems.Add(Problem.Error("FILE01", SourceFile.Of(formula), $"The content file {path} is missing; add it."));
            }
        }
    }

    private static void NameAfterId(TreeFiles files, string path, XElement root, string element, string idElement)
    {
        foreach (var id in root.Elements(element).Elements(idElement))
        {
            var file = path[(path.LastIndexOf('/') + 1)..^4];
            if (!string.Equals(id.Value, file, StringComparison.OrdinalIgnoreCase))
            {
                files.Problems.Add(Problem.Error("FILE07", SourceFile.Of(id), $"The id {id.Value} does not agree with the file's name {file}; they must be the same."));
            }
        }
    }

    private static void TakeAll(TreeFiles files, string folder)
    {
        foreach (var file in files.All.Where(f => f.StartsWith(folder + "/", StringComparison.Ordinal)))
        {
            files.Take(file);
        }
    }

    private static XElement Slot(XElement entity, string name)
    {
        if (entity.Element(name) is { } slot)
        {
            return slot;
        }

        var made = new XElement(name);
        entity.Add(made);
        return made;
    }

    private static void Add(XElement? child, XElement slot)
    {
        if (child is not null)
        {
            slot.Add(child);
        }
    }

    private static void AddChildren(XElement root, XElement target)
    {
        foreach (var child in root.Elements().ToList())
        {
            target.Add(SolutionXml.Detach(child));
        }
    }
}
