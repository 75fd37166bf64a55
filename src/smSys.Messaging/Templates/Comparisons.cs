using System;
using System.Globalization;
using smSys.Messaging.Text.Folding;

namespace smSys.Messaging.Templates;

/// <summary>Signs and meanings of the comparisons.</summary>
internal static class Comparisons
{
    internal static string Sign(TemplateComparison comparison) => comparison switch
    {
        TemplateComparison.Equal => "=",
        TemplateComparison.NotEqual => "!=",
        TemplateComparison.Less => "<",
        TemplateComparison.LessOrEqual => "<=",
        TemplateComparison.Greater => ">",
        TemplateComparison.GreaterOrEqual => ">=",
        _ => string.Empty,
    };

    internal static TemplateComparison? FromSign(string sign) => sign switch
    {
        "=" or "==" => TemplateComparison.Equal,
        "!=" or "<>" => TemplateComparison.NotEqual,
        "<" => TemplateComparison.Less,
        "<=" => TemplateComparison.LessOrEqual,
        ">" => TemplateComparison.Greater,
        ">=" => TemplateComparison.GreaterOrEqual,
        _ => null,
    };

    internal static bool Holds(TemplateCondition condition, TemplateValue? value)
    {
        var isThere = value is not null && !value.IsEmpty;
        if (condition.Comparison == TemplateComparison.Exists)
        {
            return isThere && value!.Raw is not false;
        }

        if (!isThere)
        {
            return condition.Comparison == TemplateComparison.NotEqual;
        }

        var order = Compare(value!, condition.Operand);
        return condition.Comparison switch
        {
            TemplateComparison.Equal => order == 0,
            TemplateComparison.NotEqual => order != 0,
            TemplateComparison.Less => order < 0,
            TemplateComparison.LessOrEqual => order <= 0,
            TemplateComparison.Greater => order > 0,
            _ => order >= 0,
        };
    }

    private static int Compare(TemplateValue value, string operand)
    {
        if (value.Number is { } left && decimal.TryParse(operand, NumberStyles.Number, CultureInfo.InvariantCulture, out var right))
        {
            return left.CompareTo(right);
        }

        if (value.Raw is DateTime time
            && DateTime.TryParse(operand, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var other))
        {
            return time.CompareTo(other);
        }

        var folded = TextFold.Fold(operand);
        return string.Equals(TextFold.Fold(value.Text), folded, StringComparison.Ordinal)
            || string.Equals(TextFold.Fold(value.Plain), folded, StringComparison.Ordinal)
                ? 0
                : string.CompareOrdinal(TextFold.Fold(value.Plain), folded);
    }
}
