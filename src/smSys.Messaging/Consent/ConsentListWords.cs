using System;
using System.Collections.Generic;
using System.Linq;
using smSys.Messaging.Periods;
using smSys.Messaging.Text.Folding;

namespace smSys.Messaging.Consent;

/// <summary>What a line of such a list says, in words that mean the same in both languages.</summary>
public static class ConsentListWords
{
    private static readonly HashSet<string> _in = Set("in", "opted in", "optin", "yes", "1", "true", "start", "پذیرش", "بله", "فعال", "عضو", "مجاز");
    private static readonly HashSet<string> _out = Set("out", "opted out", "optout", "no", "0", "false", "stop", "لغو", "انصراف", "خیر", "غیرفعال", "غیرمجاز");
    private static readonly HashSet<string> _advertising = Set("advertising", "ads", "marketing", "تبلیغ", "تبلیغات", "تبلیغاتی");
    private static readonly HashSet<string> _service = Set("service", "all", "خدماتی", "همه");

    /// <summary>Opted out when nothing is said; null when it cannot be understood.</summary>
    public static ConsentRequest? State(string text)
    {
        var folded = TextFold.Fold(text, FoldMode.LettersAndDigits);
        return folded.Length == 0 || _out.Contains(folded) ? ConsentRequest.OptOut : _in.Contains(folded) ? ConsentRequest.OptIn : null;
    }

    /// <summary>True for advertising alone, false for everything, which is also meant when nothing is said; null when it cannot be understood.</summary>
    public static bool? IsAdvertising(string text)
    {
        var folded = TextFold.Fold(text, FoldMode.LettersAndDigits);
        return folded.Length == 0 || _service.Contains(folded) ? false : _advertising.Contains(folded) ? true : null;
    }

    /// <summary>A day, Gregorian or Jalali, as UTC; null when there is none.</summary>
    public static DateTime? Day(string text) =>
        CalendarDay.Read(text.Split(' ', 'T')[0]) is { } day ? DateTime.SpecifyKind(day - CalendarDay.Tehran, DateTimeKind.Utc) : null;

    private static HashSet<string> Set(params string[] words) =>
        new(words.Select(word => TextFold.Fold(word, FoldMode.LettersAndDigits)), StringComparer.Ordinal);
}
