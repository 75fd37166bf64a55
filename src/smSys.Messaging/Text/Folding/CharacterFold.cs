using System.Globalization;

namespace smSys.Messaging.Text.Folding;

/// <summary>The folded form of one character.</summary>
internal static class CharacterFold
{
    /// <summary>The character leaves no trace.</summary>
    internal const char Nothing = '\0';

    /// <summary>ZWNJ, whose fate depends on the mode.</summary>
    internal const char NonJoiner = '\u200C';

    internal static char Of(char c)
    {
        if (c < 0x80)
        {
            return c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c is ' ' or (>= '\t' and <= '\r') ? ' ' : c < ' ' ? Nothing : c;
        }

        if (c is >= '\u0600' and <= '\u06FF')
        {
            return OfArabicScript(c);
        }

        if (c is >= '\uFF01' and <= '\uFF5E')
        {
            return Of((char)(c - 0xFEE0));
        }

        return OfOther(c);
    }

    private static char OfArabicScript(char c)
    {
        switch (c)
        {
            case '\u0622' or '\u0623' or '\u0625' or '\u0671' or '\u0672' or '\u0673':
                return '\u0627';
            case '\u0624':
                return '\u0648';
            case '\u0626' or '\u0649' or '\u064A' or '\u06D0' or '\u06D2' or '\u06D3':
                return '\u06CC';
            case '\u0643' or '\u06AA':
                return '\u06A9';
            case '\u0629' or '\u06BE' or '\u06C0' or '\u06C1' or '\u06C2' or '\u06C3' or '\u06D5':
                return '\u0647';
            case '\u060C' or '\u066B' or '\u066C':
                return ',';
            case '\u061B':
                return ';';
            case '\u061F':
                return '?';
            case '\u066A':
                return '%';
            case '\u066D':
                return '*';
            case '\u06D4':
                return '.';
            case '\u0621' or '\u0640' or '\u061C' or '\u0670':
            case >= '\u0610' and <= '\u061A':
            case >= '\u064B' and <= '\u065F':
            case >= '\u06D6' and <= '\u06ED' when c is not ('\u06DD' or '\u06DE' or '\u06E9' or '\u06E5' or '\u06E6'):
                return Nothing;
            case >= '\u0660' and <= '\u0669':
                return (char)('0' + (c - '\u0660'));
            case >= '\u06F0' and <= '\u06F9':
                return (char)('0' + (c - '\u06F0'));
            default:
                return c;
        }
    }

    private static char OfOther(char c)
    {
        switch (c)
        {
            case '\u200C':
                return NonJoiner;
            case '\u00AD' or '\u180E' or '\uFEFF':
            case >= '\u200B' and <= '\u200F':
            case >= '\u202A' and <= '\u202E':
            case >= '\u2060' and <= '\u206F':
            case >= '\uFE00' and <= '\uFE0F':
            case >= '\u0300' and <= '\u036F':
                return Nothing;
            case '\u0130' or '\u0131':
                // The dotted and dotless i of Turkish keyboards; the runtimes disagree about their case.
                return 'i';
            case '\u2018' or '\u2019' or '\u201B' or '\u02BC':
                return '\'';
            case '\u201C' or '\u201D' or '\u201F' or '\u00AB' or '\u00BB':
                return '"';
            case '\u2212' or (>= '\u2010' and <= '\u2015'):
                return '-';
            default:
                return char.IsWhiteSpace(c) ? ' '
                    : char.IsDigit(c) ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c))
                    : char.ToLowerInvariant(c);
        }
    }
}
