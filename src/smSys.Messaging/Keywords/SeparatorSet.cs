using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace smSys.Messaging.Keywords;

/// <summary>The characters that part the words of an incoming text, as an administrator chose them. Line breaks always do. Immutable.</summary>
public sealed class SeparatorSet
{
    private const string Usual = " \t,،;؛:.!?؟/\\|";
    private const char NonJoiner = '\u200C';
    private readonly HashSet<char> _others = [];
    private readonly ulong _lower;
    private readonly ulong _upper;
    private readonly bool _space;

    private SeparatorSet(IEnumerable<char> separators, bool keepsEmpty)
    {
        KeepsEmpty = keepsEmpty;
        foreach (var c in separators)
        {
            if (c < 64)
            {
                _lower |= 1UL << c;
            }
            else if (c < 128)
            {
                _upper |= 1UL << (c - 64);
            }
            else
            {
                _others.Add(c);
            }

            _space |= c == ' ';
        }
    }

    /// <summary>White space, Latin and Persian commas, semicolons, colons, full stops, question and exclamation marks, slashes.</summary>
    public static SeparatorSet Default { get; } = Parse(Usual);

    /// <summary>
    /// Between two signs with nothing but white space between them stands an empty word, as in a line of a table: «نام،،شهر» has
    /// three words. Spaces, line breaks and what cannot be seen part words as ever and never make an empty one.
    /// </summary>
    public bool KeepsEmpty { get; }

    /// <summary>
    /// A choice as it stands in a column: the characters themselves, one after the other, and by name what cannot be seen:
    /// <c>space</c>, <c>tab</c>, <c>zwnj</c>, in Persian <c>فاصله</c>, <c>تب</c>, <c>نیم‌فاصله</c>. Nothing chosen is <see cref="Default"/>.
    /// </summary>
    /// <param name="chosen">The column.</param>
    /// <param name="keepsEmpty">See <see cref="KeepsEmpty"/>.</param>
    public static SeparatorSet Parse(string? chosen, bool keepsEmpty = false)
    {
        if (string.IsNullOrEmpty(chosen))
        {
            return keepsEmpty ? Parse(Usual, true) : Default;
        }

        var separators = new List<char>();
        var word = new StringBuilder();
        foreach (var c in chosen + "\n")
        {
            if (char.IsLetter(c) || (c == NonJoiner && word.Length > 0))
            {
                word.Append(c);
                continue;
            }

            separators.AddRange(Named(word.ToString()));
            word.Clear();
            separators.Add(c);
        }

        return new SeparatorSet(separators, keepsEmpty);
    }

    /// <summary>True when the character parts words.</summary>
    public bool Holds(char c)
    {
        if (c < 128)
        {
            return c is '\n' or '\r' || (((c < 64 ? _lower : _upper) >> (c & 63)) & 1) != 0;
        }

        return _others.Contains(c) || (_space && char.IsWhiteSpace(c)) || c is '\u2028' or '\u2029';
    }

    /// <summary>As <see cref="Holds"/>, and it can be seen.</summary>
    internal bool Shows(char c) => Holds(c) && !char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format;

    private static char[] Named(string word) => word.TrimEnd(NonJoiner).ToLowerInvariant() switch
    {
        "" => word.Length > 0 ? [NonJoiner] : [],
        "space" or "فاصله" => [' '],
        "tab" or "تب" => ['\t'],
        "zwnj" or "نیم\u200Cفاصله" or "نیمفاصله" => [NonJoiner],
        _ => word.ToCharArray(),
    };
}
