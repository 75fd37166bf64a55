using System;
using System.Collections.Generic;
using System.Text;

namespace smSys.Messaging.Text;

/// <summary>
/// A text as the operator counts it: encoding, units and parts, found in one pass. Why it is Unicode, and what it would cost
/// otherwise, is worked out only when asked.
/// </summary>
public readonly struct SmsText
{
    private readonly string? _text;
    private readonly int _causeAt;

    private SmsText(string text, SmsEncoding encoding, int causeAt, int units, int parts, int left)
    {
        _text = text;
        _causeAt = causeAt;
        Encoding = encoding;
        Units = units;
        Parts = parts;
        Left = left;
    }

    /// <summary>The text itself.</summary>
    public string Text => _text ?? string.Empty;

    /// <summary>GSM 7-bit when every character has a place there, else UCS-2.</summary>
    public SmsEncoding Encoding { get; }

    /// <summary>Septets (an extension character counts two) or UTF-16 units.</summary>
    public int Units { get; }

    /// <summary>
    /// Messages that the operator counts; 0 for an empty text. An extension character or a surrogate pair is never split, so
    /// there may be one part more than the quotient says.
    /// </summary>
    public int Parts { get; }

    /// <summary>Units that still fit before another part begins.</summary>
    public int Left { get; }

    /// <summary>The first character that forces UCS-2; null for a GSM text.</summary>
    public UnicodeCause? ForcedBy
    {
        get
        {
            if (Encoding == SmsEncoding.Gsm7)
            {
                return null;
            }

            var codePoint = char.IsHighSurrogate(Text[_causeAt]) && _causeAt + 1 < Text.Length && char.IsLowSurrogate(Text[_causeAt + 1])
                ? char.ConvertToUtf32(Text[_causeAt], Text[_causeAt + 1])
                : Text[_causeAt];
            return new UnicodeCause(_causeAt, codePoint, CharacterNames.Of(codePoint));
        }
    }

    /// <summary>Counts a text in time linear in its length.</summary>
    public static SmsText Measure(string text)
    {
        if (text is null)
        {
            throw new ArgumentNullException(nameof(text));
        }

        var counter = new PartCounter(SmsEncoding.Gsm7);
        for (var i = 0; i < text.Length; i++)
        {
            var septets = Gsm7.SeptetsOf(text[i]);
            if (septets == 0)
            {
                return OfUcs2(text, i);
            }

            counter.Add(septets);
        }

        return new SmsText(text, SmsEncoding.Gsm7, -1, counter.Units, counter.Parts, counter.Left);
    }

    /// <summary>
    /// The text with quotes, dashes, invisible marks and the like replaced by GSM characters; null when it is GSM already, or
    /// holds something that nothing can replace (Persian letters, emoji).
    /// </summary>
    public UnicodeSaving? Saving()
    {
        if (Encoding == SmsEncoding.Gsm7)
        {
            return null;
        }

        var replaced = new StringBuilder(Text.Length);
        foreach (var c in Text)
        {
            if (Gsm7.SeptetsOf(c) != 0)
            {
                replaced.Append(c);
                continue;
            }

            var replacement = GsmReplacement.Of(c);
            if (replacement is null)
            {
                return null;
            }

            replaced.Append(replacement);
        }

        var text = replaced.ToString();
        var parts = Measure(text).Parts;
        return new UnicodeSaving(text, parts, Parts - parts);
    }

    /// <summary>The text cut into its parts, in order.</summary>
    public IReadOnlyList<string> Split()
    {
        var parts = new List<string>(Parts);
        if (Parts < 2)
        {
            if (Parts == 1)
            {
                parts.Add(Text);
            }

            return parts;
        }

        var counter = new PartCounter(Encoding);
        var start = 0;
        for (var i = 0; i < Text.Length; i++)
        {
            var isPair = Encoding == SmsEncoding.Ucs2 && IsPair(Text, i);
            if (counter.Add(isPair ? 2 : Encoding == SmsEncoding.Ucs2 ? 1 : Gsm7.SeptetsOf(Text[i])))
            {
                parts.Add(Text.Substring(start, i - start));
                start = i;
            }

            i += isPair ? 1 : 0;
        }

        parts.Add(Text.Substring(start));
        return parts;
    }

    private static SmsText OfUcs2(string text, int causeAt)
    {
        var counter = new PartCounter(SmsEncoding.Ucs2);
        if (text.Length <= counter.Single)
        {
            return new SmsText(text, SmsEncoding.Ucs2, causeAt, text.Length, 1, counter.Single - text.Length);
        }

        var parts = 0;
        var start = 0;
        var last = 0;
        while (start < text.Length)
        {
            last = start;
            start += counter.Several;
            start -= start < text.Length && IsPair(text, start - 1) ? 1 : 0;
            parts++;
        }

        return new SmsText(text, SmsEncoding.Ucs2, causeAt, text.Length, parts, counter.Several - (text.Length - last));
    }

    private static bool IsPair(string text, int i) =>
        char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
}
