using System;
using System.Globalization;
using smSys.Messaging.Numbers;

namespace smSys.Messaging.Times;

/// <summary>A day of the Jalali calendar as people write it, or the same day of every year.</summary>
/// <param name="Year">0 when no year was written.</param>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">1 to 31.</param>
public sealed record JalaliDay(int Year, int Month, int Day)
{
    private const int FirstYear = 1300;
    private const int LastYear = 1599;

    /// <summary>Reads <c>1405/01/13</c>, <c>۱۴۰۵-۱-۱۳</c>, and <c>01/13</c> without a year; null when it is no such day.</summary>
    public static JalaliDay? Parse(string? text)
    {
        var parts = (text ?? string.Empty).Trim().Split('/', '-', '.');
        if (parts.Length is not (2 or 3))
        {
            return null;
        }

        var numbers = new int[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            if (!TryNumber(parts[i].Trim(), out numbers[i]))
            {
                return null;
            }
        }

        var day = parts.Length == 3
            ? new JalaliDay(numbers[0], numbers[1], numbers[2])
            : new JalaliDay(0, numbers[0], numbers[1]);
        return day.Exists ? day : null;
    }

    /// <summary>The day of a Gregorian date.</summary>
    public static JalaliDay Of(DateTime date)
    {
        var calendar = new PersianCalendar();
        return new JalaliDay(calendar.GetYear(date), calendar.GetMonth(date), calendar.GetDayOfMonth(date));
    }

    /// <summary>The same day without its year.</summary>
    public JalaliDay EveryYear => this with { Year = 0 };

    // Without a year, the thirtieth of Esfand exists: every fourth or fifth year it comes.
    private bool Exists => Month is >= 1 and <= 12
        && Day >= 1
        && Day <= (Year == 0 ? (Month <= 6 ? 31 : 30) : DaysOfMonth());

    private int DaysOfMonth() => Year is < FirstYear or > LastYear ? 0 : new PersianCalendar().GetDaysInMonth(Year, Month);

    private static bool TryNumber(string text, out int number)
    {
        number = 0;
        foreach (var c in text)
        {
            var digit = NumberCharacters.DigitOf(c);
            if (digit < 0 || number > LastYear)
            {
                return false;
            }

            number = (number * 10) + digit;
        }

        return text.Length > 0;
    }
}
