using System.Xml.Linq;
using SolutionTool.Layout;
using SolutionTool.Model;
using SolutionTool.Platform;
using SolutionTool.Problems;

namespace SolutionTool.Checking;

/// <summary>Layer 7: ribbons. Commands, rules, labels and functions they name exist; ids are unique.</summary>
public static class RibbonRules
{
    private const string LabelMark = "$LocLabels:";
    private const string ResourceMark = "$webresource:";

    public static IEnumerable<Problem> Check(Catalog catalog, ScriptFunctions scripts)
    {
        var ribbons = new List<(XElement Ribbon, string? Table)>();
        foreach (var (element, owner) in catalog.Solution.Tables.Select(t => (t.Element, (string?)t.LogicalName)).Append((catalog.Package.Customizations, null)))
        {
            if (element.Element("RibbonDiffXml") is { HasElements: true } present)
            {
                ribbons.Add((present, owner));
            }
        }

        foreach (var (ribbon, table) in ribbons)
        {
            foreach (var problem in CheckParts(ribbon).Concat(CheckReferences(ribbon)).Concat(CheckRules(catalog, ribbon)).Concat(CheckPlaces(ribbon, table)).Concat(CheckFunctions(catalog, scripts, ribbon)))
            {
                yield return problem;
            }
        }

        foreach (var problem in CheckIds(catalog, [.. ribbons.Select(r => r.Ribbon)]))
        {
            yield return problem;
        }
    }

    private static IEnumerable<Problem> CheckParts(XElement ribbon)
    {
        foreach (var part in new[] { "CustomActions", "Templates", "CommandDefinitions", "RuleDefinitions", "LocLabels" }.Where(p => ribbon.Element(p) is null))
        {
            yield return Problem.Error("RIB09", SourceFile.Of(ribbon), $"The ribbon has no <{part}>; add it, even if empty.");
        }

        foreach (var part in new[] { "TabDisplayRules", "DisplayRules", "EnableRules" }.Where(p => ribbon.Element("RuleDefinitions") is { } rules && rules.Element(p) is null))
        {
            yield return Problem.Error("RIB09", SourceFile.Of(ribbon.Element("RuleDefinitions")!), $"<RuleDefinitions> has no <{part}>; add it, even if empty.");
        }

        foreach (var command in Commands(ribbon).Where(c => string.Join(" ", c.Elements().Select(e => e.Name.LocalName)) != "EnableRules DisplayRules Actions"))
        {
            yield return Problem.Error("RIB09", SourceFile.Of(command), $"The command {Id(command)} must hold EnableRules, DisplayRules and Actions, in this order, even if empty.");
        }
    }

    private static IEnumerable<Problem> CheckReferences(XElement ribbon)
    {
        var commands = Commands(ribbon).Select(Id).ToHashSet(StringComparer.Ordinal);
        foreach (var use in ribbon.Elements("CustomActions").Descendants().Attributes("Command").Where(a => !commands.Contains(a.Value) && !a.Value.StartsWith("Mscrm.", StringComparison.Ordinal)))
        {
            yield return Problem.Error("RIB01", SourceFile.Of(use), $"The button {Id(use.Parent!)} uses the command {use.Value}, which is not defined; add it to CommandDefinitions.");
        }

        foreach (var kind in new[] { "EnableRule", "DisplayRule" })
        {
            var rules = ribbon.Elements("RuleDefinitions").Elements(kind + "s").Elements(kind).Select(Id).ToHashSet(StringComparer.Ordinal);
            foreach (var use in Commands(ribbon).Elements(kind + "s").Elements(kind).Where(r => !rules.Contains(Id(r))))
            {
                if (!Id(use).StartsWith("Mscrm.", StringComparison.Ordinal))
                {
                    yield return Problem.Error("RIB02", SourceFile.Of(use), $"A command uses the {kind} {Id(use)}, which is not defined; add it to RuleDefinitions.");
                }
                else if (!PlatformFacts.RibbonRules.Contains(Id(use)))
                {
                    yield return Problem.Warning("RIB11", SourceFile.Of(use), $"The system rule {Id(use)} is not in the tool's list; check its spelling, and if it is right add it to ribbon-rules.txt.");
                }
            }
        }

        var labels = ribbon.Elements("LocLabels").Elements("LocLabel").Select(Id).ToHashSet(StringComparer.Ordinal);
        foreach (var use in ribbon.Descendants().Attributes().Where(a => a.Value.StartsWith(LabelMark, StringComparison.Ordinal) && !labels.Contains(a.Value[LabelMark.Length..])))
        {
            yield return Problem.Error("RIB03", SourceFile.Of(use), $"The label {use.Value[LabelMark.Length..]} is not defined; add it to LocLabels.");
        }

        foreach (var button in ribbon.Descendants("Button").Where(b => b.Attribute("Alt") is null))
        {
            yield return Problem.Error("RIB12", SourceFile.Of(button), $"The button {Id(button)} has no Alt text; set Alt to its label.");
        }
    }

