using System;
using System.Globalization;
using System.Text;
using smSys.Messaging.Times;

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

    // The first day of the Jalali calendar; a date before it is written in the other one.
    private static readonly DateTime _firstDay = new PersianCalendar().MinSupportedDateTime;

    internal static string Format(DateTime time, string pattern, bool isJalali)
    {
        var day = isJalali && time >= _firstDay ? JalaliDate.Of(time) : (JalaliDate?)null;
        var text = new StringBuilder(32);
        for (var i = 0; i < pattern.Length;)
        {
            var run = i + 1;
            while (run < pattern.Length && pattern[run] == pattern[i])
            {
                run++;
            }

            Write(text, time, day, pattern[i], run - i);
            i = run;
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, DateTime time, JalaliDate? day, char sign, int count)
    {
        switch (sign)
        {
            case 'y' when count == 4:
                Number(text, day?.Year ?? time.Year, 4);
                break;
            case 'y' when count == 2:
                Number(text, (day?.Year ?? time.Year) % 100, 2);
                break;
            case 'M' when count == 4:
                text.Append(day is { } jalali ? _jalaliMonths[jalali.Month - 1] : CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(time.Month));
                break;
            case 'M' when count <= 2:
                Number(text, day?.Month ?? time.Month, count);
                break;
            case 'd' when count == 4:
                text.Append(day is null ? CultureInfo.InvariantCulture.DateTimeFormat.GetDayName(time.DayOfWeek) : _jalaliDays[(int)time.DayOfWeek]);
                break;
            case 'd' when count <= 2:
                Number(text, day?.Day ?? time.Day, count);
                break;
            case 'H' when count <= 2:
                Number(text, time.Hour, count);
                break;
            case 'm' when count <= 2:
                Number(text, time.Minute, count);
                break;
            case 's' when count <= 2:
                Number(text, time.Second, count);
                break;
            default:
                text.Append(sign, count);
                break;
        }
    }

    private static void Number(StringBuilder text, int value, int digits)
    {
        var size = 1000;
        for (var place = 4; place >= 1; place--, size /= 10)
        {
            if (place <= digits || value >= size)
            {
                text.Append((char)('0' + (value / size % 10)));
            }
        }
    }
}
