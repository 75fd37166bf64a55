using System.Xml.Linq;
using SolutionTool.Layout;
using SolutionTool.Model;
using SolutionTool.Platform;
using SolutionTool.Problems;

namespace SolutionTool.Checking;

/// <summary>Layer 5: plug-in steps and their images.</summary>
public static class StepRules
{
    private static readonly string[] Stages = ["10", "20", "40"];

    public static IEnumerable<Problem> Check(Catalog catalog)
    {
        var types = catalog.Package.Customizations.Elements("SolutionPluginAssemblies").Elements("PluginAssembly").Elements("PluginTypes").Elements("PluginType")
            .GroupBy(t => (string?)t.Attribute("AssemblyQualifiedName") ?? "", StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        return catalog.Package.Customizations.Elements("SdkMessageProcessingSteps").Elements("SdkMessageProcessingStep").SelectMany(s => CheckStep(catalog, types, s));
    }

    private static IEnumerable<Problem> CheckStep(Catalog catalog, Dictionary<string, XElement> types, XElement step)
    {
        var where = SourceFile.Of(step);
        var name = (string?)step.Attribute("Name") ?? "";
        var typeName = (string?)step.Element("PluginTypeName") ?? "";
        if (!types.TryGetValue(typeName, out var type))
        {
            yield return Problem.Error("STP01", where, $"The step \"{name}\" runs the type \"{typeName}\", which no assembly of the solution registers; correct the name or register the type.");
        }
        else
        {
            if ((string?)step.Element("PluginTypeId") is { } id && ComponentRules.Id(id) != ComponentRules.Id((string?)type.Attribute("PluginTypeId")))
            {
                yield return Problem.Error("STP12", where, $"PluginTypeId of the step \"{name}\" is {id}, but its type is registered as {(string?)type.Attribute("PluginTypeId")}.");
            }

            if (type.Element("WorkflowActivityGroupName") is not null)
            {
                yield return Problem.Error("STP01", where, $"The step \"{name}\" runs {AssemblyRules.TypeName(typeName)}, which is a workflow step and not a plug-in.");
            }
        }

        var message = Guid.TryParse((string?)step.Element("SdkMessageId"), out var messageId) ? PlatformFacts.Messages.GetValueOrDefault(messageId) : null;
        if (message is null)
        {
            yield return Problem.Error("STP02", where, $"The step \"{name}\" names the message \"{(string?)step.Element("SdkMessageId")}\", which is not a known message id.");
        }

        var table = (string?)step.Element("PrimaryEntity");
        if (table is not null && !catalog.HasTable(table))
        {
            yield return Problem.Error("STP03", where, $"The step \"{name}\" stands on the table \"{table}\", which neither the solution nor the platform has.");
        }

        foreach (var problem in CheckWhen(step, name, where)
            .Concat(CheckColumns(catalog, step, name, table, message, where))
            .Concat(step.Descendants("SdkMessageProcessingStepImage").SelectMany(i => CheckImage(catalog, step, i, name, table, message))))
        {
            yield return problem;
        }

        var shortType = AssemblyRules.TypeName(typeName).Split('.')[^1];
        if (message is not null && (!name.Contains(shortType, StringComparison.Ordinal) || !name.Contains(message, StringComparison.Ordinal) || (table is not null && !name.Contains(table, StringComparison.Ordinal))))
        {
            yield return Problem.Warning("STP08", where, $"The step's name \"{name}\" should say what it does: \"{AssemblyRules.TypeName(typeName)}: {message} of {table ?? "any table"}\".");
        }
    }

    private static IEnumerable<Problem> CheckWhen(XElement step, string name, string where)
    {
        var stage = (string?)step.Element("Stage") ?? "";
        var isAsync = (string?)step.Element("Mode") == "1";
        if (!Stages.Contains(stage, StringComparer.Ordinal))
        {
            yield return Problem.Error("STP04", where, $"The stage of the step \"{name}\" is \"{stage}\"; write 10 (before validation), 20 (before) or 40 (after the operation).");
        }

        if (isAsync && stage != "40")
        {
            yield return Problem.Error("STP04", where, $"The step \"{name}\" is asynchronous at stage {stage}; asynchronous steps run at stage 40 only.");
        }

        if ((string?)step.Element("Mode") is not ("0" or "1"))
        {
            yield return Problem.Error("STP04", where, $"The mode of the step \"{name}\" must be 0 (synchronous) or 1 (asynchronous).");
        }

        if (isAsync && (string?)step.Element("AsyncAutoDelete") != "1")
        {
            yield return Problem.Warning("STP13", where, $"The asynchronous step \"{name}\" keeps its finished jobs; write AsyncAutoDelete 1.");
        }
    }

    private static IEnumerable<Problem> CheckColumns(Catalog catalog, XElement step, string name, string? table, string? message, string where)
    {
        var filters = Names((string?)step.Element("FilteringAttributes"));
        if (filters.Count > 0 && message is not (null or "Update"))
        {
            yield return Problem.Error("STP09", where, $"The step \"{name}\" has filtering attributes, which only steps on Update may have.");
        }

        foreach (var column in filters.Where(c => table is not null && catalog.HasTable(table) && !catalog.HasColumn(table, c)))
        {
            yield return Problem.Error("STP06", where, $"The step \"{name}\" filters by the column {table}.{column}, which does not exist.");
        }

        if (message == "Update" && filters.Count == 0)
        {
            yield return Problem.Warning("STP11", where, $"The step \"{name}\" runs at every update of {table}; name its FilteringAttributes.");
        }
    }

    private static IEnumerable<Problem> CheckImage(Catalog catalog, XElement step, XElement image, string name, string? table, string? message)
    {
        var where = SourceFile.Of(image);
        var kind = (string?)image.Element("ImageType");
        var isPre = kind is "0" or "2";
        var isPost = kind is "1" or "2";
        if (!isPre && !isPost)
        {
            yield return Problem.Error("STP05", where, $"ImageType of an image of \"{name}\" must be 0 (before), 1 (after) or 2 (both).");
        }

        if (isPre && message == "Create")
        {
            yield return Problem.Error("STP05", where, $"The step \"{name}\" wants an image from before Create, when there was no row yet.");
        }

        if (isPost && message == "Delete")
        {
            yield return Problem.Error("STP05", where, $"The step \"{name}\" wants an image from after Delete, when there is no row any more.");
        }

        if (isPost && (string?)step.Element("Stage") != "40")
        {
            yield return Problem.Error("STP05", where, $"The step \"{name}\" wants an image from after the operation, but runs before it; only stage 40 has one.");
        }

        var property = message switch { "Create" => "Id", "Update" or "Delete" or "Assign" => "Target", "SetState" or "SetStateDynamicEntity" => "EntityMoniker", _ => null };
        if (property is not null && (string?)image.Element("MessagePropertyName") != property)
        {
            yield return Problem.Error("STP05", where, $"MessagePropertyName of an image of \"{name}\" must be {property} for {message}.");
        }

        if (string.IsNullOrEmpty((string?)image.Element("EntityAlias")))
        {
            yield return Problem.Error("STP05", where, $"An image of \"{name}\" needs an EntityAlias.");
        }

        var columns = Names((string?)image.Element("Attributes"));
        if (columns.Count == 0)
        {
            yield return Problem.Warning("STP10", where, $"An image of \"{name}\" carries every column; name the Attributes it needs.");
        }

        foreach (var column in columns.Where(c => table is not null && catalog.HasTable(table) && !catalog.HasColumn(table, c)))
        {
            yield return Problem.Error("STP07", where, $"An image of \"{name}\" names the column {table}.{column}, which does not exist.");
        }
    }

    private static List<string> Names(string? list) => [.. (list ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
