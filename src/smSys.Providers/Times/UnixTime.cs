using System;
using System.Globalization;

namespace smSys.Providers.Times;

/// <summary>Seconds or milliseconds since 1970, told apart by their size.</summary>
public static class UnixTime
{
    /// <summary>Above this a number of seconds would lie after the year 5000, so it counts milliseconds.</summary>
    private const long MostSeconds = 100_000_000_000;

    private const long MostMilliseconds = 100_000_000_000_000;
    private static readonly DateTime Start = new(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>UTC; null when the text is no such number, or is 0.</summary>
    public static DateTime? Parse(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) && number is > 0 and < MostMilliseconds
            ? Start.AddMilliseconds(number < MostSeconds ? number * 1000 : number)
            : null;

    /// <summary>Milliseconds of a UTC time, never negative.</summary>
    public static long Milliseconds(DateTime utc) => Math.Max(0, (utc.Ticks - Start.Ticks) / TimeSpan.TicksPerMillisecond);
}
