using System;

namespace smSys.Messaging.Times;

/// <summary>The clock on the wall of a time zone. Of our own, because the machine's rules are stale or missing on .NET Framework.</summary>
public sealed class ZoneClock
{
    private readonly Func<int, SummerSpan?>? _summer;

    /// <summary>A clock.</summary>
    /// <param name="standard">Ahead of UTC while there is no daylight saving time; negative in the west.</param>
    /// <param name="summer">The daylight saving time of a Gregorian year; null: there never is one.</param>
    public ZoneClock(TimeSpan standard, Func<int, SummerSpan?>? summer = null)
    {
        Standard = standard;
        _summer = summer;
    }

    /// <summary>Ahead of UTC while there is no daylight saving time.</summary>
    public TimeSpan Standard { get; }

    /// <summary>Ahead of UTC at a moment.</summary>
    public TimeSpan OffsetAt(DateTime utc) =>
        _summer?.Invoke(utc.Year) is { } span && utc >= span.From && utc < span.Until ? Standard + TimeSpan.FromHours(1) : Standard;

    /// <summary>What the clock shows at a moment.</summary>
    public DateTime ToLocal(DateTime utc) => DateTime.SpecifyKind(utc + OffsetAt(utc), DateTimeKind.Unspecified);

    /// <summary>When the clock is put forward or back next; null when never within the year that follows.</summary>
    public DateTime? NextChange(DateTime utc)
    {
        for (var year = utc.Year; _summer is not null && year <= utc.Year + 1; year++)
        {
            if (_summer(year) is { } span)
            {
                if (span.From > utc)
                {
                    return span.From;
                }

                if (span.Until > utc)
                {
                    return span.Until;
                }
            }
        }

        return null;
    }
}
