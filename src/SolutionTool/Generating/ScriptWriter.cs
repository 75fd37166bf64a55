using System.Text;
using SolutionTool.Model;

namespace SolutionTool.Generating;

/// <summary>Writes the constants for web resources: one frozen object per table and one for the global option sets.</summary>
public static class ScriptWriter
{
    public static string Write(string root, IReadOnlyList<TableNames> tables, IReadOnlyList<(string Name, OptionSetModel Item)> optionSets)
    {
        var text = new StringBuilder();
        text.Append("'use strict';\n\n");
        text.Append("/* Written by SolutionTool from the solution's files; change those and generate again. */\n");
        text.Append("/* eslint-disable */\n\n");
        text.Append($"var {root} = {root} || {{}};\n\n");
        text.Append($"{root}.tables = Object.freeze({{\n");
        foreach (var names in tables)
        {
            Table(text, names);
        }

        text.Append("});\n\n");
        text.Append($"{root}.optionSets = Object.freeze({{\n");
        foreach (var (name, set) in optionSets)
        {
            Frozen(text, 1, Naming.Camel(name), Members(set));
        }

        return text.Append("});\n").ToString();
    }

    private static void Table(StringBuilder text, TableNames names)
    {
        var table = names.Table;
        text.Append($"  {Naming.Camel(names.Class)}: Object.freeze({{\n");
        text.Append($"    logicalName: '{table.LogicalName}',\n");
        text.Append($"    entitySetName: '{table.EntitySetName}',\n");
        text.Append($"    primaryId: '{table.PrimaryId?.LogicalName}',\n");
        text.Append($"    primaryName: '{table.PrimaryName?.LogicalName}',\n");
        // Forms load this file: columns of the platform, which every script knows by heart, would be a third of it.
        Frozen(text, 2, "columns", names.Columns.Where(c => c.Item.IsCustom).Select(c => (c.Name, $"'{c.Item.LogicalName}'")));
        if (names.States is { } states && names.Statuses is { } statuses)
        {
            Frozen(text, 2, "state", Members(states));
            Frozen(text, 2, "status", Members(statuses));
        }

        foreach (var (name, column) in names.Enums)
        {
            Frozen(text, 2, Naming.Camel(name), Members(column.OptionSet!));
        }

        text.Append("  }),\n");
    }

    private static IEnumerable<(string, string)> Members(OptionSetModel set) => TableNames.Members(set).Select(m => (m.Name, $"{m.Item.Value}"));

    private static void Frozen(StringBuilder text, int depth, string name, IEnumerable<(string Name, string Value)> members)
    {
        var indent = new string(' ', depth * 2);
        text.Append($"{indent}{name}: Object.freeze({{\n");
        foreach (var (member, value) in members)
        {
            text.Append($"{indent}  {Naming.Camel(member)}: {value},\n");
        }

        text.Append($"{indent}}}),\n");
    }
}
