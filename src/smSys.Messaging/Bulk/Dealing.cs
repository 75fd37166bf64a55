using System;

namespace smSys.Messaging.Bulk;

/// <summary>
/// Deals an audience to partitions: by a hash of the number, so that whoever shares a number shares a partition, and each
/// partition can look for duplicates by itself.
/// </summary>
public static class Dealing
{
    private const uint Basis = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>The partition of a number, from 1 on. Never changes from one version to the next.</summary>
    public static int PartitionOf(string number, int partitions)
    {
        var hash = Basis;
        foreach (var digit in number)
        {
            hash = unchecked((hash ^ digit) * Prime);
        }

        return Place(hash, partitions);
    }

    /// <summary>The partition in which a record without a usable number is counted, from 1 on.</summary>
    public static int PartitionOf(Guid id, int partitions)
    {
        var hash = Basis;
        foreach (var part in id.ToByteArray())
        {
            hash = unchecked((hash ^ part) * Prime);
        }

        return Place(hash, partitions);
    }

    // Numbers that follow each other differ in their last digits only; mixing spreads them (the finishing of MurmurHash3, public domain).
    private static int Place(uint hash, int partitions)
    {
        if (partitions < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(partitions));
        }

        unchecked
        {
            hash = (hash ^ (hash >> 16)) * 0x85EBCA6B;
            hash = (hash ^ (hash >> 13)) * 0xC2B2AE35;
            hash ^= hash >> 16;
        }

        return 1 + (int)(hash % (uint)partitions);
    }
}
