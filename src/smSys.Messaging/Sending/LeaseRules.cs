using System;

namespace smSys.Messaging.Sending;

/// <summary>What somebody who wants to claim a row finds.</summary>
public enum ClaimVerdict
{
    /// <summary>Nobody holds it: claim it.</summary>
    Free,

    /// <summary>This very job claimed it in an earlier run: go on at once.</summary>
    Mine,

    /// <summary>Another job's claim has run out: claim it, and ask before sending what it announced.</summary>
    Abandoned,

    /// <summary>Another job is at work: leave it alone.</summary>
    Held,
}

/// <summary>Leases and the time of a tick.</summary>
public static class LeaseRules
{
    /// <summary>Longer than <see cref="HardLimit"/>, so that a lease that ran out belongs to a job that is over.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(180);

    /// <summary>What a tick may use.</summary>
    public static readonly TimeSpan TickBudget = TimeSpan.FromSeconds(90);

    /// <summary>Where Dynamics ends a step.</summary>
    public static readonly TimeSpan HardLimit = TimeSpan.FromSeconds(120);

    /// <summary>Kept free behind every call.</summary>
    public static readonly TimeSpan Reserve = TimeSpan.FromSeconds(5);

    /// <summary>A row that is Queued for so long has lost its job.</summary>
    public static readonly TimeSpan QueuedTooLong = TimeSpan.FromMinutes(2);

    /// <summary>The first batch, when no create has been measured.</summary>
    public const int FirstBatch = 20;

    /// <summary>No batch is larger.</summary>
    public const int LargestBatch = 100;

    /// <summary>Judges a claim.</summary>
    /// <param name="holder">The token in the row.</param>
    /// <param name="leaseUntil">The lease in the row; null is none.</param>
    /// <param name="mine">Of the job that asks.</param>
    /// <param name="now">In UTC.</param>
    public static ClaimVerdict Judge(FenceToken holder, DateTime? leaseUntil, FenceToken mine, DateTime now)
    {
        if (holder.IsNone || leaseUntil is null)
        {
            return ClaimVerdict.Free;
        }

        if (holder == mine)
        {
            return ClaimVerdict.Mine;
        }

        return now >= leaseUntil ? ClaimVerdict.Abandoned : ClaimVerdict.Held;
    }

    /// <summary>True when the holder of <paramref name="mine"/> may settle the row: the claim is still its own, lease or no lease.</summary>
    public static bool MaySettle(FenceToken holder, FenceToken mine) => !mine.IsNone && holder == mine;

    /// <summary>True when a call with that time-out may still start.</summary>
    public static bool MayCall(TimeSpan remaining, TimeSpan callTimeout) => remaining >= callTimeout + Reserve;

    /// <summary>
    /// The largest batch whose creates and call fit into the remaining time; 0 when not even one does.
    /// </summary>
    /// <param name="remaining">Of the tick's budget.</param>
    /// <param name="callTimeout">Of the provider's call.</param>
    /// <param name="createTime">Measured, a message; null when none has been measured, then at most <see cref="FirstBatch"/>.</param>
    /// <param name="providerLimit">Of the provider's call.</param>
    public static int BatchSize(TimeSpan remaining, TimeSpan callTimeout, TimeSpan? createTime, int providerLimit)
    {
        var cap = Math.Min(LargestBatch, Math.Max(providerLimit, 1));
        if (!MayCall(remaining, callTimeout))
        {
            return 0;
        }

        if (createTime is not { } measured)
        {
            return Math.Min(FirstBatch, cap);
        }

        var free = remaining - callTimeout;
        return measured <= TimeSpan.Zero ? cap : (int)Math.Min(cap, free.Ticks / measured.Ticks);
    }
}
