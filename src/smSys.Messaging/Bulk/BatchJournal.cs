using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace smSys.Messaging.Bulk;

/// <summary>
/// A batch as it was announced, before the provider was called. It is written once; what becomes of its messages is kept apart
/// (<see cref="BatchAnswer"/>), so that the texts are not written twice.
/// </summary>
/// <param name="Number">Of the batch within its partition, from 1.</param>
/// <param name="AnnouncedOn">UTC.</param>
/// <param name="SettingId">The setting that takes the attempt.</param>
/// <param name="Account">Its account, the one that is asked about the attempt.</param>
/// <param name="SenderLine">The line it goes out from, digits only.</param>
/// <param name="Lines">The messages.</param>
public sealed record BatchJournal(
    int Number, DateTime AnnouncedOn, Guid SettingId, string Account, string SenderLine, IReadOnlyList<BatchLine> Lines)
{
    private const char Version = '1';
    private const char Tab = '\t';

    /// <summary>The texts of a batch hold at most so many characters, so that it fits into the column however it is escaped.</summary>
    public const int MostCharacters = 400_000;

    /// <summary>As the column keeps it.</summary>
    public string Pack()
    {
        var packed = new StringBuilder(200 + (Lines.Count * 256));
        packed.Append(Version).Append(Tab).Append(Number).Append(Tab).Append(AnnouncedOn.Ticks).Append(Tab)
            .Append(SettingId.ToString("N")).Append(Tab).AppendEscaped(Account).Append(Tab).Append(SenderLine).Append(Tab).Append(Lines.Count);
        var table = string.Empty;
        var list = Guid.Empty;
        foreach (var line in Lines)
        {
            if (!string.Equals(table, line.Table, StringComparison.Ordinal) || list != line.ListId)
            {
                table = line.Table;
                list = line.ListId;
                packed.Append('\n').Append('@').Append(table);
                if (list != Guid.Empty)
                {
                    packed.Append(Tab).Append(list.ToString("N"));
                }
            }

            packed.Append('\n').Append(line.Chunk).Append(Tab).Append(line.Line).Append(Tab)
                .Append(table.Length == 0 ? PackedText.Nothing : line.RecordId.ToString("N")).Append(Tab)
                .Append(line.Reference).Append(Tab).AppendEscaped(line.Text).Append(Tab).Append(line.Number);
        }

        return packed.ToString();
    }

    /// <summary>What <see cref="Pack"/> packed; null when the column is empty.</summary>
    /// <exception cref="FormatException">The column holds something else: nothing is sent on the strength of it.</exception>
    public static BatchJournal? Read(string? column)
    {
        if (string.IsNullOrEmpty(column))
        {
            return null;
        }

        var rows = PackedText.Lines(column!);
        var head = rows[0].Split(Tab);
        if (head.Length != 7 || head[0].Length != 1 || head[0][0] != Version)
        {
            throw new FormatException("The journal of the partition cannot be read.");
        }

        var lines = new List<BatchLine>(PackedText.Int(head[6]));
        var table = string.Empty;
        var list = Guid.Empty;
        for (var i = 1; i < rows.Length; i++)
        {
            if (rows[i][0] == '@')
            {
                var names = rows[i].Substring(1).Split(Tab);
                table = names[0];
                list = names.Length > 1 ? Guid.ParseExact(names[1], "N") : Guid.Empty;
            }
            else
            {
                lines.Add(LineOf(rows[i].Split(Tab), table) with { ListId = list });
            }
        }

        return lines.Count == PackedText.Int(head[6])
            ? new BatchJournal(
                PackedText.Int(head[1]),
                new DateTime(PackedText.Long(head[2]), DateTimeKind.Utc),
                Guid.ParseExact(head[3], "N"),
                PackedText.Unescape(head[4]),
                head[5],
                lines)
            : throw new FormatException("The journal of the partition is cut off.");
    }

    private static BatchLine LineOf(string[] fields, string table) => fields.Length != 6
        ? throw new FormatException("A line of the partition's journal cannot be read.")
        : new BatchLine(
            PackedText.Int(fields[0]),
            PackedText.Int(fields[1]),
            table,
            table.Length == 0 ? Guid.Empty : Guid.ParseExact(fields[2], "N"),
            fields[5],
            long.Parse(fields[3], NumberStyles.None, CultureInfo.InvariantCulture),
            PackedText.Unescape(fields[4]));
}
