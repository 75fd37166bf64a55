using System.Collections.Generic;
using System.Text;

namespace smSys.Messaging.Text;

/// <summary>Reads and writes the comma-separated lists that people bring along: comma or semicolon, quotes, line breaks in quotes.</summary>
public static class CsvLines
{
    /// <summary>The lines, each with its fields; empty ones are left out.</summary>
    public static IEnumerable<IReadOnlyList<string>> Read(string text)
    {
        var separator = SeparatorOf(text);
        var fields = new List<string>();
        var field = new StringBuilder();
        var isQuoted = false;
        var start = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
        for (var i = start; i < text.Length; i++)
        {
            var c = text[i];
            if (isQuoted)
            {
                if (c != '"')
                {
                    field.Append(c);
                }
                else if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    field.Append('"');
                    i++;
                }
                else
                {
                    isQuoted = false;
                }
            }
            else if (c == '"' && field.ToString().Trim().Length == 0)
            {
                field.Clear();
                isQuoted = true;
            }
            else if (c == separator)
            {
                Take(fields, field);
            }
            else if (c == '\n')
            {
                Take(fields, field);
                if (!IsEmpty(fields))
                {
                    yield return fields;
                }

                fields = [];
            }
            else if (c != '\r')
            {
                field.Append(c);
            }
        }

        Take(fields, field);
        if (!IsEmpty(fields))
        {
            yield return fields;
        }
    }

    /// <summary>A field, quoted where it has to be; what a spreadsheet would take for a formula is made harmless by an apostrophe.</summary>
    public static string Field(string? value)
    {
        var text = value ?? string.Empty;
        if (text.Length > 0 && "=+-@\t".IndexOf(text[0]) >= 0)
        {
            text = "'" + text;
        }

        return text.IndexOfAny(['"', ',', '\n', '\r']) < 0 ? text : "\"" + text.Replace("\"", "\"\"") + "\"";
    }

    private static char SeparatorOf(string text)
    {
        var end = text.IndexOf('\n');
        var first = end < 0 ? text : text.Substring(0, end);
        return first.IndexOf(',') < 0 && first.IndexOf(';') >= 0 ? ';' : ',';
    }

    private static void Take(List<string> fields, StringBuilder field)
    {
        fields.Add(field.ToString());
        field.Clear();
    }

    private static bool IsEmpty(List<string> fields) => fields.TrueForAll(string.IsNullOrWhiteSpace);
}
