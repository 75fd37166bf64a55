using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace smSys.Messaging.Templates;

/// <summary>
/// The filters: <c>default "text"</c> · <c>date "yyyy/MM/dd" jalali</c> (or gregorian) · <c>number "#,0.##"</c> ·
/// <c>money</c> (or <c>money "تومان"</c>) ·
/// <c>digits persian</c> (or latin) · <c>upper</c> · <c>lower</c>.
/// </summary>
public static class TemplateFilters
{
    /// <summary>The text that stands for a missing value.</summary>
    public const string Default = "default";

    /// <summary>Every filter.</summary>
    public static IReadOnlyList<string> Names { get; } = [Default, "date", "number", "money", "digits", "upper", "lower"];

    internal static bool Accepts(string name, IReadOnlyList<string> arguments) => name switch
    {
        Default => arguments.Count == 1,
        "date" => arguments.Count == 0 || (arguments.Count <= 2 && arguments.Skip(1).All(IsCalendar)),
        "number" => arguments.Count <= 1 && arguments.All(IsNumberPattern),
        "money" => arguments.Count <= 1,
        "digits" => arguments.Count == 1 && (Is(arguments[0], "persian") || Is(arguments[0], "latin")),
        _ => arguments.Count == 0,
    };

    /// <param name="filter">What to do.</param>
    /// <param name="value">The value.</param>
    /// <param name="text">What the filters before made of it; null for the first.</param>
    internal static string Apply(TemplateFilter filter, TemplateValue value, string? text)
    {
        switch (filter.Name)
        {
            case "date" when value.Raw is DateTime time:
                return DatePattern.Format(time, filter.DatePattern, filter.IsJalali);
            case "number" when value.Number is { } number:
                return number.ToString(filter.Arguments.Count == 0 ? "#,0.##" : filter.Arguments[0], CultureInfo.InvariantCulture);
            case "money" when value.Number is { } amount:
                var unit = filter.Arguments.Count == 0 ? UnitOf(value.Formatted) : filter.Arguments[0];
                return amount.ToString("#,0.##", CultureInfo.InvariantCulture) + (unit.Length == 0 ? string.Empty : " " + unit);
            case "digits":
                return Is(filter.Arguments[0], "persian") ? InDigits(text ?? value.Text, '\u06F0') : InDigits(text ?? value.Text, '0');
            case "upper":
                return (text ?? value.Text).ToUpperInvariant();
            case "lower":
                return (text ?? value.Text).ToLowerInvariant();
            default:
                return text ?? value.Text;
        }
    }

    internal static string PatternOf(IReadOnlyList<string> arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            if (!IsCalendar(arguments[i]))
            {
                return arguments[i];
            }
        }

        return "yyyy/MM/dd";
    }

    internal static bool IsJalali(IReadOnlyList<string> arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            if (Is(arguments[i], "jalali"))
            {
                return true;
            }
        }

        return false;
    }

    private static string InDigits(string text, char zero)
    {
        var digits = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            digits.Append(char.IsDigit(c) ? (char)(zero + CharUnicodeInfo.GetDecimalDigitValue(c)) : c);
        }

        return digits.ToString();
    }

    // What CRM writes beside an amount is its currency.
    private static string UnitOf(string? formatted) => new string((formatted ?? string.Empty)
        .Where(c => !char.IsDigit(c) && ".,-()\u066B\u066C".IndexOf(c) < 0 && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format)
        .ToArray()).Trim();

    // Only these signs: other formats of .NET may throw, or fill the memory with zeros.
    private static bool IsNumberPattern(string pattern) => pattern.Length is > 0 and <= 30 && pattern.All(c => "#0,.% ".IndexOf(c) >= 0);

    private static bool IsCalendar(string argument) => Is(argument, "jalali") || Is(argument, "gregorian");

    private static bool Is(string argument, string word) => string.Equals(argument, word, StringComparison.OrdinalIgnoreCase);
}
