using System;
using System.Globalization;
using System.Text;

namespace smSys.Messaging.Templates;

/// <summary>
/// Writes a date by a pattern without any culture of the machine: yyyy yy · MMMM (name) MM M · dddd (name) dd d · HH H · mm · ss;
/// everything else stands for itself.
/// </summary>
internal static class DatePattern
{
    private static readonly string[] _jalaliMonths =
    [
        "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند",
    ];

    private static readonly string[] _jalaliDays = ["یکشنبه", "دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه", "شنبه"];

    internal static string Format(DateTime time, string pattern, bool isJalali)
    {
        isJalali &= time >= new PersianCalendar().MinSupportedDateTime;
        var text = new StringBuilder();
        for (var i = 0; i < pattern.Length;)
        {
            var run = i + 1;
            while (run < pattern.Length && pattern[run] == pattern[i])
            {
                run++;
            }

            text.Append(Piece(time, pattern.Substring(i, run - i), isJalali));
            i = run;
        }

        return text.ToString();
    }

    private static string Piece(DateTime time, string token, bool isJalali)
    {
        var names = CultureInfo.InvariantCulture.DateTimeFormat;
        switch (token)
        {
            case "yyyy":
                return Padded(Year(time, isJalali), 4);
            case "yy":
                return Padded(Year(time, isJalali) % 100, 2);
            case "MMMM":
                return isJalali ? _jalaliMonths[Month(time, true) - 1] : names.GetMonthName(time.Month);
            case "MM" or "M":
                return Padded(Month(time, isJalali), token.Length);
            case "dddd":
                return isJalali ? _jalaliDays[(int)time.DayOfWeek] : names.GetDayName(time.DayOfWeek);
            case "dd" or "d":
                return Padded(isJalali ? new PersianCalendar().GetDayOfMonth(time) : time.Day, token.Length);
            case "HH" or "H":
                return Padded(time.Hour, token.Length);
            case "mm" or "m":
                return Padded(time.Minute, token.Length);
            case "ss" or "s":
                return Padded(time.Second, token.Length);
            default:
                return token;
        }
    }

    private static int Year(DateTime time, bool isJalali) => isJalali ? new PersianCalendar().GetYear(time) : time.Year;

    private static int Month(DateTime time, bool isJalali) => isJalali ? new PersianCalendar().GetMonth(time) : time.Month;

    private static string Padded(int number, int width) => number.ToString("D" + width.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
