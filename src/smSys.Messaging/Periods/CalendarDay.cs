using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using smSys.Messaging.Text.Folding;

namespace smSys.Messaging.Periods;

/// <summary>Days as people in Iran write them: 1405/09/06 of the Jalali calendar, 2026-11-27 of the Gregorian one, in any digits.</summary>
public static class CalendarDay
{
    /// <summary>Iran's time: no daylight saving since September 2022.</summary>
    public static readonly TimeSpan Tehran = TimeSpan.FromMinutes(210);

    private const int EarliestJalali = 1300;
    private const int LatestJalali = 1499;
    private const int EarliestGregorian = 1900;
    private const int LatestGregorian = 2199;

    /// <summary>True for years that people mean in the Jalali calendar.</summary>
    public static bool IsJalaliYear(int year) => year is >= EarliestJalali and <= LatestJalali;

    /// <summary>True for years that people mean in either calendar.</summary>
    public static bool IsYear(int year) => IsJalaliYear(year) || year is >= EarliestGregorian and <= LatestGregorian;

    /// <summary>The day at midnight, in the time zone of whoever wrote it; null when the text is no day of either calendar.</summary>
    public static DateTime? Read(string text)
    {
        var numbers = Numbers(text);
        if (numbers is not { Count: 3 })
        {
            return null;
        }

        return IsYear(numbers[0]) ? Of(numbers[0], numbers[1], numbers[2]) : IsYear(numbers[2]) ? Of(numbers[2], numbers[1], numbers[0]) : null;
    }

    /// <summary>The first day of a month; null when there is no such month.</summary>
    public static DateTime? FirstOf(int year, int month) => IsYear(year) ? Of(year, month, 1) : null;

    /// <summary>The first day of the month after the one in which a day lies.</summary>
    public static DateTime NextMonth(DateTime day, bool isJalali)
    {
        var calendar = CalendarOf(isJalali);
        return calendar.AddMonths(FirstDay(day, isJalali), 1);
    }

    /// <summary>The first day of the month in which a day lies, or of a month so many before it.</summary>
    public static DateTime FirstDay(DateTime day, bool isJalali, int monthsBefore = 0)
    {
        var calendar = CalendarOf(isJalali);
        var first = day.Date.AddDays(1 - calendar.GetDayOfMonth(day));
        return monthsBefore == 0 ? first : calendar.AddMonths(first, -monthsBefore);
    }

    /// <summary>The year in which a day lies.</summary>
    public static int YearOf(DateTime day, bool isJalali) => CalendarOf(isJalali).GetYear(day);

    /// <summary>The numbers in a text that is nothing but numbers with /, - or . between them; null otherwise.</summary>
    public static IReadOnlyList<int>? Numbers(string text)
    {
        var numbers = new List<int>();
        var digits = new StringBuilder();
        foreach (var c in TextFold.Fold(text.Trim()) + "/")
        {
            if (c is >= '0' and <= '9')
            {
                digits.Append(c);
            }
            else if (c is '/' or '-' or '.' && digits.Length is > 0 and <= 4)
            {
                numbers.Add(int.Parse(digits.ToString(), CultureInfo.InvariantCulture));
                digits.Clear();
            }
            else
            {
                return null;
            }
        }

        return numbers;
    }

    private static DateTime? Of(int year, int month, int day)
    {
        if (month is < 1 or > 12 || day < 1)
        {
            return null;
        }

        var calendar = CalendarOf(IsJalaliYear(year));
        return day <= calendar.GetDaysInMonth(year, month) ? calendar.ToDateTime(year, month, day, 0, 0, 0, 0) : null;
    }

    private static Calendar CalendarOf(bool isJalali) => isJalali ? new PersianCalendar() : new GregorianCalendar();
}
