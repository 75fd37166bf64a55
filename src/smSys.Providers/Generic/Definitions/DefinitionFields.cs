using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace smSys.Providers.Generic.Definitions;

/// <summary>Reads the fields of an object and says which do not belong there or are of the wrong kind.</summary>
internal static class DefinitionFields
{
    /// <summary>Names every field that is not among the known ones; a <c>remark</c> may stand everywhere.</summary>
    public static void Known(DefinitionNode node, DefinitionProblems problems, params IEnumerable<string>[] known)
    {
        List<string> names = known.SelectMany(list => list).ToList();
        foreach (DefinitionNode child in node.Children)
        {
            if (!names.Contains(child.Name) && child.Name != "remark")
            {
                problems.Add(child.Path, "this field is not known here; known are " + string.Join(", ", names) + ".");
            }
        }
    }

    public static string? Text(DefinitionNode node, string name, DefinitionProblems problems) =>
        Typed(node, name, problems, "has to be a text, in quotes.", DefinitionKind.Text)?.Text;

    public static DefinitionNode? Object(DefinitionNode node, string name, DefinitionProblems problems) =>
        Typed(node, name, problems, "has to be an object, from { to }.", DefinitionKind.Object);

    public static bool Flag(DefinitionNode node, string name, DefinitionProblems problems) =>
        Typed(node, name, problems, "has to be true or false, without quotes.", DefinitionKind.Truth)?.Text == "true";

    /// <summary>A number between two bounds; the standard when there is none.</summary>
    public static double Number(DefinitionNode node, string name, double standard, double least, double most, DefinitionProblems problems)
    {
        DefinitionNode? child = Typed(node, name, problems, "has to be a number, without quotes.", DefinitionKind.Number);
        if (child is null)
        {
            return standard;
        }

        if (double.TryParse(child.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && number >= least && number <= most)
        {
            return number;
        }

        problems.Add(child.Path, "has to be from " + least.ToString(CultureInfo.InvariantCulture) + " to " + most.ToString(CultureInfo.InvariantCulture) + ".");
        return standard;
    }

    /// <summary>One of the values of an enumeration, by name; null when the field is missing or wrong.</summary>
    public static T? Choice<T>(DefinitionNode node, IReadOnlyList<T> allowed, DefinitionProblems problems)
        where T : struct, Enum
    {
        foreach (T value in allowed)
        {
            if (node.Kind == DefinitionKind.Text && string.Equals(value.ToString(), node.Text, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        problems.Add(node.Path, "has to be one of " + string.Join(", ", allowed) + ".");
        return null;
    }

    /// <summary>A text or number, or an array of them.</summary>
    public static IReadOnlyList<DefinitionNode> Several(DefinitionNode node, string name, DefinitionProblems problems)
    {
        DefinitionNode? child = node[name];
        IReadOnlyList<DefinitionNode> several = child is null ? [] : child.Kind == DefinitionKind.Array ? child.Children : [child];
        foreach (DefinitionNode one in several)
        {
            if (one.Kind is DefinitionKind.Object or DefinitionKind.Array or DefinitionKind.Null)
            {
                problems.Add(one.Path, "has to be a text or a number.");
            }
        }

        if (child is not null && several.Count == 0)
        {
            problems.Add(child.Path, "must not be empty.");
        }

        return several;
    }

    private static DefinitionNode? Typed(DefinitionNode node, string name, DefinitionProblems problems, string otherwise, DefinitionKind kind)
    {
        DefinitionNode? child = node[name];
        if (child is null || child.Kind == kind)
        {
            return child;
        }

        problems.Add(child.Path, otherwise);
        return null;
    }
}
