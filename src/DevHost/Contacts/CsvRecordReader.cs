namespace DevHost.Contacts;

/// <summary>One record of a CSV text: the line it begins on (from 1) and its text, which may span lines inside quotes.</summary>
/// <param name="Line">Line of its first character.</param>
/// <param name="Text">Without the line end.</param>
/// <param name="IsOpen">A quote was opened and not closed where a field may end; the record then is that one line only.</param>
public sealed record CsvRecord(int Line, string Text, bool IsOpen);

/// <summary>
/// Cuts a CSV text into records. A quote counts only where a field begins, and one that is never closed spoils its own
/// line and not the rest of the file: reading goes on with the line after it. A record over several lines is believed
/// only if it has as many fields as the first record, the header.
/// </summary>
public static class CsvRecordReader
{
    private const int LongestRecord = 50;

    /// <summary>Reads all records, leaving out blank lines.</summary>
    public static IEnumerable<CsvRecord> Read(IReadOnlyList<string> lines)
    {
        int? headerFields = null;
        for (var at = 0; at < lines.Count; at++)
        {
            if (string.IsNullOrWhiteSpace(lines[at]))
            {
                continue;
            }

            var (last, fields) = EndOf(lines, at);
            if (last < 0 || (last > at && headerFields is not null && fields != headerFields))
            {
                yield return new CsvRecord(at + 1, lines[at], true);
                continue;
            }

            headerFields ??= fields;
            yield return new CsvRecord(at + 1, string.Join('\n', lines.Skip(at).Take(last - at + 1)), false);
            at = last;
        }
    }

    /// <summary>The last line of the record that begins on a line, or -1 if a quote stays open; and its number of fields.</summary>
    private static (int Last, int Fields) EndOf(IReadOnlyList<string> lines, int first)
    {
        var fields = 1;
        var isQuoted = false;
        for (var at = first; at < Math.Min(lines.Count, first + LongestRecord); at++)
        {
            var line = lines[at];
            var isFieldStart = !isQuoted;
            for (var i = 0; i < line.Length; i++)
            {
                var isQuote = line[i] == '"';
                if (isQuoted && isQuote && i + 1 < line.Length && line[i + 1] == '"')
                {
                    i++;
                }
                else if (isQuoted && isQuote)
                {
                    isQuoted = false;
                    if (i + 1 < line.Length && line[i + 1] != ',')
                    {
                        // Text after a closing quote: on its own line the field is bad; on a later line this is the
                        // opening quote of another field, and ours was never closed.
                        return (at == first ? first : -1, fields);
                    }
                }
                else if (!isQuoted && isFieldStart && isQuote)
                {
                    isQuoted = true;
                }
                else if (!isQuoted && line[i] == ',')
                {
                    fields++;
                    isFieldStart = true;
                    continue;
                }

                isFieldStart = false;
            }

            if (!isQuoted)
            {
                return (at, fields);
            }
        }

        return (-1, fields);
    }
}
