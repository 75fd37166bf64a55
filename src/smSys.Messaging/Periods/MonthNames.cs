using System;
using System.Collections.Generic;
using System.Linq;
using smSys.Messaging.Text.Folding;

namespace smSys.Messaging.Periods;

/// <summary>The names of months, folded: Jalali in Persian, Gregorian in English (also short) and as Persian writes them.</summary>
public static class MonthNames
{
    private static readonly Dictionary<string, int> _jalali = Numbered(
        "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند");

    private static readonly Dictionary<string, int> _gregorian = Numbered(
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december");

    private static readonly Dictionary<string, int> _gregorianInPersian = Numbered(
        "ژانویه", "فوریه", "مارس", "آوریل", "مه", "ژوئن", "ژوئیه", "اوت", "سپتامبر", "اکتبر", "نوامبر", "دسامبر");

    /// <summary>The month of a folded word, from 1, and its calendar; null when it is none.</summary>
    public static NamedMonth? Find(string folded)
    {
        if (_jalali.TryGetValue(folded, out var jalali) || (folded == Fold("امرداد") && (jalali = 5) > 0))
        {
            return new NamedMonth(jalali, true);
        }

        if (_gregorian.TryGetValue(folded, out var gregorian) || _gregorianInPersian.TryGetValue(folded, out gregorian))
        {
            return new NamedMonth(gregorian, false);
        }

        var name = folded.Length is 3 or 4 ? _gregorian.Keys.FirstOrDefault(full => full.StartsWith(folded, StringComparison.Ordinal)) : null;
        return name is null ? null : new NamedMonth(_gregorian[name], false);
    }

    private static Dictionary<string, int> Numbered(params string[] names) =>
        names.Select((name, index) => new { name, index }).ToDictionary(pair => Fold(pair.name), pair => pair.index + 1, StringComparer.Ordinal);

    private static string Fold(string name) => TextFold.Fold(name);
}

/// <summary>A month without a year.</summary>
/// <param name="Number">From 1.</param>
/// <param name="IsJalali">Of the Jalali calendar.</param>
public sealed record NamedMonth(int Number, bool IsJalali);
