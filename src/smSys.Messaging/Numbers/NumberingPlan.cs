using System;

namespace smSys.Messaging.Numbers;

/// <summary>How the numbers of the own country are written when the country code is left out. Immutable.</summary>
public sealed class NumberingPlan
{
    private NumberingPlan(int countryCode, int shortest, int longest)
    {
        CountryCode = countryCode;
        Shortest = shortest;
        Longest = longest;
    }

    /// <summary>Country code 98, ten digits after it, a zero in front inside the country; mobiles begin with 9.</summary>
    public static NumberingPlan Iran { get; } = new(98, 10, 10);

    /// <summary>Without plus sign: 98.</summary>
    public int CountryCode { get; }

    /// <summary>Fewest digits after the country code.</summary>
    public int Shortest { get; }

    /// <summary>Most digits after the country code.</summary>
    public int Longest { get; }

    /// <summary>
    /// A country of which only the code and the lengths are known: national numbers are written with a zero in front that the
    /// international form drops, and which of them are mobiles is not known.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">No country has the code, or the lengths cannot be.</exception>
    public static NumberingPlan ForCountry(int countryCode, int shortest = 6, int longest = 11)
    {
        if (countryCode == Iran.CountryCode)
        {
            return Iran;
        }

        if (countryCode <= 0 || CountryCodes.LengthOf((ulong)countryCode, DigitsOf(countryCode)) != DigitsOf(countryCode))
        {
            throw new ArgumentOutOfRangeException(nameof(countryCode));
        }

        if (shortest < 4 || longest < shortest || longest + DigitsOf(countryCode) > 15)
        {
            throw new ArgumentOutOfRangeException(nameof(shortest));
        }

        return new NumberingPlan(countryCode, shortest, longest);
    }

    internal bool Holds(int nationalDigits) => nationalDigits >= Shortest && nationalDigits <= Longest;

    internal static int DigitsOf(int code) => code < 10 ? 1 : code < 100 ? 2 : code < 1000 ? 3 : 4;
}
