using System;
using System.Globalization;

namespace smSys.Messaging.Times;

/// <summary>The rules of daylight saving time of the zones that <see cref="ZoneTable"/> knows.</summary>
internal static class SummerTimes
{
    /// <summary>
    /// Iran from 1387 (2008) to 1401 (2022): from the second of Farvardin 0:00 to the thirty-first of Shahrivar 0:00 on the clock
    /// that is then ahead. None since, and earlier years are read without one.
    /// </summary>
    internal static SummerSpan? Iran(int year)
    {
        if (year is < 2008 or > 2022)
        {
            return null;
        }

        var calendar = new PersianCalendar();
        var standard = new TimeSpan(3, 30, 0);
        var jalali = year - 621;
        return new SummerSpan(
            Utc(calendar.ToDateTime(jalali, 1, 2, 0, 0, 0, 0) - standard),
            Utc(calendar.ToDateTime(jalali, 6, 31, 0, 0, 0, 0) - standard - TimeSpan.FromHours(1)));
    }

    /// <summary>Europe since 1996: the last Sundays of March and October, 1:00 UTC everywhere.</summary>
    internal static SummerSpan? Europe(int year) =>
        new SummerSpan(LastSunday(year, 3).AddHours(1), LastSunday(year, 10).AddHours(1));

    /// <summary>The United States and Canada since 2007: second Sunday of March to first Sunday of November, 2:00 on the local clock.</summary>
    internal static Func<int, SummerSpan?> America(TimeSpan standard) => year =>
        new SummerSpan(
            FirstSunday(year, 3).AddDays(7).AddHours(2) - standard,
            FirstSunday(year, 11).AddHours(1) - standard);

    private static DateTime FirstSunday(int year, int month)
    {
        var first = new DateTime(year, month, 1, 0, 0, 0, DateTimeKind.Utc);
        return first.AddDays((7 - (int)first.DayOfWeek) % 7);
    }

    private static DateTime LastSunday(int year, int month)
    {
        var last = new DateTime(year, month, 31, 0, 0, 0, DateTimeKind.Utc);
        return last.AddDays(-(int)last.DayOfWeek);
    }

    private static DateTime Utc(DateTime time) => DateTime.SpecifyKind(time, DateTimeKind.Utc);
}
