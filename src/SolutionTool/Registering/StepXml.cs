using System.Globalization;
using System.Xml.Linq;
using SolutionTool.Checking;
using SolutionTool.Platform;

namespace SolutionTool.Registering;

/// <summary>Writes a declared step as the element that a solution holds, in the order of the importer's schema.</summary>
public static class StepXml
{
    public const string Element = "SdkMessageProcessingStep";
    public const string IdAttribute = "SdkMessageProcessingStepId";
    private const string PluginStep = "4602";

    /// <summary>The element; id and description of <paramref name="existing"/> are kept.</summary>
    public static XElement Write(string type, string qualifiedName, string typeId, DeclaredStep step, XElement? existing)
    {
        var id = (string?)existing?.Attribute(IdAttribute) ?? StableId.Of(type, step.Message, step.Table, Text(step.Stage), Text(step.Mode)).ToString("B");
        return new XElement(
            Element,
            new XAttribute("Name", $"{type}: {step.Message} of {step.Table}"),
            new XAttribute(IdAttribute, id),
            new XElement("PluginTypeName", qualifiedName),
            new XElement("PluginTypeId", typeId),
            new XElement("PrimaryEntity", step.Table),
            new XElement("AsyncAutoDelete", step.Mode == 1 ? "1" : "0"),
            new XElement("Description", (string?)existing?.Element("Description") ?? $"{step.Message} of {step.Table}"),
            step.Filters.Length > 0 ? new XElement("FilteringAttributes", InOldOrder((string?)existing?.Element("FilteringAttributes"), step.Filters)) : null,
            new XElement("InvocationSource", "0"),
            new XElement("Mode", Text(step.Mode)),
            new XElement("Rank", Text(step.Rank)),
            new XElement("SdkMessageId", MessageId(step.Message).ToString("B")),
            new XElement("EventHandlerTypeCode", PluginStep),
            new XElement("Stage", Text(step.Stage)),
            new XElement("IsCustomizable", "1"),
            new XElement("IsHidden", "0"),
            new XElement("SupportedDeployment", "0"),
            new XElement("IntroducedVersion", (string?)existing?.Element("IntroducedVersion") ?? "1.0"),
            step.Before.Length > 0 ? new XElement("SdkMessageProcessingStepImages", Image(step, id, existing)) : null);
    }

    /// <summary>Whether an element is the step of that type, message, table, stage and mode, whatever its filters and images.</summary>
    public static bool IsSame(XElement element, string type, DeclaredStep step) =>
        AssemblyRules.TypeName((string?)element.Element("PluginTypeName") ?? "") == type
        && (string?)element.Element("PrimaryEntity") == step.Table
        && (string?)element.Element("Stage") == Text(step.Stage)
        && (string?)element.Element("Mode") == Text(step.Mode)
        && Guid.TryParse((string?)element.Element("SdkMessageId"), out var message) && message == MessageId(step.Message);

    /// <summary>The id of a message; empty when the platform has none of that name.</summary>
    public static Guid MessageId(string message) => PlatformFacts.Messages.FirstOrDefault(m => m.Value == message).Key;

    private static XElement Image(DeclaredStep step, string stepId, XElement? existing)
    {
        var old = existing?.Descendants("SdkMessageProcessingStepImage").FirstOrDefault(i => (string?)i.Element("ImageType") == "0");
        var property = step.Message switch { "Create" => "Id", "SetState" or "SetStateDynamicEntity" => "EntityMoniker", _ => "Target" };
        return new XElement(
            "SdkMessageProcessingStepImage",
            new XAttribute("Name", "Before"),
            new XElement("SdkMessageProcessingStepImageId", (string?)old?.Element("SdkMessageProcessingStepImageId") ?? StableId.Of(ComponentRules.Id(stepId), "Before").ToString("B")),
            new XElement("Attributes", InOldOrder((string?)old?.Element("Attributes"), step.Before)),
            new XElement("EntityAlias", "Before"),
            new XElement("ImageType", "0"),
            new XElement("MessagePropertyName", property),
            new XElement("IsCustomizable", "1"));
    }

    private static string InOldOrder(string? old, string columns) =>
        old is not null && DeclaredStep.Columns(old.Split(',', StringSplitOptions.TrimEntries)) == columns ? old : columns;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
