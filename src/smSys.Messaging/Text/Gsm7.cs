namespace smSys.Messaging.Text;

/// <summary>The GSM 7-bit default alphabet and its extension table (3GPP TS 23.038).</summary>
public static class Gsm7
{
    // A table rather than comparisons: letters and spaces in turn are what a processor guesses worst.
    private static readonly byte[] _ascii = Ascii();

    /// <summary>1 for a character of the default alphabet, 2 for one of the extension table, 0 for any other.</summary>
    public static int SeptetsOf(char c)
    {
        if (c < 0x80)
        {
            return _ascii[c];
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

    private static byte[] Ascii()
    {
        var septets = new byte[0x80];
        for (var c = ' '; c <= 'z'; c++)
        {
            septets[c] = 1;
        }

        septets['\n'] = 1;
        septets['\r'] = 1;
        septets['`'] = 0;
        foreach (var c in "\f^{}\\[~]|")
        {
            septets[c] = 2;
        }

        return septets;
    }
}
