namespace smSys.Messaging.Text;

/// <summary>What can stand for a character outside the GSM alphabet without changing what is said.</summary>
public static class GsmReplacement
{
    /// <summary>The GSM characters that can replace it, empty for invisible marks; null when nothing can (letters, emoji).</summary>
    public static string? Of(char c)
    {
        if (c is >= '\u06F0' and <= '\u06F9')
        {
            return ((char)('0' + (c - '\u06F0'))).ToString();
        }

        if (c is >= '\u0660' and <= '\u0669')
        {
            return ((char)('0' + (c - '\u0660'))).ToString();
        }

        return OfSign(c) ?? OfLetter(c);
    }

    private static string? OfSign(char c)
    {
        switch (c)
        {
            case '\u2018' or '\u2019' or '\u201A' or '\u201B' or '\u2032' or '\u2035' or '\u00B4' or '`' or '\u02BC' or '\u2039' or '\u203A':
                return "'";
            case '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\u2033' or '\u2036' or '\u00AB' or '\u00BB':
                return "\"";
            case '\u2212' or '\u00AF' or (>= '\u2010' and <= '\u2015'):
                return "-";
            case '\u2026':
                return "...";
            case '\t' or '\u00A0' or '\u202F' or '\u205F' or '\u3000' or (>= '\u2000' and <= '\u200A'):
                return " ";
            case '\u2028' or '\u2029' or '\u0085':
                return "\n";
            case '\u00AD' or '\u061C' or '\uFEFF' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E'):
            case (>= '\u2060' and <= '\u206F') or (>= '\uFE00' and <= '\uFE0F'):
                return string.Empty;
            case '\u2022' or '\u00B7' or '\u2219' or '\u25CF' or '\u066D':
                return "*";
            case '\u00D7':
                return "x";
            case '\u00F7' or '\u2044' or '\u2215':
                return "/";
            case '\u060C':
                return ",";
            case '\u061B':
                return ";";
            case '\u061F':
                return "?";
            case '\u066A':
                return "%";
            case '\u00A9':
                return "(c)";
            case '\u00AE':
                return "(r)";
            case '\u2122':
                return "(tm)";
            case '\u2116':
                return "No";
            case '\u2126':
                return "Ω";
            default:
                return null;
        }
    }

    private static string? OfLetter(char c) => c switch
    {
        'á' or 'â' or 'ã' or 'ā' or 'ă' or 'ą' => "a",
        'Á' or 'Â' or 'Ã' or 'À' or 'Ā' or 'Ă' or 'Ą' => "A",
        'ç' or 'ć' or 'č' => "c",
        'Ć' or 'Č' => "C",
        'ê' or 'ë' or 'ē' or 'ę' or 'ě' => "e",
        'È' or 'Ê' or 'Ë' or 'Ē' or 'Ę' or 'Ě' => "E",
        'í' or 'î' or 'ï' or 'ī' or 'ı' => "i",
        'Ì' or 'Í' or 'Î' or 'Ï' or 'Ī' or 'İ' => "I",
        'ó' or 'ô' or 'õ' or 'ō' or 'ő' => "o",
        'Ò' or 'Ó' or 'Ô' or 'Õ' or 'Ō' or 'Ő' => "O",
        'ú' or 'û' or 'ū' or 'ű' or 'ů' => "u",
        'Ù' or 'Ú' or 'Û' or 'Ū' or 'Ű' or 'Ů' => "U",
        'ş' or 'š' or 'ś' => "s",
        'Ş' or 'Š' or 'Ś' => "S",
        'ğ' => "g",
        'Ğ' => "G",
        'ý' or 'ÿ' => "y",
        'Ý' => "Y",
        'ž' or 'ź' or 'ż' => "z",
        'Ž' or 'Ź' or 'Ż' => "Z",
        'ł' => "l",
        'Ł' => "L",
        'ń' or 'ň' => "n",
        'ř' => "r",
        _ => null,
    };
}
