namespace smSys.Messaging.Numbers;

/// <summary>
/// The short way for what nearly everybody types: an Iranian number in Latin, Persian or Arabic digits with at most a plus
/// sign, spaces, dashes, dots and brackets. Whatever else the text holds, it gives up and <see cref="NumberScan"/> reads it.
/// </summary>
internal static class QuickScan
{
    private const ulong TenDigits = 10_000_000_000;
    private const ulong Smallest = 1_000_000_000;

    /// <summary>The ten digits after 98; 0 when the text has to be read the long way.</summary>
    internal static ulong Read(string text)
    {
        var value = 0UL;
        var signs = 0;
        var isInternational = false;
        for (var i = 0; i < text.Length; i++)
        {
            uint c = text[i];
            var digit = c - '0';
            if (digit > 9)
            {
                // One of ( ) - . and the space, by its bit.
                if (c - 32 < 15 && ((0x6301U >> (int)(c - 32)) & 1) != 0)
                {
                    signs++;
                    continue;
                }

                if (c == '+' && i == 0)
                {
                    signs = 1;
                    isInternational = true;
                    continue;
                }

                digit = c - 0x06F0;
                if (digit > 9)
                {
                    digit = c - 0x0660;
                    if (digit > 9)
                    {
                        return 0;
                    }
                }
            }

            value = (value * 10) + digit;
        }

        var digits = text.Length - signs;
        return digits <= 15 ? National(value, digits, isInternational) : 0;
    }

    // A zero in front counts as a digit but not in the value, so the two together tell the forms apart.
    private static ulong National(ulong value, int digits, bool isInternational)
    {
        switch (digits)
        {
            case 10 when !isInternational:
            case 11 when !isInternational && value < TenDigits:
                return TenOrNone(value);
            case 12:
            case 14 when !isInternational:
                return TenOrNone(value - (98 * TenDigits));
            case 13:
            case 15 when !isInternational:
                return TenOrNone(value - (980 * TenDigits));
            default:
                return 0;
        }
    }

    // One comparison for both ends: below the smallest number of ten digits the difference wraps around.
    private static ulong TenOrNone(ulong value) => value - Smallest < TenDigits - Smallest ? value : 0;
}
