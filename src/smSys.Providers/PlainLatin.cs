namespace smSys.Providers;

/// <summary>
/// For services that ask the client to declare the alphabet. Only what is plain ASCII is called Latin, so nothing can be spoilt:
/// declaring too much costs money at most, declaring too little costs the text.
/// </summary>
internal static class PlainLatin
{
    public static bool Fits(string text)
    {
        foreach (char c in text)
        {
            // The grave accent is the one printable ASCII character that the GSM alphabet lacks.
            if (c > '~' || c == '`')
            {
                return false;
            }
        }

        return true;
    }
}