    private static IEnumerable<Problem> CheckRules(Catalog catalog, XElement ribbon)
    {
        foreach (var parameter in ribbon.Descendants("CrmParameter").Where(p => !RibbonVocabulary.CrmParameters.Contains((string?)p.Attribute("Value") ?? "")))
        {
            yield return Problem.Error("RIB04", SourceFile.Of(parameter), $"There is no CrmParameter \"{(string?)parameter.Attribute("Value")}\"; correct its spelling.");
        }

        foreach (var (kind, known) in new[] { ("EnableRule", RibbonVocabulary.EnableRules), ("DisplayRule", RibbonVocabulary.DisplayRules) })
        {
            foreach (var rule in ribbon.Elements("RuleDefinitions").Elements(kind + "s").Elements(kind).Elements().SelectMany(Leaves).Where(r => !known.Contains(r.Name.LocalName)))
            {
                yield return Problem.Error("RIB05", SourceFile.Of(rule), $"There is no {kind} of the kind <{rule.Name.LocalName}>; correct its spelling.");
            }
        }

        foreach (var rule in ribbon.Descendants().Where(e => e.Name.LocalName is "EntityPrivilegeRule" or "RecordPrivilegeRule"))
        {
            if (!RibbonVocabulary.PrivilegeTypes.Contains((string?)rule.Attribute("PrivilegeType") ?? "") || rule.Attribute("PrivilegeDepth") is { } depth && !RibbonVocabulary.PrivilegeDepths.Contains(depth.Value))
            {
                yield return Problem.Error("RIB13", SourceFile.Of(rule), "PrivilegeType must be Create, Read, Write, Delete, Assign, Share, Append or AppendTo, and PrivilegeDepth None, Basic, Local, Deep or Global.");
            }

            if ((string?)rule.Attribute("EntityName") is { } table)
            {
                if (!catalog.HasTable(table))
                {
                    yield return Problem.Error("RIB14", SourceFile.Of(rule), $"The rule names the table \"{table}\", which neither the solution nor the platform has.");
                }
                else if (catalog.Solution.ByName.TryGetValue(table, out var own) && own.IsActivity)
                {
                    yield return Problem.Error("RIB14", SourceFile.Of(rule), $"The activity {table} has no privileges of its own; write EntityName=\"activitypointer\".");
                }
            }
        }
    }

    private static IEnumerable<Problem> CheckPlaces(XElement ribbon, string? table)
    {
        foreach (var action in ribbon.Elements("CustomActions").Elements("CustomAction"))
        {
            var location = (string?)action.Attribute("Location") ?? "";
            if (table is not null && location.StartsWith("Mscrm.", StringComparison.Ordinal) && !RibbonVocabulary.IsPlace(location, table))
            {
                yield return Problem.Error("RIB08", SourceFile.Of(action), $"\"{location}\" is not a known group of the ribbon of {table}; write Mscrm.<Form|HomepageGrid|SubGrid>.{table}.MainTab.<group>.Controls._children.");
            }
        }
    }

    private static IEnumerable<Problem> CheckFunctions(Catalog catalog, ScriptFunctions scripts, XElement ribbon)
    {
        var groups = ribbon.Descendants("Actions").Select(a => a.Elements("JavaScriptFunction").ToList())
            .Concat(ribbon.Elements("RuleDefinitions").Elements("EnableRules").Elements("EnableRule").Select(r => r.Descendants("CustomRule").ToList()));
        foreach (var calls in groups)
        {
            var libraries = calls.Select(c => (string?)c.Attribute("Library") ?? "").Where(l => l.StartsWith(ResourceMark, StringComparison.Ordinal))
                .Select(l => l[ResourceMark.Length..]).Distinct(StringComparer.Ordinal).ToList();
            foreach (var call in calls.Where(c => libraries.Count > 0 && libraries.TrueForAll(l => WebResourceRules.Exists(catalog, l))))
            {
                var function = (string?)call.Attribute("FunctionName") ?? "";
                if (scripts.Missing(libraries, function) is { } sentence)
                {
                    yield return Problem.Error("RIB07", SourceFile.Of(call), $"The ribbon calls {function}: {sentence}");
                }
            }
        }
    }

    private static IEnumerable<Problem> CheckIds(Catalog catalog, IReadOnlyList<XElement> ribbons)
    {
        var prefix = catalog.Solution.Prefix + ".";
        var defined = ribbons.SelectMany(r => r.Elements("CustomActions").Descendants()
            .Concat(Commands(r)).Concat(r.Elements("RuleDefinitions").Elements().Elements()).Concat(r.Elements("LocLabels").Elements("LocLabel")))
            .Where(e => e.Attribute("Id") is not null).ToList();
        foreach (var twice in defined.GroupBy(Id, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
        {
            yield return Problem.Error("RIB06", SourceFile.Of(twice.Last()), $"The ribbon id {twice.Key} is used twice; ids must be unique over the whole organisation.");
        }

        foreach (var foreign in defined.Where(e => !Id(e).StartsWith(prefix, StringComparison.Ordinal)))
        {
            yield return Problem.Warning("RIB10", SourceFile.Of(foreign), $"The ribbon id {Id(foreign)} should start with {prefix} so that it meets no other solution's.");
        }
    }

    private static IEnumerable<XElement> Leaves(XElement rule) => rule.Name == "OrRule" ? rule.Elements("Or").Elements().SelectMany(Leaves) : [rule];

    private static IEnumerable<XElement> Commands(XElement ribbon) => ribbon.Elements("CommandDefinitions").Elements("CommandDefinition");

    private static string Id(XElement element) => (string?)element.Attribute("Id") ?? "";
}
