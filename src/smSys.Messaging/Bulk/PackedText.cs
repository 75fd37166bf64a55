using System;
using System.Globalization;
using System.Text;

namespace smSys.Messaging.Bulk;

/// <summary>
/// Fields in lines of text, separated by tabs: what a memo of Dynamics keeps unchanged. Characters that would break the form
/// are escaped with a backslash; no packed text ends in white space, which some clients cut off.
/// </summary>
internal static class PackedText
{
    internal const string Nothing = "-";

    private static readonly char[] _special = ['\\', '\t', '\n', '\r'];

    /// <summary>Adds a text; copies it in one piece unless it needs escaping.</summary>
    internal static StringBuilder AppendEscaped(this StringBuilder packed, string text)
    {
        var from = 0;
        for (var at = text.IndexOfAny(_special); at >= 0; at = text.IndexOfAny(_special, from))
        {
            packed.Append(text, from, at - from).Append('\\').Append(text[at] switch { '\t' => 't', '\n' => 'n', '\r' => 'r', _ => '\\' });
            from = at + 1;
        }

        return packed.Append(text, from, text.Length - from);
    }

    internal static string Unescape(string field)
    {
        if (field.IndexOf('\\') < 0)
        {
            return field;
        }

        var text = new StringBuilder(field.Length);
        for (var i = 0; i < field.Length; i++)
        {
            text.Append(field[i] != '\\' || i + 1 == field.Length
                ? field[i]
                : field[++i] switch { 't' => '\t', 'n' => '\n', 'r' => '\r', var other => other });
        }

        return text.ToString();
    }

    internal static string[] Lines(string packed) => packed.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries);

    internal static string Of(DateTime? time) =>
        time is { } known ? known.Ticks.ToString(CultureInfo.InvariantCulture) : Nothing;

    internal static DateTime? Time(string field) =>
        string.Equals(field, Nothing, StringComparison.Ordinal) ? null : new DateTime(Long(field), DateTimeKind.Utc);

    internal static int Int(string field) => int.Parse(field, NumberStyles.None, CultureInfo.InvariantCulture);

    internal static long Long(string field) => long.Parse(field, NumberStyles.None, CultureInfo.InvariantCulture);
}
