using SolutionTool.Layout;
using SolutionTool.Model;
using SolutionTool.Problems;

namespace SolutionTool.Checking;

/// <summary>Layer 6: option sets, states and status reasons.</summary>
public static class OptionRules
{
    private const int RangeSize = 10_000;

    public static IEnumerable<Problem> Check(Catalog catalog)
    {
        var global = catalog.Solution.OptionSets.Select(o => o.Name).ToHashSet(StringComparer.Ordinal);
        var first = ((int?)catalog.Package.SolutionManifest.Element("Publisher")?.Element("CustomizationOptionValuePrefix") ?? 0) * RangeSize;
        foreach (var set in catalog.Solution.OptionSets)
        {
            foreach (var problem in CheckSet(set, first))
            {
                yield return problem;
            }
        }

        foreach (var table in catalog.Solution.Tables)
        {
            foreach (var column in table.Columns)
            {
                if (column.GlobalOptionSet is { } name && name.StartsWith(catalog.Solution.Prefix + "_", StringComparison.OrdinalIgnoreCase) && !global.Contains(name))
                {
                    yield return Problem.Error("OPT01", SourceFile.Of(column.Element), $"The column {column.LogicalName} uses the option set {name}, which the solution does not have.");
                }

                if (column is { Type: "picklist", IsCustom: true, GlobalOptionSet: null, OptionSet: null })
                {
                    yield return Problem.Error("OPT01", SourceFile.Of(column.Element), $"The choice column {column.LogicalName} has no option set; add <OptionSetName> or <optionset>.");
                }

                if (column is { IsCustom: true, OptionSet: { Kind: "picklist" } own })
                {
                    foreach (var problem in CheckSet(own, first))
                    {
                        yield return problem;
                    }
                }
            }

            foreach (var problem in CheckStates(table, first))
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<Problem> CheckSet(OptionSetModel set, int first)
    {
        foreach (var option in set.Options)
        {
            if (option.Value is not { } value || value < first || value >= first + RangeSize)
            {
                yield return Problem.Error("OPT02", SourceFile.Of(option.Element), $"The value \"{(string?)option.Element.Attribute("value")}\" of {set.Name} lies outside the publisher's range {first} to {first + RangeSize - 1}.");
            }
        }

        foreach (var problem in CheckTwice(set))
        {
            yield return problem;
        }
    }

    private static IEnumerable<Problem> CheckTwice(OptionSetModel set) => set.Options.GroupBy(o => o.Value).Where(g => g.Key is not null && g.Count() > 1)
        .Select(twice => Problem.Error("OPT03", SourceFile.Of(twice.Last().Element), $"The value {twice.Key} stands twice in {set.Name}; give each option its own."));

    private static IEnumerable<Problem> CheckStates(TableModel table, int first)
    {
        var states = table.Columns.FirstOrDefault(c => c.Type == "state")?.OptionSet;
        var reasons = table.Columns.FirstOrDefault(c => c.Type == "status")?.OptionSet;
        if (states is null || reasons is null)
        {
            yield break;
        }

        foreach (var state in states.Options)
        {
            if (string.IsNullOrEmpty(state.InvariantName))
            {
                yield return Problem.Error("STA03", SourceFile.Of(state.Element), $"The state {state.Value} of {table.LogicalName} needs an invariantname.");
            }

            if (!reasons.Options.Any(r => r.Value == state.DefaultStatus && r.State == state.Value))
            {
                yield return Problem.Error("STA01", SourceFile.Of(state.Element), $"The default reason {state.DefaultStatus} of the state {state.InvariantName} is not one of that state's reasons.");
            }
        }

        foreach (var reason in reasons.Options)
        {
            if (!states.Options.Any(s => s.Value == reason.State))
            {
                yield return Problem.Error("STA02", SourceFile.Of(reason.Element), $"The reason {reason.Value} names the state {reason.State}, which {table.LogicalName} does not have.");
            }

            var ofPlatform = reason.Value is >= 1 and <= 4 && (table.IsActivity || reason.Value <= 2);
            if (table.IsOwn && !ofPlatform && (reason.Value is not { } value || value < first || value >= first + RangeSize))
            {
                yield return Problem.Error("OPT02", SourceFile.Of(reason.Element), $"The value {reason.Value} of a reason of {table.LogicalName} lies outside the publisher's range {first} to {first + RangeSize - 1}.");
            }
        }

        var expected = table.IsActivity ? 4 : 2;
        if (table.IsOwn && states.Options.Any(s => s.Value is null or < 0 || s.Value >= expected))
        {
            yield return Problem.Error("STA04", SourceFile.Of(states.Element), $"{table.LogicalName} has states of its own; only the platform's 0 to {expected - 1} exist, so make status reasons instead.");
        }

        foreach (var problem in CheckTwice(states).Concat(CheckTwice(reasons)))
        {
            yield return problem;
        }
    }
}
