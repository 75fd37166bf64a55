using System;
using System.Collections.Generic;
using System.Globalization;

namespace smSys.Messaging.Times;

/// <summary>
/// The time zones that smSys knows, by their IANA name, Windows' name, or an offset like <c>+03:30</c>. A zone that is missing
/// can always be given as an offset.
/// </summary>
public static class ZoneTable
{
    private static readonly Dictionary<string, ZoneClock> _byName = Build();

    /// <summary>Iran's: +03:30, without daylight saving time since September 2022.</summary>
    public static ZoneClock Tehran { get; } = _byName["Asia/Tehran"];

    /// <summary>The names, for messages to people.</summary>
    public static IReadOnlyCollection<string> Names => _byName.Keys;

    /// <summary>The clock of a zone; null when the name is neither known nor an offset. Case and spaces around it do not count.</summary>
    public static ZoneClock? Find(string? name)
    {
        var text = (name ?? string.Empty).Trim();
        return _byName.TryGetValue(text, out var clock) ? clock : OfOffset(text);
    }

    private static ZoneClock? OfOffset(string text)
    {
        var digits = text.StartsWith("UTC", StringComparison.OrdinalIgnoreCase) || text.StartsWith("GMT", StringComparison.OrdinalIgnoreCase)
            ? text.Substring(3)
            : text;
        if (digits.Length < 2 || digits[0] is not ('+' or '-' or '\u2212'))
        {
            return null;
        }

        var parts = digits.Substring(1).Split(':');
        if (parts.Length > 2
            || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var hours)
            || !int.TryParse(parts.Length > 1 ? parts[1] : "0", NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
            || hours > 14
            || minutes > 59)
        {
            return null;
        }

        var offset = new TimeSpan(hours, minutes, 0);
        return new ZoneClock(digits[0] == '+' ? offset : -offset);
    }

    private static Dictionary<string, ZoneClock> Build()
    {
        var table = new Dictionary<string, ZoneClock>(StringComparer.OrdinalIgnoreCase);
        Add(table, new ZoneClock(TimeSpan.Zero), "UTC", "Etc/UTC", "GMT", "Z");
        Add(table, new ZoneClock(new TimeSpan(3, 30, 0), SummerTimes.Iran), "Asia/Tehran", "Iran", "Iran Standard Time", "Tehran");
        Add(table, Fixed(3), "Asia/Baghdad", "Arabic Standard Time", "Asia/Riyadh", "Arab Standard Time", "Asia/Kuwait", "Asia/Qatar");
        Add(table, Fixed(3), "Europe/Istanbul", "Turkey Standard Time", "Europe/Moscow", "Russian Standard Time");
        Add(table, Fixed(4), "Asia/Dubai", "Arabian Standard Time", "Asia/Muscat", "Asia/Baku", "Azerbaijan Standard Time");
        Add(table, Fixed(4), "Asia/Yerevan", "Caucasus Standard Time", "Asia/Tbilisi", "Georgian Standard Time");
        Add(table, Fixed(4, 30), "Asia/Kabul", "Afghanistan Standard Time");
        Add(table, Fixed(5), "Asia/Karachi", "Pakistan Standard Time", "Asia/Tashkent", "West Asia Standard Time", "Asia/Dushanbe", "Asia/Ashgabat");
        Add(table, Fixed(5, 30), "Asia/Kolkata", "India Standard Time");
        Add(table, new ZoneClock(TimeSpan.Zero, SummerTimes.Europe), "Europe/London", "GMT Standard Time");
        Add(table, new ZoneClock(TimeSpan.FromHours(1), SummerTimes.Europe), "Europe/Berlin", "W. Europe Standard Time", "Europe/Paris", "Romance Standard Time");
        Add(table, America(-5), "America/New_York", "Eastern Standard Time", "America/Toronto");
        Add(table, America(-8), "America/Los_Angeles", "Pacific Standard Time");
        return table;
    }

    private static ZoneClock Fixed(int hours, int minutes = 0) => new(new TimeSpan(hours, minutes, 0));

    private static ZoneClock America(int hours) => new(TimeSpan.FromHours(hours), SummerTimes.America(TimeSpan.FromHours(hours)));

    private static void Add(Dictionary<string, ZoneClock> table, ZoneClock clock, params string[] names)
    {
        foreach (var name in names)
        {
            table[name] = clock;
        }
    }
}
