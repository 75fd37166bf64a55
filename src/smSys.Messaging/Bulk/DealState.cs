using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace smSys.Messaging.Bulk;

/// <summary>The steps of putting an audience down, in their order.</summary>
public enum DealPhase
{
    /// <summary>Members are counted, to plan the partitions.</summary>
    Counting,

    /// <summary>Members are read again and dealt to the partitions' chunks.</summary>
    Dealing,

    /// <summary>Partition by partition, the second line with a number is taken out.</summary>
    Sifting,

    /// <summary>Everything is dealt.</summary>
    Dealt,
}

/// <summary>
/// How far the dealing of an audience has come: all that a later tick needs to go on, kept as text in the process' journal.
/// It is written only after what it speaks of, so whoever repeats from it writes the same again.
/// </summary>
public sealed record DealState
{
    /// <summary>What is being done.</summary>
    public DealPhase Phase { get; init; }

    /// <summary>Which part of the audience is read next, from 0 on.</summary>
    public int Part { get; init; }

    /// <summary>Which page of it, from 1 on.</summary>
    public int Page { get; init; } = 1;

    /// <summary>What the part needs to find the page; one line.</summary>
    public string Mark { get; init; } = string.Empty;

    /// <summary>Members counted so far.</summary>
    public int Counted { get; init; }

    /// <summary>Partitions sifted so far.</summary>
    public int Sifted { get; init; }

    /// <summary>What was dealt to each partition; none before the plan is made.</summary>
    public IReadOnlyList<PartitionTally> Partitions { get; init; } = [];

    /// <summary>All partitions together.</summary>
    public PartitionTally Total => Partitions.Aggregate(default(PartitionTally), (sum, tally) => sum.Plus(tally));

    /// <summary>As the journal keeps it.</summary>
    public string Write()
    {
        var text = new StringBuilder();
        Append(text, (int)Phase, Part, Page, Counted, Sifted);
        text.Append(Mark).Append('\n');
        foreach (var tally in Partitions)
        {
            Append(text, tally.Chunks, tally.Lines, tally.NoNumber, tally.Invalid, tally.Duplicate);
        }

        return text.ToString();
    }

    /// <summary>What <see cref="Write"/> wrote; null and empty give the beginning.</summary>
    /// <exception cref="FormatException">Somebody else wrote the text.</exception>
    public static DealState Read(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return new DealState();
        }

        var rows = text!.Replace("\r\n", "\n").Split('\n');
        var head = Numbers(rows[0]);
        return new DealState
        {
            Phase = (DealPhase)head[0],
            Part = head[1],
            Page = head[2],
            Counted = head[3],
            Sifted = head[4],
            Mark = rows.Length > 1 ? rows[1] : string.Empty,
            Partitions = rows.Skip(2).Where(row => row.Length > 0).Select(Tally).ToArray(),
        };
    }

    private static PartitionTally Tally(string row)
    {
        var numbers = Numbers(row);
        return new PartitionTally(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
    }

    private static int[] Numbers(string row)
    {
        var numbers = row.Split(' ').Select(text => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture)).ToArray();
        return numbers.Length == 5 ? numbers : throw new FormatException("The state of a dealing is not ours.");
    }

    private static void Append(StringBuilder text, params int[] numbers) =>
        text.Append(string.Join(" ", numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)))).Append('\n');
}
