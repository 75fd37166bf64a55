using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using smSys.Messaging.Text.Folding;

namespace smSys.Messaging.Periods;

/// <summary>
/// Reads the period that a customer names: nothing or «این ماه» · «ماه گذشته», last month · «مهر», «مهر ۱۴۰۵», October 2026 ·
/// «از ۱۴۰۵/۰۱/۰۱ تا ۱۴۰۵/۰۲/۱۵», from … to … · «فروردین تا خرداد» · a day · a year, «امسال», «پارسال» · «۷ روز».
/// A month without a year is the latest that has begun.
/// </summary>
public static class PeriodReader
{
    private static readonly HashSet<string> _between = Set("تا", "الی", "to", "until", "till");
    private static readonly HashSet<string> _idle = Set("از", "تاریخ", "در", "برای", "مصرف", "from", "of", "in", "for", "the", "ماه", "month", "سال", "year");

    private static readonly Dictionary<string, string> _phrases = new[]
    {
        new[] { "month", "این ماه", "ماه جاری", "ماه", "this month", "current month", "month" },
        ["month-1", "ماه گذشته", "ماه قبل", "ماه پیش", "last month", "previous month"],
        ["year", "امسال", "سال جاری", "این سال", "this year"],
        ["year-1", "پارسال", "سال گذشته", "سال قبل", "last year", "previous year"],
        ["day", "امروز", "today"],
        ["day-1", "دیروز", "yesterday"],
    }.SelectMany(list => list.Skip(1).Select(phrase => new { Phrase = TextFold.Fold(phrase), Meaning = list[0] }))
        .ToDictionary(pair => pair.Phrase, pair => pair.Meaning, StringComparer.Ordinal);

    /// <summary>Reads.</summary>
    /// <param name="text">What stands behind the keyword; may be empty.</param>
    /// <param name="today">A time of today in the customer's time zone.</param>
    public static Period Read(string? text, DateTime today)
    {
        var folded = Words(text);
        var phrase = string.Join(" ", folded);
        var isJalali = phrase.All(c => c is < 'a' or > 'z');
        if (folded.Count == 0)
        {
            return OfPhrase("month", today, true);
        }

        if (_phrases.TryGetValue(phrase, out var meaning))
        {
            return OfPhrase(meaning, today, isJalali);
        }

        var split = folded.FindIndex(_between.Contains);
        if (split > 0 && One(folded.Take(split).ToList(), today) is { } first && One(folded.Skip(split + 1).ToList(), today) is { } second)
        {
            return first.From <= second.From
                ? new Period(first.From, Later(first.Until, second.Until), first.IsJalali, true)
                : Wrapped(folded.Take(split).ToList(), first, second);
        }

        return One(folded, today)
            ?? TwoDays(folded)
            ?? LastDays(folded, today, isJalali)
            ?? OfPhrase("month", today, isJalali) with { IsUnderstood = false };
    }

    // «دی تا فروردین»: the first of two months without a year lies in the year before. Two days in the wrong order are turned.
    private static Period Wrapped(List<string> firstWords, Period first, Period second)
    {
        var hasYear = firstWords.Any(word => CalendarDay.Numbers(word) is not null);
        return hasYear
            ? new Period(second.From, Later(first.Until, second.Until), first.IsJalali, true)
            : new Period(CalendarDay.FirstDay(first.From, first.IsJalali, 12), second.Until, first.IsJalali, true);
    }

    private static Period? One(List<string> words, DateTime today)
    {
        var telling = words.Where(word => !_idle.Contains(word)).ToList();
        var month = telling.Select(MonthNames.Find).FirstOrDefault(found => found is not null);
        var numbers = telling.Where(word => MonthNames.Find(word) is null).Select(CalendarDay.Numbers).ToList();
        if (telling.Count == 0 || telling.Count > 2 || numbers.Any(found => found is null))
        {
            return null;
        }

        if (month is not null)
        {
            var year = numbers.Count == 1 && numbers[0]!.Count == 1 ? numbers[0]![0] : (int?)null;
            return numbers.Count == 0 || (year is { } named && CalendarDay.IsYear(named)) ? Month(month, year, today) : null;
        }

        return numbers.Count == 1 ? OfNumbers(numbers[0]!, telling[0]) : null;
    }

