using System.Globalization;

namespace smSys.Messaging.Numbers;

/// <summary>What a character means in a field where people type phone numbers.</summary>
internal enum NumberCharacter
{
    Ignored,
    Gap,
    Divider,
    Plus,
    Letter,
    Sign,
}

internal static class NumberCharacters
{
    /// <summary>0 to 9 for a decimal digit of any script, else −1.</summary>
    internal static int DigitOf(char c)
    {
        if (c < 0x80)
        {
            return c is >= '0' and <= '9' ? c - '0' : -1;
        }

        if (c is >= '\u06F0' and <= '\u06F9')
        {
            return c - '\u06F0';
        }

        if (c is >= '\u0660' and <= '\u0669')
        {
            return c - '\u0660';
        }

        return char.IsDigit(c) ? CharUnicodeInfo.GetDecimalDigitValue(c) : -1;
    }

    internal static NumberCharacter Classify(char c)
    {
        switch (c)
        {
            case ' ' or '-' or '(' or ')' or '.' or '[' or ']' or '/' or '\t' or '_' or '~':
            case '\u00A0' or '\u3000' or '\u2212' or '\u2053' or '\u223C' or '\u30FC':
            case >= '\u2000' and <= '\u200A':
            case >= '\u2010' and <= '\u2015':
            case '\u202F' or '\u205F':
            case '\uFF0D' or '\uFF0E' or '\uFF0F' or '\uFF08' or '\uFF09' or '\uFF3B' or '\uFF3D' or '\uFF5E':
            case '\u066B' or '\u066C':
                return NumberCharacter.Gap;

            // Quotes around a field and Excel's apostrophe; soft hyphen, zero-width and bidirectional marks, variation selectors, byte order mark, tatweel.
            case '"' or '\'' or '\u2018' or '\u2019' or '\u201C' or '\u201D' or '\u00AB' or '\u00BB':
            case '\u00AD' or '\u061C' or '\u0640' or '\u180E' or '\uFEFF':
            case >= '\u200B' and <= '\u200F':
            case >= '\u202A' and <= '\u202E':
            case >= '\u2060' and <= '\u206F':
            case >= '\uFE00' and <= '\uFE0F':
                return NumberCharacter.Ignored;

            case ',' or ';' or '|' or '\\' or '&' or '\n' or '\r' or '\u060C' or '\u061B' or '\uFF0C' or '\u2028' or '\u2029':
                return NumberCharacter.Divider;

            case '+' or '\uFF0B' or '\uFE62' or '\u207A':
                return NumberCharacter.Plus;

            default:
                return char.IsLetter(c) ? NumberCharacter.Letter : NumberCharacter.Sign;
        }
    }
}
