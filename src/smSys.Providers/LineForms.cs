using System;
using smSys.Messaging.Numbers;

namespace smSys.Providers;

/// <summary>
/// How providers want sender lines written. smSys keeps a line in one form (<see cref="SenderLine"/>, without a country code);
/// the account's option <c>lineForm</c> chooses what stands in front of it on the wire.
/// </summary>
public static class LineForms
{
    /// <summary>The option's name; its values are <c>plain</c>, <c>0</c>, <c>98</c>, <c>0098</c> and <c>+98</c>.</summary>
    public const string OptionName = "lineForm";

    /// <summary>As smSys keeps it, or as it was given.</summary>
    public const string Plain = "plain";

    private const int ShortestWithCountry = 10;

    /// <summary>A line in a form; empty stays empty, and an unknown form is <see cref="Plain"/>.</summary>
    public static string Write(string line, string form)
    {
        if (line.Length == 0 || form is not ("0" or "98" or "0098" or "+98"))
        {
            return line;
        }

        string digits = SenderLine.Normalise(line);

        // Of geographic lines (98 21 …) smSys cannot tell the country code from a line that begins with 98, and leaves it.
        bool hasCountry = digits.Length >= ShortestWithCountry && digits.StartsWith("98", StringComparison.Ordinal);
        return form + (hasCountry ? digits.Substring(2) : digits);
    }
}
