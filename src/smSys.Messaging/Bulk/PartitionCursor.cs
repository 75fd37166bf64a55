using System;
using System.Globalization;

namespace smSys.Messaging.Bulk;

/// <summary>
/// How far a partition has got: the next line of its frozen audience, or the end. At the end it remembers how many lines were
/// called off unread, which no row of a message shows.
/// </summary>
/// <param name="Chunk">Number of the chunk; chunks are worked off in the order of their numbers.</param>
/// <param name="Line">Place of the next line in it, from 0.</param>
/// <param name="IsEnd">There is nothing left to announce.</param>
/// <param name="CalledOff">At the end: lines that were cancelled before their turn.</param>
public readonly record struct PartitionCursor(int Chunk, int Line, bool IsEnd = false, int CalledOff = 0)
{
    private const string EndWord = "end";

    /// <summary>Before the first line.</summary>
    public static PartitionCursor Start => default;

    /// <summary>Behind the last line.</summary>
    public static PartitionCursor End(int calledOff = 0) => new(0, 0, true, calledOff);

    /// <summary>Reads the column; empty is the start.</summary>
    /// <exception cref="FormatException">Somebody else wrote it.</exception>
    public static PartitionCursor Read(string? column)
    {
        if (string.IsNullOrEmpty(column))
        {
            return Start;
        }

        var parts = column!.Split(':');
        return parts.Length < 2 ? throw new FormatException("The cursor of the partition cannot be read: " + column)
            : string.Equals(parts[0], EndWord, StringComparison.Ordinal) ? End(Number(parts[1]))
            : new PartitionCursor(Number(parts[0]), Number(parts[1]));
    }

    /// <summary>For the column: <c>3:250</c> or <c>end:0</c>.</summary>
    public override string ToString() => IsEnd
        ? EndWord + ":" + CalledOff.ToString(CultureInfo.InvariantCulture)
        : Chunk.ToString(CultureInfo.InvariantCulture) + ":" + Line.ToString(CultureInfo.InvariantCulture);

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
