using System.Xml.Linq;
using SolutionTool.Layout;
using SolutionTool.Packing;
using SolutionTool.Problems;

namespace SolutionTool.Checking;

/// <summary>Layer 4: what the metadata says of an assembly and its types is what the DLL says.</summary>
public static class AssemblyRules
{
    /// <summary>Codes that say the metadata names something else than the DLL holds; with these a package is not even written.</summary>
    public static readonly IReadOnlyList<string> Identity = ["ASM01", "ASM02", "ASM04", "ASM05", "ASM06", "ASM07", "ASM08", "ASM12"];

    private static readonly string[] AllowedReferences = ["mscorlib", "System", "Microsoft.Xrm.Sdk", "Microsoft.Xrm.Sdk.Workflow", "Microsoft.Crm.Sdk.Proxy"];

    public static IEnumerable<Problem> Check(SolutionPackage package) =>
        package.Customizations.Elements("SolutionPluginAssemblies").Elements("PluginAssembly").SelectMany(a => CheckAssembly(package, a));

    private static IEnumerable<Problem> CheckAssembly(SolutionPackage package, XElement assembly)
    {
        var fullName = (string?)assembly.Attribute("FullName") ?? "";
        foreach (var problem in CheckNames(assembly, fullName))
        {
            yield return problem;
        }

        if ((string?)assembly.Element("IsolationMode") != "2" || (string?)assembly.Element("SourceType") != "0")
        {
            yield return Problem.Error("ASM13", SourceFile.Of(assembly), "The assembly must run in the sandbox (IsolationMode 2) and lie in the database (SourceType 0).");
        }

        var fileName = (string?)assembly.Element("FileName");
        if (package.Part(fileName) is not { } bytes)
        {
            if (!package.AbsentParts.Contains((fileName ?? "").TrimStart('/'), StringComparer.Ordinal) && package.Problems.All(p => p.Code != "FILE01"))
            {
                yield return Problem.Error("FILE01", SourceFile.Of(assembly), $"The DLL {fileName} is not in the package.");
            }

            yield break;
        }

        if (PluginDll.Read(bytes) is not { } dll)
        {
            yield return Problem.Error("ASM01", SourceFile.Of(assembly), $"{fileName} is not a .NET assembly; give the built DLL with --dll.");
            yield break;
        }

        foreach (var problem in CheckDll(assembly, fullName, dll).Concat(CheckTypes(assembly, dll)))
        {
            yield return problem;
        }
    }

    private static IEnumerable<Problem> CheckNames(XElement assembly, string fullName)
    {
        foreach (var type in Types(assembly))
        {
            var qualified = (string?)type.Attribute("AssemblyQualifiedName") ?? "";
            var name = TypeName(qualified);
            if (qualified != $"{name}, {fullName}")
            {
                yield return Problem.Error("ASM04", SourceFile.Of(type), $"AssemblyQualifiedName must be the type's name followed by \", {fullName}\" (the assembly's FullName), but is \"{qualified}\".");
            }
        }

        foreach (var twice in Types(assembly).GroupBy(t => (string?)t.Attribute("AssemblyQualifiedName")).Where(g => g.Count() > 1))
        {
            yield return Problem.Error("ASM12", SourceFile.Of(twice.Last()), $"The type {TypeName(twice.Key ?? "")} is registered twice; delete one.");
        }
    }

    private static IEnumerable<Problem> CheckDll(XElement assembly, string fullName, PluginDll dll)
    {
        if (dll.FullName != fullName)
        {
            yield return Problem.Error("ASM02", SourceFile.Of(assembly), $"FullName is \"{fullName}\", but the DLL is \"{dll.FullName}\"; write the DLL's name here, in every AssemblyQualifiedName and in every step.");
        }

        if (!dll.IsStrongNamed)
        {
            yield return Problem.Error("ASM03", SourceFile.Of(assembly), "The DLL has no strong name, and Dynamics takes only signed assemblies; sign it.");
        }

        foreach (var reference in dll.References.Where(r => !IsAllowed(r)))
        {
            yield return Problem.Error("ASM10", SourceFile.Of(assembly), $"The DLL references {reference}, which the sandbox does not have; use only the .NET Framework and the CRM SDK.");
        }

        if (dll.TargetFramework is not { } framework || !framework.StartsWith(".NETFramework,Version=v4.", StringComparison.Ordinal) || string.CompareOrdinal(framework, ".NETFramework,Version=v4.6.2") > 0)
        {
            yield return Problem.Error("ASM11", SourceFile.Of(assembly), $"The DLL is built for \"{dll.TargetFramework}\"; the sandbox runs .NET Framework up to 4.6.2.");
        }
    }

    private static IEnumerable<Problem> CheckTypes(XElement assembly, PluginDll dll)
    {
        var registered = new HashSet<string>(StringComparer.Ordinal);
        foreach (var type in Types(assembly))
        {
            var name = TypeName((string?)type.Attribute("AssemblyQualifiedName") ?? "");
            registered.Add(name);
            if (!dll.Has(name))
            {
                yield return Problem.Error("ASM07", SourceFile.Of(type), $"The DLL has no type {name}; correct the name or delete the registration.");
                continue;
            }

            if (!dll.IsPublicAndConcrete(name))
            {
                yield return Problem.Error("ASM05", SourceFile.Of(type), $"The type {name} must be public and not abstract, or Dynamics cannot make one.");
            }

            if (!dll.IsPlugin(name) && !dll.IsActivity(name))
            {
                yield return Problem.Error("ASM06", SourceFile.Of(type), $"The type {name} is neither an IPlugin nor a CodeActivity; delete the registration.");
            }

            var grouped = !string.IsNullOrEmpty((string?)type.Element("WorkflowActivityGroupName"));
            if (grouped != dll.IsActivity(name))
            {
                yield return Problem.Error("ASM08", SourceFile.Of(type), grouped
                    ? $"The type {name} is a plug-in, so it must have no WorkflowActivityGroupName."
                    : $"The type {name} is a workflow step, so it needs a WorkflowActivityGroupName to show in the designer.");
            }
        }

        foreach (var shell in dll.Shells.Where(s => !registered.Contains(s)))
        {
            yield return Problem.Error("ASM09", SourceFile.Of(assembly), $"The DLL has the type {shell}, but it is not registered; add a PluginType for it.");
        }
    }

    internal static string TypeName(string qualified)
    {
        var comma = qualified.IndexOf(", ", StringComparison.Ordinal);
        return comma < 0 ? qualified : qualified[..comma];
    }

    private static IEnumerable<XElement> Types(XElement assembly) => assembly.Elements("PluginTypes").Elements("PluginType");

    private static bool IsAllowed(string reference) =>
        AllowedReferences.Contains(reference, StringComparer.Ordinal)
        || (reference.StartsWith("System.", StringComparison.Ordinal) && reference is not ("System.ValueTuple" or "System.Memory" or "System.Buffers" or "System.Text.Json" or "System.Runtime"));
}
