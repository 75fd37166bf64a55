using System.Globalization;

namespace ProviderSimulators.Time;

/// <summary>How Iranian panels write times: Tehran's clock, +03:30 all year.</summary>
internal static class TehranClock
{
    private static readonly TimeSpan Offset = new(3, 30, 0);

    public static string Iso(DateTime utc) => (utc + Offset).ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff", CultureInfo.InvariantCulture) + "+03:30";

    public static string Slashes(DateTime utc) => (utc + Offset).ToString("yyyy'/'MM'/'dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>A time without a zone is Tehran's.</summary>
    public static DateTime? Parse(string? text)
    {
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time))
        {
            return null;
        }

        bool hasZone = text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > 9;
        return hasZone ? time.UtcDateTime : time.UtcDateTime - Offset;
    }
}
