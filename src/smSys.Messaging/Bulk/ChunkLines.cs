using System;
using System.Collections.Generic;
using System.Text;

namespace smSys.Messaging.Bulk;

/// <summary>
/// Packs recipients into the text of a chunk and back. One line a recipient, its parts separated by tabs; a line
/// <c>@contact</c> says of which table the following ones are, <c>@</c> alone that they have no record; behind a tab may stand
/// the marketing list that they came from. A line's place in the list is its number for the cursor.
/// </summary>
public static class ChunkLines
{
    /// <summary>A chunk holds no more.</summary>
    public const int Most = 1000;

    /// <summary>As a chunk keeps them.</summary>
    /// <exception cref="ArgumentException">More than <see cref="Most"/>, or a number or table that would break the form.</exception>
    public static string Pack(IReadOnlyCollection<ChunkLine> lines)
    {
        var text = new StringBuilder(lines.Count * 48);
        var table = string.Empty;
        Demand(lines.Count);
        foreach (var line in lines)
        {
            SwitchTable(text, ref table, HeadOf(line.Table, line.ListId));
            text.Append(IdText(line.Table, line.Id)).Append('\t').Append(Plain(line.Number));
            if (line.Name.Length > 0)
            {
                text.Append('\t').Append(OneLine(line.Name));
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    /// <summary>What <see cref="Pack"/> packed; null and empty give none.</summary>
    /// <exception cref="FormatException">Somebody else wrote the text.</exception>
    public static IReadOnlyList<ChunkLine> Unpack(string? packed)
    {
        var lines = new List<ChunkLine>();
        foreach (var (table, list, parts) in Rows(packed))
        {
            lines.Add(new ChunkLine(table, IdOf(parts[0]), parts[1], parts.Length > 2 ? parts[2] : string.Empty) { ListId = list });
        }

        return lines;
    }

    /// <summary>As a chunk keeps those who were left out.</summary>
    public static string PackSkipped(IReadOnlyCollection<SkippedLine> lines)
    {
        var text = new StringBuilder(lines.Count * 64);
        var table = string.Empty;
        Demand(lines.Count);
        foreach (var line in lines)
        {
            SwitchTable(text, ref table, HeadOf(line.Table, Guid.Empty));
            text.Append(IdText(line.Table, line.Id)).Append('\t').Append(OneLine(line.Entered)).Append('\t').Append(Plain(line.Reason)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>What <see cref="PackSkipped"/> packed.</summary>
    /// <exception cref="FormatException">Somebody else wrote the text.</exception>
    public static IReadOnlyList<SkippedLine> UnpackSkipped(string? packed)
    {
        var lines = new List<SkippedLine>();
        foreach (var (table, _, parts) in Rows(packed))
        {
            if (parts.Length < 3)
            {
                throw new FormatException("A left-out line of a chunk has no reason.");
            }

            lines.Add(new SkippedLine(table, IdOf(parts[0]), parts[1], parts[2]));
        }

        return lines;
    }

    private static IEnumerable<PackedRow> Rows(string? packed)
    {
        var table = string.Empty;
        var list = Guid.Empty;
        foreach (var row in (packed ?? string.Empty).Split('\n'))
        {
            if (row.Length > 0 && row[0] == '@')
            {
                var head = row.Substring(1).TrimEnd('\r').Split('\t');
                table = head[0];
                list = head.Length > 1 ? Guid.ParseExact(head[1], "N") : Guid.Empty;
            }
            else if (row.Length > 0)
            {
                // Clients of Dynamics may turn line ends into carriage return and line feed.
                var parts = row.TrimEnd('\r').Split('\t');
                yield return parts.Length < 2 ? throw new FormatException("A line of a chunk has no number.") : new PackedRow(table, list, parts);
            }
        }
    }

    private static void SwitchTable(StringBuilder text, ref string table, string next)
    {
        if (!string.Equals(table, next, StringComparison.Ordinal))
        {
            table = next;
            text.Append('@').Append(next).Append('\n');
        }
    }

    private static string HeadOf(string table, Guid list) => list == Guid.Empty ? Plain(table) : Plain(table) + "\t" + list.ToString("N");

    private static string IdText(string table, Guid id) => table.Length == 0 ? "-" : id.ToString("N");

    private static Guid IdOf(string text) => text.Length == 1 ? Guid.Empty : Guid.ParseExact(text, "N");

    private static void Demand(int count)
    {
        if (count > Most)
        {
            throw new ArgumentException("A chunk holds at most 1,000 lines.", nameof(count));
        }
    }

    private static string Plain(string text) => text.IndexOfAny(['\t', '\n', '\r', '@']) < 0
        ? text
        : throw new ArgumentException("The text would break the form of a chunk.", nameof(text));

    private static string OneLine(string text)
    {
        var cut = text.Length > 100 ? text.Substring(0, 100) : text;
        return cut.Replace('\t', ' ').Replace('\n', ' ').Replace('\r', ' ').Trim();
    }

    private readonly record struct PackedRow(string Table, Guid List, string[] Parts);
}
