using System;
using System.Collections.Generic;

namespace smSys.Messaging.Bulk;

/// <summary>
/// Takes duplicates out of one partition, chunk by chunk in their order: the first line with a number stays, further ones
/// move to those left out. Running over a partition that was sifted before changes nothing.
/// </summary>
public sealed class Sieve
{
    private readonly HashSet<string> _numbers = new(StringComparer.Ordinal);
    private readonly HashSet<Guid> _without = new();

    /// <summary>What went through so far; <see cref="PartitionTally.Chunks"/> counts the chunks.</summary>
    public PartitionTally Tally { get; private set; }

    /// <summary>Sifts a chunk.</summary>
    /// <param name="lines">Of the chunk; duplicates are removed.</param>
    /// <param name="skipped">Of the chunk; duplicates are added.</param>
    /// <returns>True when something moved.</returns>
    public bool Sift(List<ChunkLine> lines, List<SkippedLine> skipped)
    {
        var before = skipped.Count;
        var isChanged = SiftSkipped(skipped);
        lines.RemoveAll(line => IsSecond(line, skipped));
        var noNumber = 0;
        var invalid = 0;
        var duplicate = 0;
        foreach (var line in skipped)
        {
            switch (line.Reason)
            {
                case SkippedLine.NoNumber:
                    noNumber++;
                    break;
                case SkippedLine.Duplicate:
                    duplicate++;
                    break;
                default:
                    invalid++;
                    break;
            }
        }

        Tally = Tally.Plus(new PartitionTally(1, lines.Count, noNumber, invalid, duplicate));
        return isChanged || skipped.Count != before;
    }

    private bool IsSecond(ChunkLine line, List<SkippedLine> skipped)
    {
        if (_numbers.Add(line.Number))
        {
            return false;
        }

        skipped.Add(new SkippedLine(line.Table, line.Id, line.Number, SkippedLine.Duplicate));
        return true;
    }

    // Somebody without a usable number who is in two lists is missing one number, not two.
    private bool SiftSkipped(List<SkippedLine> skipped)
    {
        var isChanged = false;
        for (var i = 0; i < skipped.Count; i++)
        {
            var line = skipped[i];
            var isRecord = line.Id != Guid.Empty && !string.Equals(line.Reason, SkippedLine.Duplicate, StringComparison.Ordinal);
            if (isRecord && !_without.Add(line.Id))
            {
                skipped[i] = line with { Reason = SkippedLine.Duplicate };
                isChanged = true;
            }
        }

        return isChanged;
    }
}
