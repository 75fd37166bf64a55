using System.Collections.Immutable;
using System.Xml.Linq;
using CrmEmulator.Faults;

namespace CrmEmulator.Metadata.Import;

/// <summary>Reads assemblies, their types and the registered steps.</summary>
internal static class CodeReader
{
    public static SolutionContent Read(SolutionPackage package, SolutionContent content)
    {
        foreach (var element in package.Customizations.Element("SolutionPluginAssemblies")?.Elements("PluginAssembly") ?? [])
        {
            content = ReadAssembly(element, package, content);
        }

        foreach (var element in package.Customizations.Element("SdkMessageProcessingSteps")?.Elements("SdkMessageProcessingStep") ?? [])
        {
            var step = ReadStep(element, content);
            content = content with { Steps = content.Steps.SetItem(step.Id, step) };
        }

        return content;
    }

    private static SolutionContent ReadAssembly(XElement element, SolutionPackage package, SolutionContent content)
    {
        var name = (string)element.Attribute("FullName")!;
        var id = SolutionXml.Id((string?)element.Attribute("PluginAssemblyId"), name);
        var file = SolutionXml.Text(element, "FileName");
        var assembly = new PlugInAssemblyDefinition(id, name, SolutionXml.Number(element, "IsolationMode", 2), package.File(file, name));
        var types = content.PlugInTypes.Where(type => type.Value.AssemblyId != id).ToImmutableSortedDictionary(StringComparer.Ordinal);
        foreach (var type in element.Descendants("PluginType"))
        {
            var qualified = (string)type.Attribute("AssemblyQualifiedName")!;
            var display = (string?)type.Attribute("Name") ?? qualified.Split(',')[0];
            var typeId = Guid.TryParse((string?)type.Attribute("PluginTypeId"), out var given) ? given : StableId.Of("plugintype", qualified);
            types = types.SetItem(qualified.Split(',')[0].Trim(), new PlugInTypeDefinition(typeId, id, qualified, display, SolutionXml.Text(type, "FriendlyName"), SolutionXml.TextOrNull(type, "WorkflowActivityGroupName")));
        }

        return content with { Assemblies = content.Assemblies.SetItem(id, assembly), PlugInTypes = types };
    }

    private static StepDefinition ReadStep(XElement element, SolutionContent content)
    {
        var name = (string?)element.Attribute("Name") ?? "step";
        var type = SolutionXml.Text(element, "PluginTypeName").Split(',')[0].Trim();
        if (!content.PlugInTypes.ContainsKey(type))
        {
            throw Fault.Of(FaultCodes.ImportFailed, $"The step '{name}' names the plug-in type {type}, which no assembly of the organisation registers.");
        }

        return new StepDefinition
        {
            Id = SolutionXml.Id((string?)element.Attribute("SdkMessageProcessingStepId"), name),
            Name = name,
            PlugInTypeName = type,
            Message = Message(element, name),
            Table = Table(SolutionXml.TextOrNull(element, "PrimaryEntity")),
            SecondaryTable = Table(SolutionXml.TextOrNull(element, "SecondaryEntity")),
            Stage = SolutionXml.Number(element, "Stage", 40),
            Mode = SolutionXml.Number(element, "Mode"),
            Rank = SolutionXml.Number(element, "Rank", 1),
            FilteringColumns = SolutionXml.List(SolutionXml.Text(element, "FilteringAttributes")),
            Configuration = SolutionXml.TextOrNull(element, "Configuration"),
            ImpersonatingUserId = Guid.TryParse(SolutionXml.Text(element, "ImpersonatingUserId"), out var user) ? user : null,
            AsyncAutoDelete = SolutionXml.Flag(element, "AsyncAutoDelete"),
            Images = [.. element.Descendants("SdkMessageProcessingStepImage").Select(image => ReadImage(image, name))],
        };
    }

    private static StepImageDefinition ReadImage(XElement element, string step)
    {
        var name = (string?)element.Attribute("Name") ?? "image";
        return new StepImageDefinition(
            SolutionXml.Id(SolutionXml.TextOrNull(element, "SdkMessageProcessingStepImageId") ?? (string?)element.Attribute("SdkMessageProcessingStepImageId"), $"{name} of {step}"),
            name,
            SolutionXml.Text(element, "EntityAlias"),
            SolutionXml.Number(element, "ImageType"),
            SolutionXml.List(SolutionXml.Text(element, "Attributes")),
            SolutionXml.Text(element, "MessagePropertyName"));
    }

    private static string Message(XElement element, string step)
    {
        if (SolutionXml.TextOrNull(element, "SdkMessageName") is { } name)
        {
            return name;
        }

        var id = SolutionXml.Id(SolutionXml.Text(element, "SdkMessageId"), $"the message of the step '{step}'");
        return SdkMessages.NameOf(id) ?? throw Fault.Of(FaultCodes.ImportFailed, $"The step '{step}' stands on the message {id:D}, which this organisation does not know.");
    }

    private static string? Table(string? name) => name is null or "none" or "0" ? null : name.ToLowerInvariant();
}
