using System;

namespace smSys.Messaging.Bulk;

/// <summary>
/// Into how many partitions an audience is dealt: enough for the account to work on as many as it may at once, none so small
/// that its last, partial call is felt, none so large that its rows could no longer be counted (50,000 a query).
/// </summary>
public static class PartitionPlan
{
    /// <summary>Where a setting says nothing, so many partitions of an account run at once.</summary>
    public const int DefaultLimit = 4;

    /// <summary>
    /// Fewer recipients are not worth a partition of their own: with fifty calls of a hundred, a last call that is not full
    /// is at most a fiftieth. Whoever wants more at once enters the number of partitions.
    /// </summary>
    public const int Fewest = 5_000;

    /// <summary>The planned size stays so far below 50,000 that no hash and no late member brings a partition there.</summary>
    public const int Largest = 40_000;

    /// <summary>The number of partitions; 0 for nobody.</summary>
    /// <param name="recipients">Everybody who was counted.</param>
    /// <param name="limit">How many partitions of the account may run at once; null is <see cref="DefaultLimit"/>.</param>
    /// <param name="wished">What somebody entered; null or 0 leaves it to the plan. Never fewer than the largest size allows.</param>
    public static int Count(int recipients, int? limit = null, int? wished = null)
    {
        if (recipients <= 0)
        {
            return 0;
        }

        var least = Share(recipients, Largest);
        if (wished is { } entered && entered > 0)
        {
            return Math.Min(recipients, Math.Max(entered, least));
        }

        return Math.Max(least, Math.Min(Math.Max(1, limit ?? DefaultLimit), Math.Max(1, recipients / Fewest)));
    }

    private static int Share(int all, int each) => (int)(((long)all + each - 1) / each);
}
