using System.Xml.Linq;
using SolutionTool.Layout;
using SolutionTool.Packing;
using SolutionTool.Platform;
using SolutionTool.Problems;

namespace SolutionTool.Checking;

/// <summary>Layer 5: the steps that attributes in the DLL declare and the steps of the solution are the same, both ways.</summary>
public static class DeclarationRules
{
    public static IEnumerable<Problem> Check(SolutionPackage package)
    {
        foreach (var assembly in package.Customizations.Elements("SolutionPluginAssemblies").Elements("PluginAssembly"))
        {
            if (package.Part((string?)assembly.Element("FileName")) is not { } bytes || PluginDll.Read(bytes) is not { DeclaresSteps: true } dll)
            {
                continue;
            }

            foreach (var problem in Compare(package, assembly, dll))
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<Problem> Compare(SolutionPackage package, XElement assembly, PluginDll dll)
    {
        var fullName = (string?)assembly.Attribute("FullName");
        var registered = package.Customizations.Elements("SdkMessageProcessingSteps").Elements("SdkMessageProcessingStep")
            .Where(s => ((string?)s.Element("PluginTypeName") ?? "").EndsWith(", " + fullName, StringComparison.Ordinal))
            .Select(s => (Element: s, Type: AssemblyRules.TypeName((string?)s.Element("PluginTypeName") ?? ""), Step: Read(s))).ToList();
        var declared = dll.Shells.SelectMany(t => dll.StepsOf(t).Select(s => (Type: t, Step: s))).ToList();
        foreach (var (type, step) in declared.Where(d => !registered.Any(r => r.Type == d.Type && r.Step == d.Step)))
        {
            yield return Problem.Error("STP14", SourceFile.Of(assembly), $"The code of {type} declares a step that the solution does not have: {step.Description}. Add or correct it in SdkMessageProcessingSteps.");
        }

        foreach (var (element, type, step) in registered.Where(r => !declared.Any(d => d.Type == r.Type && d.Step == r.Step)))
        {
            yield return Problem.Error("STP15", SourceFile.Of(element), $"The solution has a step of {type} that its code does not declare: {step.Description}. Correct it, or the attribute on the class.");
        }
    }

    private static DeclaredStep Read(XElement step)
    {
        int Number(string name) => (int?)step.Element(name) ?? 0;
        var message = Guid.TryParse((string?)step.Element("SdkMessageId"), out var id) ? PlatformFacts.Messages.GetValueOrDefault(id, "an unknown message") : "an unknown message";
        var images = step.Descendants("SdkMessageProcessingStepImage").Where(i => (string?)i.Element("ImageType") is "0" or "2");
        return new DeclaredStep(
            message,
            (string?)step.Element("PrimaryEntity") ?? "",
            Number("Stage"),
            Number("Mode"),
            DeclaredStep.Columns(Split((string?)step.Element("FilteringAttributes"))),
            DeclaredStep.Columns(images.SelectMany(i => Split((string?)i.Element("Attributes")))),
            Number("Rank"));
    }

    private static string[] Split(string? list) => (list ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
