using System;
using System.Linq;

namespace smSys.Messaging.Bulk;

/// <summary>
/// What became of the recipients of a partition, or of a bulk. They add up at any moment: expected = accepted + rejected +
/// skipped + unknown + pending + cancelled.
/// </summary>
public sealed class PartitionSums
{
    private readonly int[] _skipped = new int[Enum.GetValues(typeof(SkipReason)).Length];

    /// <summary>Everybody who was read, those left out at once included.</summary>
    public int Expected { get; set; }

    /// <summary>With telecom.</summary>
    public int Accepted { get; set; }

    /// <summary>Refused for good.</summary>
    public int Rejected { get; set; }

    /// <summary>Nobody knows.</summary>
    public int Unknown { get; set; }

    /// <summary>Called off before they were sent.</summary>
    public int Cancelled { get; set; }

    /// <summary>Left out, for any reason.</summary>
    public int Skipped => _skipped.Sum();

    /// <summary>Those whose turn has not come, or comes again: while sending the remainder, afterwards counted by rows.</summary>
    public int Pending { get; set; }

    /// <summary>Parts of all accepted messages.</summary>
    public long Parts { get; set; }

    /// <summary>Cost of all accepted messages, in the account's unit; null while no cost is known.</summary>
    public decimal? Cost { get; set; }

    /// <summary>What the others leave of the expected ones.</summary>
    public int Remainder => Expected - Accepted - Rejected - Unknown - Cancelled - Skipped;

    /// <summary>Nobody is missing, and nobody counted twice.</summary>
    public bool AddUp => Remainder == Pending && Pending >= 0;

    /// <summary>How many were left out for a reason.</summary>
    public int this[SkipReason reason]
    {
        get => _skipped[(int)reason];
        set => _skipped[(int)reason] = value;
    }

    /// <summary>Adds another's sums.</summary>
    public void Add(PartitionSums other)
    {
        Expected += other.Expected;
        Accepted += other.Accepted;
        Rejected += other.Rejected;
        Unknown += other.Unknown;
        Cancelled += other.Cancelled;
        Pending += other.Pending;
        Parts += other.Parts;
        AddCost(other.Cost);
        for (var i = 0; i < _skipped.Length; i++)
        {
            _skipped[i] += other._skipped[i];
        }
    }

    /// <summary>Adds a cost; one that is not known adds nothing.</summary>
    public void AddCost(decimal? cost) => Cost = cost is null ? Cost : (Cost ?? 0) + cost;
}
