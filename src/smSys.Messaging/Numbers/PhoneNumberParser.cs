using System;
using System.Globalization;

namespace smSys.Messaging.Numbers;

/// <summary>
/// Reads phone numbers as people type them: spaces, dashes, dots, slashes, brackets, "tel:", quotes and Excel's apostrophe, digits
/// of any script, invisible marks, and +, 00 or 0 in front. Allocates nothing but the digits of the result.
/// </summary>
public static class PhoneNumberParser
{
    private const int FewestInternational = 8;
    private const int MostInternational = 15;

    /// <summary>Any number, of the own country or another one.</summary>
    /// <param name="text">What somebody typed; null is empty.</param>
    /// <param name="plan">The own country; Iran when left out.</param>
    public static NumberResult Parse(string? text, NumberingPlan? plan = null)
    {
        if (text is null || text.Length == 0)
        {
            return new NumberResult(NumberProblemKind.Empty, 0);
        }

        if (plan is null || plan == NumberingPlan.Iran)
        {
            var national = QuickScan.Read(text);
            if (national != 0 && (IranianNumbers.IsMobile(national) || IranianNumbers.HasAreaCode(national)))
            {
                return new NumberResult(IranianNumbers.Make(national));
            }
        }

        return ParseWhole(text, plan ?? NumberingPlan.Iran);
    }

    /// <summary>A number that can receive an SMS: a mobile of the own country. Landlines and other countries are problems.</summary>
    /// <param name="text">What somebody typed; null is empty.</param>
    /// <param name="plan">The own country; Iran when left out. Of other countries mobiles cannot be told from landlines.</param>
    public static NumberResult ParseMobile(string? text, NumberingPlan? plan = null)
    {
        plan ??= NumberingPlan.Iran;
        var result = Parse(text, plan);
        if (!result.IsValid || result.Number.IsIranianMobile)
        {
            return result.IsValid && plan != NumberingPlan.Iran ? new NumberResult(NumberProblemKind.Foreign, 0) : result;
        }

        var digits = result.Number.Digits;
        var own = digits.StartsWith(plan.CountryCode.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        if (!own)
        {
            return new NumberResult(NumberProblemKind.Foreign, 0);
        }

        return plan == NumberingPlan.Iran ? new NumberResult(NumberProblemKind.NotMobile, 0) : result;
    }

    private static NumberResult ParseWhole(string text, NumberingPlan plan)
    {
        var scan = default(NumberScan);
        scan.Read(text, StartOf(text));
        if (scan.Problem != NumberProblemKind.None)
        {
            return new NumberResult(scan.Problem, scan.Position);
        }

        if (scan.Digits == 0)
        {
            return new NumberResult(NumberProblemKind.Empty, 0);
        }

        var result = Interpret(scan, plan);
        return result.Problem.Kind == NumberProblemKind.TooLong && scan.HoldsTwo
            ? new NumberResult(NumberProblemKind.TwoNumbers, scan.SplitPosition)
            : result;
    }

    private static int StartOf(string text)
    {
        var i = 0;
        while (i < text.Length && (char.IsWhiteSpace(text[i]) || NumberCharacters.Classify(text[i]) == NumberCharacter.Ignored))
        {
            i++;
        }

        const string scheme = "tel:";
        return string.Compare(text, i, scheme, 0, scheme.Length, StringComparison.OrdinalIgnoreCase) == 0 ? i + scheme.Length : i;
    }

    private static NumberResult Interpret(in NumberScan scan, NumberingPlan plan)
    {
        if (scan.Count == 0)
        {
            return new NumberResult(scan.Zeros > 2 || scan.HasPlus ? NumberProblemKind.Prefix : NumberProblemKind.TooShort, 0);
        }

        if (scan.Count > MostInternational)
        {
            return new NumberResult(NumberProblemKind.TooLong, 0);
        }

        if (scan.HasPlus)
        {
            return scan.Zeros is 0 or 2 ? International(scan, plan) : new NumberResult(NumberProblemKind.Prefix, 0);
        }

        return scan.Zeros switch
        {
            0 or 1 when plan.Holds(scan.Count) => National(scan.Value, scan.Count, plan),
            0 or 1 when BeginsWithOwnCode(scan, plan) => International(scan, plan),
            0 or 1 => new NumberResult(scan.Count < plan.Shortest ? NumberProblemKind.TooShort : NumberProblemKind.TooLong, 0),
            2 => International(scan, plan),
            _ => new NumberResult(NumberProblemKind.Prefix, 0),
        };
    }

    private static bool BeginsWithOwnCode(in NumberScan scan, NumberingPlan plan)
    {
        var codeDigits = NumberingPlan.DigitsOf(plan.CountryCode);
        return scan.Count > plan.Longest && CountryCodes.Lead(scan.Value, scan.Count, codeDigits) == plan.CountryCode;
    }

    private static NumberResult International(in NumberScan scan, NumberingPlan plan)
    {
        var codeDigits = CountryCodes.LengthOf(scan.Value, scan.Count);
        if (codeDigits == 0)
        {
            return new NumberResult(scan.Count < FewestInternational ? NumberProblemKind.TooShort : NumberProblemKind.UnknownCountry, 0);
        }

        var code = CountryCodes.Lead(scan.Value, scan.Count, codeDigits);
        var digits = scan.Count - codeDigits;
        var scale = PowerOfTen(digits);
        var national = scan.Value % scale;
        var rules = code == plan.CountryCode ? plan : code == NumberingPlan.Iran.CountryCode ? NumberingPlan.Iran : null;
        if (rules is not null)
        {
            // The zero that belongs inside the country, kept behind its code: +98 (0) 912 …
            if (digits > 0 && national < scale / 10)
            {
                digits--;
                if (national < scale / 100)
                {
                    return new NumberResult(NumberProblemKind.Prefix, 0);
                }
            }

            return National(national, digits, rules);
        }

        return scan.Count < FewestInternational
            ? new NumberResult(NumberProblemKind.TooShort, 0)
            : new NumberResult(new PhoneNumber(scan.Value.ToString(CultureInfo.InvariantCulture), false));
    }

    private static NumberResult National(ulong national, int digits, NumberingPlan plan)
    {
        if (!plan.Holds(digits))
        {
            return new NumberResult(digits < plan.Shortest ? NumberProblemKind.TooShort : NumberProblemKind.TooLong, 0);
        }

        if (plan == NumberingPlan.Iran)
        {
            return IranianNumbers.IsMobile(national) || IranianNumbers.HasAreaCode(national)
                ? new NumberResult(IranianNumbers.Make(national))
                : new NumberResult(NumberProblemKind.UnknownArea, 0);
        }

        var number = ((ulong)plan.CountryCode * PowerOfTen(digits)) + national;
        return new NumberResult(new PhoneNumber(number.ToString(CultureInfo.InvariantCulture), false));
    }

    private static ulong PowerOfTen(int exponent)
    {
        var power = 1UL;
        for (; exponent > 0; exponent--)
        {
            power *= 10;
        }

        return power;
    }
}
