using System;
using smSys.Messaging.Numbers;

namespace smSys.Providers;

/// <summary>How providers want recipients written; the account's option <c>numbers</c> chooses.</summary>
public static class NumberForms
{
    /// <summary>The option's name; its values are <c>09</c>, <c>9</c>, <c>98</c>, <c>0098</c> and <c>+98</c>.</summary>
    public const string OptionName = "numbers";

    /// <summary>A number in a form; of other countries always with its country code.</summary>
    public static string Write(PhoneNumber number, string form)
    {
        bool iranian = number.Digits.StartsWith("98", StringComparison.Ordinal);
        return form switch
        {
            "98" => number.Digits,
            "+98" => number.E164,
            "0098" => "00" + number.Digits,
            "9" when iranian => number.Digits.Substring(2),
            _ => number.WithLeadingZero,
        };
    }
}
