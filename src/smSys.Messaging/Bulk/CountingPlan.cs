using System;

namespace smSys.Messaging.Bulk;

/// <summary>When the rows of a partition are counted again: soon at first, then ever more rarely.</summary>
public static class CountingPlan
{
    private static readonly TimeSpan _shortest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan _longestPending = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan _longest = TimeSpan.FromHours(1);

    // Behind a million messages many partitions count forty thousand rows each, and receipts wait for them.
    private const int PauseForEachCount = 20;

    /// <summary>The next time.</summary>
    /// <param name="lastRunOn">The tick before this one, which says how long the pause was; null: there was none.</param>
    /// <param name="now">UTC.</param>
    /// <param name="isPending">Something is still to be sent, so the bulk is not finished.</param>
    /// <param name="took">How long the count took: the pause is at least twenty times as long, as far as it may be.</param>
    public static DateTime NextOn(DateTime? lastRunOn, DateTime now, bool isPending, TimeSpan took)
    {
        var pause = lastRunOn is { } last && last < now ? TimeSpan.FromTicks((now - last).Ticks * 3 / 2) : _shortest;
        var worth = TimeSpan.FromTicks(took.Ticks * PauseForEachCount);
        pause = pause < worth ? worth : pause;
        var longest = isPending ? _longestPending : _longest;
        return now + (pause < _shortest ? _shortest : pause > longest ? longest : pause);
    }
}
