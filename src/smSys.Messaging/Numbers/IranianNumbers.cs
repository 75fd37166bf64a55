using System.Globalization;

namespace smSys.Messaging.Numbers;

/// <summary>The ten digits after 98, of which the first is not zero.</summary>
internal static class IranianNumbers
{
    private const ulong NineDigits = 1_000_000_000;

    internal static PhoneNumber Make(ulong national) =>
        new(((98 * NineDigits * 10) + national).ToString(CultureInfo.InvariantCulture), IsMobile(national));

    internal static bool IsMobile(ulong national) => national >= 9 * NineDigits;

    /// <summary>The area codes of the 31 provinces, two digits each.</summary>
    internal static bool HasAreaCode(ulong national) => (national / 100_000_000) switch
    {
        11 or 13 or 17 => true,
        21 or 23 or 24 or 25 or 26 or 28 => true,
        31 or 34 or 35 or 38 => true,
        41 or 44 or 45 => true,
        51 or 54 or 56 or 58 => true,
        61 or 66 => true,
        71 or 74 or 76 or 77 => true,
        81 or 83 or 84 or 86 or 87 => true,
        _ => false,
    };
}
