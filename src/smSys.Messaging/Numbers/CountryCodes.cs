namespace smSys.Messaging.Numbers;

/// <summary>The country codes of ITU-T E.164.</summary>
internal static class CountryCodes
{
    /// <summary>Digits of the country code that the number begins with; 0 when no country has one like it.</summary>
    internal static int LengthOf(ulong number, int digits)
    {
        var first = Lead(number, digits, 1);
        if (first is 1 or 7)
        {
            return 1;
        }

        if (IsOfTwoDigits(Lead(number, digits, 2)))
        {
            return 2;
        }

        return IsOfThreeDigits(Lead(number, digits, 3)) ? 3 : 0;
    }

    internal static int Lead(ulong number, int digits, int count)
    {
        for (var drop = digits - count; drop > 0; drop--)
        {
            number /= 10;
        }

        return (int)number;
    }

    private static bool IsOfTwoDigits(int code) => code switch
    {
        20 or 27 or 30 or 31 or 32 or 33 or 34 or 36 or 39 or 40 or 41 => true,
        >= 43 and <= 49 => true,
        >= 51 and <= 58 => true,
        >= 60 and <= 66 => true,
        81 or 82 or 84 or 86 => true,
        >= 90 and <= 95 => true,
        98 => true,
        _ => false,
    };

    private static bool IsOfThreeDigits(int code) => code switch
    {
        211 or 212 or 213 or 216 or 218 => true,
        >= 220 and <= 258 => true,
        >= 260 and <= 269 => true,
        290 or 291 or 297 or 298 or 299 => true,
        >= 350 and <= 359 => true,
        >= 370 and <= 378 => true,
        380 or 381 or 382 or 383 or 385 or 386 or 387 or 389 => true,
        420 or 421 or 423 => true,
        >= 500 and <= 509 => true,
        >= 590 and <= 599 => true,
        670 or 672 or 673 or 674 or 675 or 676 or 677 or 678 or 679 => true,
        >= 680 and <= 692 when code is not 684 => true,
        800 or 808 or 850 or 852 or 853 or 855 or 856 or 870 or 878 or 880 or 881 or 882 or 883 or 886 or 888 => true,
        >= 960 and <= 968 => true,
        970 or 971 or 972 or 973 or 974 or 975 or 976 or 977 or 979 => true,
        992 or 993 or 994 or 995 or 996 or 998 => true,
        _ => false,
    };
}