    private static Period? OfNumbers(IReadOnlyList<int> numbers, string word)
    {
        if (numbers.Count == 3 && CalendarDay.Read(word) is { } day)
        {
            return new Period(day, day.AddDays(1), CalendarDay.IsJalaliYear(numbers[0]) || CalendarDay.IsJalaliYear(numbers[2]), true);
        }

        if (numbers.Count == 2 && CalendarDay.FirstOf(numbers[0], numbers[1]) is { } first)
        {
            var isJalali = CalendarDay.IsJalaliYear(numbers[0]);
            return new Period(first, CalendarDay.NextMonth(first, isJalali), isJalali, true);
        }

        return numbers.Count == 1 && CalendarDay.IsYear(numbers[0])
            ? new Period(CalendarDay.FirstOf(numbers[0], 1)!.Value, CalendarDay.FirstOf(numbers[0] + 1, 1)!.Value, CalendarDay.IsJalaliYear(numbers[0]), true)
            : null;
    }

    private static Period Month(NamedMonth month, int? year, DateTime today)
    {
        // A Persian month of 2026 or an English one of 1405 is written by nobody; the year then says nothing.
        var named = year is { } number && CalendarDay.IsJalaliYear(number) == month.IsJalali ? year : null;
        var thisYear = CalendarDay.YearOf(today, month.IsJalali);
        var first = CalendarDay.FirstOf(named ?? thisYear, month.Number)!.Value;
        if (named is null && first > today)
        {
            first = CalendarDay.FirstOf(thisYear - 1, month.Number)!.Value;
        }

        return new Period(first, CalendarDay.NextMonth(first, month.IsJalali), month.IsJalali, true);
    }

    private static Period? TwoDays(List<string> words)
    {
        var days = words.Select(CalendarDay.Read).Where(day => day is not null).Select(day => day!.Value).OrderBy(day => day).ToList();
        return days.Count == 2
            ? new Period(days[0], days[1].AddDays(1), words.Any(word => CalendarDay.Numbers(word) is { Count: 3 } numbers && numbers.Any(CalendarDay.IsJalaliYear)), true)
            : null;
    }

    private static Period? LastDays(List<string> words, DateTime today, bool isJalali)
    {
        var count = words.FindIndex(word => word is "روز" or "days" or "day");
        return count > 0 && int.TryParse(words[count - 1], NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 0 and <= 366
            ? new Period(today.Date.AddDays(1 - days), today.Date.AddDays(1), isJalali, true)
            : null;
    }

    private static Period OfPhrase(string meaning, DateTime today, bool isJalali)
    {
        var year = CalendarDay.YearOf(today, isJalali);
        switch (meaning)
        {
            case "month-1":
                var last = CalendarDay.FirstDay(today, isJalali, 1);
                return new Period(last, CalendarDay.NextMonth(last, isJalali), isJalali, true);
            case "year":
                return new Period(CalendarDay.FirstOf(year, 1)!.Value, CalendarDay.FirstOf(year + 1, 1)!.Value, isJalali, true);
            case "year-1":
                return new Period(CalendarDay.FirstOf(year - 1, 1)!.Value, CalendarDay.FirstOf(year, 1)!.Value, isJalali, true);
            case "day":
                return new Period(today.Date, today.Date.AddDays(1), isJalali, true);
            case "day-1":
                return new Period(today.Date.AddDays(-1), today.Date, isJalali, true);
            default:
                var first = CalendarDay.FirstDay(today, isJalali);
                return new Period(first, CalendarDay.NextMonth(first, isJalali), isJalali, true);
        }
    }

    // Everything but letters, digits and what stands inside a date parts words.
    private static List<string> Words(string? text)
    {
        var clean = new StringBuilder();
        foreach (var c in TextFold.Fold(text ?? string.Empty, FoldMode.NonJoinerAsSpace))
        {
            clean.Append(char.IsLetterOrDigit(c) || c is '/' or '-' or '.' ? c : ' ');
        }

        return clean.ToString()
            .Split(new[] { ' ' }, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.Trim('-', '.', '/'))
            .Where(word => word.Length > 0)
            .ToList();
    }

    private static DateTime Later(DateTime left, DateTime right) => left > right ? left : right;

    private static HashSet<string> Set(params string[] words) => new(words.Select(word => TextFold.Fold(word)), StringComparer.Ordinal);
}
