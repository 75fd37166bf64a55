using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace smSys.Messaging.Templates;

/// <summary>
/// The filters: <c>default "text"</c> · <c>date "yyyy/MM/dd" jalali</c> (or gregorian) · <c>number "#,0.##"</c> ·
/// <c>digits persian</c> (or latin) · <c>upper</c> · <c>lower</c>.
/// </summary>
public static class TemplateFilters
{
    /// <summary>The text that stands for a missing value.</summary>
    public const string Default = "default";

    /// <summary>Every filter.</summary>
    public static IReadOnlyList<string> Names { get; } = [Default, "date", "number", "digits", "upper", "lower"];

    internal static bool Accepts(string name, IReadOnlyList<string> arguments) => name switch
    {
        Default => arguments.Count == 1,
        "date" => arguments.Count == 0 || (arguments.Count <= 2 && arguments.Skip(1).All(IsCalendar)),
        "number" => arguments.Count <= 1 && arguments.All(IsNumberPattern),
        "digits" => arguments.Count == 1 && (Is(arguments[0], "persian") || Is(arguments[0], "latin")),
        _ => arguments.Count == 0,
    };

    internal static string Apply(TemplateFilter filter, TemplateValue value, string text)
    {
        switch (filter.Name)
        {
            case "date" when value.Raw is DateTime time:
                var calendar = filter.Arguments.FirstOrDefault(IsCalendar);
                var pattern = filter.Arguments.FirstOrDefault(argument => !IsCalendar(argument)) ?? "yyyy/MM/dd";
                return DatePattern.Format(time, pattern, calendar is not null && Is(calendar, "jalali"));
            case "number" when value.Number is { } number:
                return number.ToString(filter.Arguments.Count == 0 ? "#,0.##" : filter.Arguments[0], CultureInfo.InvariantCulture);
            case "digits":
                return Is(filter.Arguments[0], "persian") ? InDigits(text, '\u06F0') : InDigits(text, '0');
            case "upper":
                return text.ToUpperInvariant();
            case "lower":
                return text.ToLowerInvariant();
            default:
                return text;
        }
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

    // Only these signs: other formats of .NET may throw, or fill the memory with zeros.
    private static bool IsNumberPattern(string pattern) => pattern.Length is > 0 and <= 30 && pattern.All(c => "#0,.% ".IndexOf(c) >= 0);

    private static bool IsCalendar(string argument) => Is(argument, "jalali") || Is(argument, "gregorian");

    private static bool Is(string argument, string word) => string.Equals(argument, word, StringComparison.OrdinalIgnoreCase);
}
