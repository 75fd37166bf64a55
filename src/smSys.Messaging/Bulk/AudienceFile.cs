using System;
using System.Collections.Generic;
using System.Text;

namespace smSys.Messaging.Bulk;

/// <summary>
/// Reads an imported list of numbers: a line a recipient, the number first and a name behind a comma, semicolon or tab, either
/// in quotes if need be. A first line without any digit is a heading. A place is an offset into the text, so that a page can
/// be read without the ones before it.
/// </summary>
public static class AudienceFile
{
    /// <summary>Reads up to so many recipients.</summary>
    /// <param name="text">The whole file.</param>
    /// <param name="from">Where to begin; 0 at first, then what came back.</param>
    /// <param name="most">Recipients at once.</param>
    /// <param name="rows">Filled with number and name as written; the number may be empty or nonsense.</param>
    /// <returns>Where to go on; the length of the text at its end.</returns>
    public static int Read(string text, int from, int most, List<FileRow> rows)
    {
        var at = from;
        while (at < text.Length && rows.Count < most)
        {
            var end = text.IndexOf('\n', at);
            end = end < 0 ? text.Length : end;
            var line = text.Substring(at, end - at).Trim('\r', ' ', '\uFEFF');
            var isHeading = at == 0 && !HasDigit(line);
            if (line.Length > 0 && !isHeading)
            {
                rows.Add(Row(line));
            }

            at = Math.Min(end + 1, text.Length);
        }

        return at;
    }

    private static FileRow Row(string line)
    {
        var at = 0;
        var number = Field(line, ref at);
        return new FileRow(number, at < line.Length ? Field(line, ref at) : string.Empty);
    }

    private static string Field(string line, ref int at)
    {
        var field = new StringBuilder();
        var isQuoted = false;
        for (; at < line.Length; at++)
        {
            var c = line[at];
            if (c == '"' && isQuoted && at + 1 < line.Length && line[at + 1] == '"')
            {
                field.Append(c);
                at++;
            }
            else if (c == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (!isQuoted && (c is ',' or ';' or '\t'))
            {
                break;
            }
            else
            {
                field.Append(c);
            }
        }

        at++;
        return field.ToString().Trim();
    }

    private static bool HasDigit(string line)
    {
        foreach (var c in line)
        {
            if (char.IsDigit(c))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>A line of an imported file, as written.</summary>
public readonly record struct FileRow(string Number, string Name);
