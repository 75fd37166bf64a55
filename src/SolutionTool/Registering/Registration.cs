using System.Xml.Linq;
using SolutionTool.Checking;
using SolutionTool.Layout;
using SolutionTool.Packing;
using SolutionTool.Problems;

namespace SolutionTool.Registering;

/// <summary>
/// Brings the registration in a tree into line with a DLL: the types of the assembly's .data.xml, the step files that
/// <c>[Step]</c> attributes declare, and the RootComponents of both. Ids, names and descriptions already there are kept.
/// </summary>
public sealed class Registration
{
    private const string Steps = "SdkMessageProcessingSteps";
    private readonly SortedDictionary<string, byte[]?> _changes = new(StringComparer.Ordinal);
    private readonly string _folder;

    private Registration(string folder) => _folder = folder;

    /// <summary>Paths in the tree that differ, null bytes for files to delete.</summary>
    public IReadOnlyDictionary<string, byte[]?> Changes => _changes;

    /// <summary>Works out what must change. Throws <see cref="BadInputException"/> when the DLL or the tree cannot be used.</summary>
    public static Registration Plan(string folder, ContentMap map)
    {
        var package = new TreeReader(map, dllsMayBeAbsent: true).Read(folder);
        var plan = new Registration(folder);
        foreach (var assembly in package.Customizations.Elements("SolutionPluginAssemblies").Elements("PluginAssembly").ToList())
        {
            var part = ((string?)assembly.Element("FileName") ?? "").TrimStart('/');
            if (package.Part(part) is { } bytes)
            {
                var dll = PluginDll.Read(bytes) ?? throw new BadInputException($"{part} is not a .NET assembly.");
                plan.PlanAssembly(package, assembly, dll, assembly.Annotation<SourceFile>()!.Path);
            }
        }

        return plan;
    }

    /// <summary>Writes and deletes what <see cref="Changes"/> says.</summary>
    public void Apply()
    {
        foreach (var (path, bytes) in _changes)
        {
            var disk = Path.Combine(_folder, path);
            if (bytes is null)
            {
                File.Delete(disk);
                continue;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(disk)!);
            File.WriteAllBytes(disk, bytes);
        }
    }

    private void PlanAssembly(SolutionPackage package, XElement assembly, PluginDll dll, string path)
    {
        var oldName = (string?)assembly.Attribute("FullName") ?? "";
        assembly.SetAttributeValue("FullName", dll.FullName);
        var types = RegisterTypes(package, assembly, dll);
        Change(path, assembly);

        var steps = package.Customizations.Elements(Steps).Elements(StepXml.Element)
            .Where(s => ((string?)s.Element("PluginTypeName") ?? "").EndsWith(", " + oldName, StringComparison.Ordinal)).ToList();
        var kept = dll.DeclaresSteps ? RegisterSteps(dll, types, steps) : steps;
        var gone = steps.Except(kept).ToList();
        foreach (var step in gone)
        {
            _changes[step.Annotation<SourceFile>()!.Path] = null;
        }

        RegisterRoots(assembly, oldName, kept, gone);
    }

    private static Dictionary<string, string> RegisterTypes(SolutionPackage package, XElement assembly, PluginDll dll)
    {
        var slot = assembly.Element("PluginTypes");
        if (slot is null)
        {
            assembly.Add(slot = new XElement("PluginTypes"));
        }

        var old = slot.Elements("PluginType").ToDictionary(t => AssemblyRules.TypeName((string?)t.Attribute("AssemblyQualifiedName") ?? ""), StringComparer.Ordinal);
        slot.RemoveNodes();
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in dll.Shells)
        {
            var type = old.GetValueOrDefault(name) ?? new XElement(
                "PluginType",
                new XAttribute("AssemblyQualifiedName", ""),
                new XAttribute("PluginTypeId", StableId.Of(name).ToString("D")),
                new XAttribute("Name", name),
                new XElement("FriendlyName", StableId.Of(name, "FriendlyName").ToString("D")),
                dll.IsActivity(name) ? new XElement("WorkflowActivityGroupName", (string?)package.SolutionManifest.Element("UniqueName")) : null);
            type.SetAttributeValue("AssemblyQualifiedName", $"{name}, {dll.FullName}");
            slot.Add(type);
            ids[name] = (string?)type.Attribute("PluginTypeId") ?? "";
        }

        return ids;
    }

    private List<XElement> RegisterSteps(PluginDll dll, Dictionary<string, string> types, List<XElement> old)
    {
        var kept = new List<XElement>();
        foreach (var (type, step) in dll.Shells.SelectMany(t => dll.StepsOf(t).Select(s => (t, s))))
        {
            if (StepXml.MessageId(step.Message) == Guid.Empty)
            {
                throw new BadInputException($"{type} declares a step on the message {step.Message}, whose id is not known; add it to Platform/messages.txt.");
            }

            var existing = old.FirstOrDefault(e => StepXml.IsSame(e, type, step));
            var written = StepXml.Write(type, $"{type}, {dll.FullName}", types[type], step, existing);
            var path = existing?.Annotation<SourceFile>()!.Path ?? $"{Steps}/{(string?)written.Attribute(StepXml.IdAttribute)}.xml";
            Change(path, written);
            kept.Add(existing ?? written);
        }

        return kept;
    }

    private void RegisterRoots(XElement assembly, string oldName, List<XElement> kept, List<XElement> gone)
    {
        const string manifest = "Other/Solution.xml";
        var file = SolutionXml.Parse(new MemoryStream(File.ReadAllBytes(Path.Combine(_folder, manifest))), manifest);
        var roots = file.Element("SolutionManifest")?.Element("RootComponents")
            ?? throw new BadInputException($"{manifest} has no <RootComponents>; add it, even if empty.");
        roots.Elements().FirstOrDefault(r => IsRoot(r, "91") && (string?)r.Attribute("schemaName") == oldName)?.SetAttributeValue("schemaName", (string?)assembly.Attribute("FullName"));
        var ids = roots.Elements().Where(r => IsRoot(r, "92")).ToDictionary(r => ComponentRules.Id((string?)r.Attribute("id")), StringComparer.Ordinal);
        foreach (var step in gone)
        {
            ids.GetValueOrDefault(IdOf(step))?.Remove();
        }

        foreach (var step in kept.Where(s => !ids.ContainsKey(IdOf(s))).OrderBy(IdOf, StringComparer.Ordinal))
        {
            roots.Add(new XElement("RootComponent", new XAttribute("type", "92"), new XAttribute("id", $"{{{IdOf(step)}}}"), new XAttribute("behavior", "0")));
        }

        Change(manifest, file);
    }

    private static bool IsRoot(XElement root, string type) => (string?)root.Attribute("type") == type;

    private static string IdOf(XElement step) => ComponentRules.Id((string?)step.Attribute(StepXml.IdAttribute));

    private void Change(string path, XElement root)
    {
        var disk = Path.Combine(_folder, path);
        var copy = new XElement(root);
        SolutionXml.DeclareXsiOnce(copy);
        var isNew = !File.Exists(disk);
        if (isNew || !XNode.DeepEquals(Plain(copy), Plain(SolutionXml.Parse(new MemoryStream(File.ReadAllBytes(disk)), path))))
        {
            _changes[path] = SolutionXml.Write(copy);
        }
    }

    private static XElement Plain(XElement root)
    {
        var copy = new XElement(root);
        SolutionXml.DeclareXsiOnce(copy);
        return copy;
    }
}
