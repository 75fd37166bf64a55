using System;
using System.Globalization;
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
        var text = new Text(pattern.Length);
        for (var i = 0; i < pattern.Length;)
        {
            var run = i + 1;
            while (run < pattern.Length && pattern[run] == pattern[i])
            {
                run++;
            }

            Write(ref text, time, day, pattern[i], run - i);
            i = run;
        }

        return text.ToString();
    }

    private static void Write(ref Text text, DateTime time, JalaliDate? day, char sign, int count)
    {
        switch (sign)
        {
            case 'y' when count == 4:
                text.Number(day?.Year ?? time.Year, 4);
                break;
            case 'y' when count == 2:
                text.Number((day?.Year ?? time.Year) % 100, 2);
                break;
            case 'M' when count == 4:
                text.Word(day is { } jalali ? _jalaliMonths[jalali.Month - 1] : CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(time.Month));
                break;
            case 'M' when count <= 2:
                text.Number(day?.Month ?? time.Month, count);
                break;
            case 'd' when count == 4:
                text.Word(day is null ? CultureInfo.InvariantCulture.DateTimeFormat.GetDayName(time.DayOfWeek) : _jalaliDays[(int)time.DayOfWeek]);
                break;
            case 'd' when count <= 2:
                text.Number(day?.Day ?? time.Day, count);
                break;
            case 'H' when count <= 2:
                text.Number(time.Hour, count);
                break;
            case 'm' when count <= 2:
                text.Number(time.Minute, count);
                break;
            case 's' when count <= 2:
                text.Number(time.Second, count);
                break;
            default:
                text.Signs(sign, count);
                break;
        }
    }

    // No piece of a pattern becomes longer than three times itself: the longest name has twelve letters and is asked for by four.
    private struct Text
    {
        private readonly char[] _signs;
        private int _length;

        internal Text(int pattern)
        {
            _signs = new char[pattern * 3];
            _length = 0;
        }

        public override readonly string ToString() => new(_signs, 0, _length);

        internal void Signs(char sign, int count)
        {
            for (var i = 0; i < count; i++)
            {
                _signs[_length++] = sign;
            }
        }

        internal void Word(string word)
        {
            word.CopyTo(0, _signs, _length, word.Length);
            _length += word.Length;
        }

        internal void Number(int value, int digits)
        {
            var size = 1000;
            for (var place = 4; place >= 1; place--, size /= 10)
            {
                if (place <= digits || value >= size)
                {
                    _signs[_length++] = (char)('0' + (value / size % 10));
                }
            }
        }
    }
}
