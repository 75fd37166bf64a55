using System;
using System.Globalization;

namespace smSys.Messaging.Times;

/// <summary>
/// Year, month and day of the Jalali calendar, by the rule of 33 years, which gives the days of the official calendar from 1178 to
/// 1501. Other years are left to .NET's calendar, which works out the sun's way for each question and is many times slower.
/// </summary>
public readonly struct JalaliDate
{
    private const int FirstYear = 1178;
    private const int LastYear = 1501;

    // The day before the first of Farvardin of the year 1, in days of .NET; made to fit 1400/01/01 = 2021-03-21.
    private static readonly int _zero = (int)(new DateTime(2021, 3, 21).Ticks / TimeSpan.TicksPerDay) - StartOf(1400);

    private JalaliDate(int year, int month, int day)
    {
        Year = year;
        Month = month;
        Day = day;
    }

    /// <summary>For example 1405.</summary>
    public int Year { get; }

    /// <summary>1 to 12.</summary>
    public int Month { get; }

    /// <summary>1 to 31.</summary>
    public int Day { get; }

    /// <summary>The day of a Gregorian date.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Before the calendar begins, in the year 622.</exception>
    public static JalaliDate Of(DateTime date)
    {
        var days = (int)(date.Ticks / TimeSpan.TicksPerDay) - _zero;
        var year = (int)((days * 33L) / 12053) + 1;
        while (StartOf(year) > days)
        {
            year--;
        }

        while (StartOf(year + 1) <= days)
        {
            year++;
        }

        if (year is < FirstYear or > LastYear)
        {
            var calendar = new PersianCalendar();
            return new JalaliDate(calendar.GetYear(date), calendar.GetMonth(date), calendar.GetDayOfMonth(date));
        }

        var day = days - StartOf(year);
        return day < 186
            ? new JalaliDate(year, (day / 31) + 1, (day % 31) + 1)
            : new JalaliDate(year, ((day - 186) / 30) + 7, ((day - 186) % 30) + 1);
    }

    // Eight years of 33 are leap years: those whose (8y + 29) mod 33 is less than 8.
    private static int StartOf(int year) => (365 * (year - 1)) + (((8 * year) + 21) / 33);
}
