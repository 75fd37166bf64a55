using System.Text;

namespace DevHost.Contacts;

/// <summary>One record of a CSV text: the line it begins on (from 1) and its text, which may span lines inside quotes.</summary>
/// <param name="Line">Line of its first character.</param>
/// <param name="Text">Without the line end.</param>
/// <param name="IsOpen">A quote was opened and never closed; the record then is that one line only.</param>
public sealed record CsvRecord(int Line, string Text, bool IsOpen);

/// <summary>
/// Cuts a CSV text into records. A quote that is never closed spoils its own line and not the rest of the file:
/// reading goes on with the line after it.
/// </summary>
public static class CsvRecordReader
{
    private const int LongestRecord = 50;

    /// <summary>Reads all records, leaving out blank lines.</summary>
    public static IEnumerable<CsvRecord> Read(IReadOnlyList<string> lines)
    {
        for (var at = 0; at < lines.Count; at++)
        {
            if (string.IsNullOrWhiteSpace(lines[at]))
            {
                continue;
            }

            var last = LastLineOf(lines, at);
            if (last < 0)
            {
                yield return new CsvRecord(at + 1, lines[at], true);
                continue;
            }

            yield return new CsvRecord(at + 1, Join(lines, at, last), false);
            at = last;
        }
    }

    private static int LastLineOf(IReadOnlyList<string> lines, int first)
    {
        var quotes = 0;
        for (var at = first; at < Math.Min(lines.Count, first + LongestRecord); at++)
        {
            quotes += lines[at].Count(c => c == '"');
            if (quotes % 2 == 0)
            {
                return at;
            }
        }

        return -1;
    }

    private static string Join(IReadOnlyList<string> lines, int first, int last)
    {
        if (first == last)
        {
            return lines[first];
        }

        var text = new StringBuilder(lines[first]);
        for (var at = first + 1; at <= last; at++)
        {
            text.Append('\n').Append(lines[at]);
        }

        return text.ToString();
    }
}
