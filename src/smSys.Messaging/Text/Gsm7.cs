namespace smSys.Messaging.Text;

/// <summary>The GSM 7-bit default alphabet and its extension table (3GPP TS 23.038).</summary>
public static class Gsm7
{
    // One bit a character: line feed, carriage return, space to "?"; then "@" to "z" without [ \ ] ^ `.
    private const ulong LowerHalf = 0xFFFF_FFFF_0000_2400UL;
    private const ulong UpperHalf = 0x07FF_FFFE_87FF_FFFFUL;

    /// <summary>1 for a character of the default alphabet, 2 for one of the extension table, 0 for any other.</summary>
    public static int SeptetsOf(char c)
    {
        if (c < 0x80)
        {
            var half = c < 64 ? LowerHalf : UpperHalf;
            return ((half >> (c & 63)) & 1) != 0 ? 1 : IsExtension(c) ? 2 : 0;
        }

        return c switch
        {
            '£' or '¥' or 'è' or 'é' or 'ù' or 'ì' or 'ò' or 'Ç' or 'Ø' or 'ø' or 'Å' or 'å' => 1,
            'Δ' or 'Φ' or 'Γ' or 'Λ' or 'Ω' or 'Π' or 'Ψ' or 'Σ' or 'Θ' or 'Ξ' => 1,
            'Æ' or 'æ' or 'ß' or 'É' or '¤' or '¡' or 'Ä' or 'Ö' or 'Ñ' or 'Ü' or '§' or '¿' => 1,
            'ä' or 'ö' or 'ñ' or 'ü' or 'à' => 1,
            '€' => 2,
            _ => 0,
        };
    }

    private static bool IsExtension(char c) => c is '\f' or '^' or '{' or '}' or '\\' or '[' or '~' or ']' or '|';
}
