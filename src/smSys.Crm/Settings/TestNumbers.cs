using System;
using System.Linq;
using smSys.Messaging.Numbers;

namespace smSys.Crm.Settings;

/// <summary>The numbers that a setting in test mode may send to.</summary>
public static class TestNumbers
{
    private static readonly char[] _separators = ['\n', '\r', ',', ';', '،', '؛'];

    /// <summary>True when the list holds the number, however either is written.</summary>
    /// <param name="list">One number a line, or separated by commas or semicolons.</param>
    /// <param name="phoneNumber">Normalised digits.</param>
    public static bool Hold(string? list, string phoneNumber) =>
        (list ?? string.Empty).Split(_separators, StringSplitOptions.RemoveEmptyEntries)
            .Select(entry => PhoneNumberParser.Parse(entry))
            .Any(result => result.IsValid && string.Equals(result.Number.Digits, phoneNumber, StringComparison.Ordinal));
}
