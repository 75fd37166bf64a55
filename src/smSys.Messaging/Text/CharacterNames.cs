using System.Globalization;

namespace smSys.Messaging.Text;

/// <summary>Names of the characters that usually turn a Latin text into Unicode, in words an office worker can use.</summary>
public static class CharacterNames
{
    /// <summary>For example <c>curly apostrophe (U+2019)</c>; for characters without an entry, their kind and code point.</summary>
    public static string Of(int codePoint) => Of(codePoint, Language.English);

    /// <summary>In a language.</summary>
    public static string Of(int codePoint, Language language) =>
        (language == Language.Persian ? PersianCharacterNames.Of(codePoint) : NameOf(codePoint) ?? KindOf(codePoint))
        + " (U+" + codePoint.ToString("X4", CultureInfo.InvariantCulture) + ")";

    private static string KindOf(int codePoint) => codePoint switch
    {
        >= 0xD800 and <= 0xDFFF => "half of a character",
        >= 0x1F000 and <= 0x1FAFF => "emoji",
        >= 0x2600 and <= 0x27BF => "pictograph",
        >= 0x06F0 and <= 0x06F9 => "Persian digit",
        >= 0x0660 and <= 0x0669 => "Arabic digit",
        >= 0x064B and <= 0x065F => "Arabic vowel mark",
        >= 0x0600 and <= 0x06FF => "Arabic letter",
        >= 0x0750 and <= 0x077F => "Arabic letter",
        >= 0xFB50 and <= 0xFDFF => "Arabic presentation form",
        >= 0xFE70 and <= 0xFEFC => "Arabic presentation form",
        >= 0x0590 and <= 0x05FF => "Hebrew letter",
        >= 0x0400 and <= 0x04FF => "Cyrillic letter",
        >= 0x0370 and <= 0x03FF => "Greek letter",
        >= 0x00C0 and <= 0x024F => "Latin letter with a mark",
        >= 0x0300 and <= 0x036F => "combining mark",
        >= 0x2000 and <= 0x200A => "typographic space",
        >= 0x20A0 and <= 0x20CF => "currency sign",
        >= 0x2190 and <= 0x21FF => "arrow",
        >= 0x2200 and <= 0x22FF => "mathematical sign",
        >= 0x4E00 and <= 0x9FFF => "Chinese character",
        < 0x20 => "control character",
        _ => "character",
    };

    private static string? NameOf(int codePoint) => codePoint switch
    {
        0x0009 => "tab",
        0x0060 => "grave accent",
        0x00A0 => "no-break space",
        0x00A9 => "copyright sign",
        0x00AB => "left angle quote",
        0x00AD => "soft hyphen",
        0x00AE => "registered sign",
        0x00B0 => "degree sign",
        0x00B4 => "acute accent",
        0x00B7 => "middle dot",
        0x00BB => "right angle quote",
        0x00D7 => "multiplication sign",
        0x00F7 => "division sign",
        0x061C or 0x200E or 0x200F => "direction mark",
        >= 0x202A and <= 0x202E => "direction mark",
        >= 0x2066 and <= 0x2069 => "direction mark",
        0x200B => "zero-width space",
        0x200C => "zero-width non-joiner",
        0x200D => "zero-width joiner",
        0x2010 or 0x2011 => "typographic hyphen",
        0x2012 or 0x2013 => "en dash",
        0x2014 or 0x2015 => "em dash",
        0x2018 => "opening curly quote",
        0x2019 => "curly apostrophe",
        0x201A => "low single quote",
        0x201C => "opening curly double quote",
        0x201D => "closing curly double quote",
        0x201E => "low double quote",
        0x2022 => "bullet",
        0x2026 => "ellipsis",
        0x2028 => "line separator",
        0x2029 => "paragraph separator",
        0x202F => "narrow no-break space",
        0x2122 => "trade mark sign",
        0x2212 => "minus sign",
        0xFDFC => "Rial sign",
        0xFE0F => "emoji variation selector",
        0xFEFF => "byte order mark",
        0xFFFD => "replacement character",
        _ => OfArabicScript(codePoint),
    };

    private static string? OfArabicScript(int codePoint) => codePoint switch
    {
        0x060C => "Persian comma",
        0x061B => "Persian semicolon",
        0x061F => "Persian question mark",
        0x0621 => "Arabic letter hamza",
        0x0622 => "Arabic letter alef with madda",
        0x0623 or 0x0625 => "Arabic letter alef with hamza",
        0x0624 => "Arabic letter waw with hamza",
        0x0626 => "Arabic letter yeh with hamza",
        0x0627 => "Arabic letter alef",
        0x0628 => "Arabic letter beh",
        0x0629 => "Arabic letter teh marbuta",
        0x062A => "Arabic letter teh",
        0x062B => "Arabic letter theh",
        0x062C => "Arabic letter jeem",
        0x062D => "Arabic letter hah",
        0x062E => "Arabic letter khah",
        0x062F => "Arabic letter dal",
        0x0630 => "Arabic letter thal",
        0x0631 => "Arabic letter reh",
        0x0632 => "Arabic letter zain",
        0x0633 => "Arabic letter seen",
        0x0634 => "Arabic letter sheen",
        0x0635 => "Arabic letter sad",
        0x0636 => "Arabic letter dad",
        0x0637 => "Arabic letter tah",
        0x0638 => "Arabic letter zah",
        0x0639 => "Arabic letter ain",
        0x063A => "Arabic letter ghain",
        0x0640 => "tatweel",
        0x0641 => "Arabic letter feh",
        0x0642 => "Arabic letter qaf",
        0x0643 => "Arabic letter kaf",
        0x0644 => "Arabic letter lam",
        0x0645 => "Arabic letter meem",
        0x0646 => "Arabic letter noon",
        0x0647 => "Arabic letter heh",
        0x0648 => "Arabic letter waw",
        0x0649 => "Arabic letter alef maksura",
        0x064A => "Arabic letter yeh",
        0x066A => "Persian percent sign",
        0x067E => "Persian letter peh",
        0x0686 => "Persian letter cheh",
        0x0698 => "Persian letter jeh",
        0x06A9 => "Persian letter keheh",
        0x06AF => "Persian letter gaf",
        0x06C0 => "Persian letter heh with yeh above",
        0x06CC => "Persian letter yeh",
        _ => null,
    };
}
