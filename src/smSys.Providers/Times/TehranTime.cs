using System;
using System.Collections.Generic;
using System.Globalization;

namespace smSys.Providers.Times;

/// <summary>
/// Times as Iranian providers write them: Tehran's clock unless a zone is given, Gregorian or Jalali. The offset is a constant,
/// because Iran has no daylight saving time since September 2022 and .NET Framework's zone rules are stale.
/// </summary>
public static class TehranTime
{
    /// <summary>Ahead of UTC.</summary>
    public static readonly TimeSpan Offset = new(3, 30, 0);

    /// <summary>Years before this are Jalali.</summary>
    private const int FirstGregorianYear = 1700;

    /// <summary>Years before this are somebody's word for "none".</summary>
    private const int FirstJalaliYear = 1300;

    /// <summary>UTC on Tehran's clock.</summary>
    public static DateTime FromUtc(DateTime utc) => DateTime.SpecifyKind(utc + Offset, DateTimeKind.Unspecified);

    /// <summary>
    /// Reads <c>2024-05-01T08:10:11.123+03:30</c>, <c>…Z</c>, <c>2024/05/01 08:10:11</c>, <c>1403/02/12 08:10</c> and the like.
    /// </summary>
    /// <returns>UTC; null when the text is no such time.</returns>
    public static DateTime? Parse(string? text)
    {
        if (text is null || text.Length > 64)
        {
            return null;
        }

        text = text.Trim();
        TimeSpan offset = CutZone(ref text);
        string clock = text;
        int point = clock.IndexOf('.');
        string fraction = string.Empty;
        if (point > 0)
        {
            fraction = clock.Substring(point + 1);
            clock = clock.Substring(0, point);
        }

        List<int>? numbers = Numbers(clock);
        if (numbers is null || numbers.Count is not (3 or 5 or 6) || numbers[0] < FirstJalaliYear)
        {
            return null;
        }

        try
        {
            int[] n = [.. numbers, 0, 0, 0];
            DateTime local = n[0] < FirstGregorianYear
                ? new PersianCalendar().ToDateTime(n[0], n[1], n[2], n[3], n[4], n[5], 0)
                : new DateTime(n[0], n[1], n[2], n[3], n[4], n[5]);
            return DateTime.SpecifyKind(local.AddTicks(Ticks(fraction)) - offset, DateTimeKind.Utc);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static TimeSpan CutZone(ref string text)
    {
        if (text.EndsWith("Z", StringComparison.OrdinalIgnoreCase))
        {
            text = text.Substring(0, text.Length - 1);
            return TimeSpan.Zero;
        }

        int sign = text.Length - 6;
        if (sign < 10 || text[sign] is not ('+' or '-') || text[sign + 3] != ':'
            || !int.TryParse(text.Substring(sign + 1, 2), NumberStyles.None, CultureInfo.InvariantCulture, out int hours)
            || !int.TryParse(text.Substring(sign + 4, 2), NumberStyles.None, CultureInfo.InvariantCulture, out int minutes))
        {
            return Offset;
        }

        bool behind = text[sign] == '-';
        text = text.Substring(0, sign);
        var offset = new TimeSpan(hours, minutes, 0);
        return behind ? -offset : offset;
    }

    private static List<int>? Numbers(string text)
    {
        var numbers = new List<int>();
        foreach (string part in text.Split('-', '/', ' ', 'T', ':'))
        {
            if (part.Length == 0)
            {
                continue;
            }

            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
            {
                return null;
            }

            numbers.Add(number);
        }

        return numbers;
    }

    private static long Ticks(string fraction)
    {
        string seven = (fraction + "0000000").Substring(0, 7);
        return long.TryParse(seven, NumberStyles.None, CultureInfo.InvariantCulture, out long ticks) ? ticks : 0;
    }
}
