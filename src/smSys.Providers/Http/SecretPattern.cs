using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace smSys.Providers.Http;

/// <summary>
/// A pattern that finds a secret in every spelling the wire knows, mixed ones too: each of its characters may stand for itself,
/// percent-encoded, as an entity of XML, as an escape of JSON, or in one of these inside another. All repetitions are bounded,
/// so that no text can make it slow.
/// </summary>
internal static class SecretPattern
{
    /// <summary>No spelling of a secret is longer than this many times the secret.</summary>
    public const int LongestSpelling = 48;

    private const string Backslashes = @"\\{0,8}";
    private const string Ampersand = "&(?:amp;){0,3}";

    private static readonly Dictionary<string, string> Entities = new(StringComparer.Ordinal)
    {
        ["&"] = "amp", ["<"] = "lt", [">"] = "gt", ["\""] = "quot", ["'"] = "apos",
    };

    /// <summary>The pattern of several secrets, of which none is empty; where one is part of another, the longer comes first.</summary>
    public static string Of(IEnumerable<string> secrets)
    {
        var sorted = new List<string>(secrets);
        sorted.Sort((a, b) => b.Length.CompareTo(a.Length));
        var pattern = new StringBuilder();
        foreach (string secret in sorted)
        {
            pattern.Append(pattern.Length == 0 ? string.Empty : "|");
            for (int i = 0; i < secret.Length; i++)
            {
                bool isPair = char.IsHighSurrogate(secret[i]) && i + 1 < secret.Length && char.IsLowSurrogate(secret[i + 1]);
                AppendCharacter(pattern, secret.Substring(i, isPair ? 2 : 1));
                i += isPair ? 1 : 0;
            }
        }

        return pattern.ToString();
    }

    private static void AppendCharacter(StringBuilder pattern, string character)
    {
        pattern.Append(Backslashes).Append("(?:").Append(Regex.Escape(character)).Append('|');
        foreach (byte unit in Encoding.UTF8.GetBytes(character))
        {
            pattern.Append("%(?:25){0,3}");
            AppendHex(pattern, unit.ToString("X2", CultureInfo.InvariantCulture));
        }

        int code = character.Length == 2 ? char.ConvertToUtf32(character[0], character[1]) : character[0];
        pattern.Append('|').Append(Ampersand).Append("#(?:0{0,6}").Append(code.ToString(CultureInfo.InvariantCulture)).Append("|[xX]0{0,6}");
        AppendHex(pattern, code.ToString("X", CultureInfo.InvariantCulture));
        pattern.Append(");|");
        foreach (char unit in character)
        {
            pattern.Append(@"\\{1,8}u");
            AppendHex(pattern, ((int)unit).ToString("X4", CultureInfo.InvariantCulture));
        }

        pattern.Append(Entities.TryGetValue(character, out string? entity) ? "|" + Ampersand + entity + ";" : character == " " ? @"|\+" : string.Empty).Append(')');
    }

    private static void AppendHex(StringBuilder pattern, string digits)
    {
        foreach (char digit in digits)
        {
            pattern.Append(digit is >= 'A' and <= 'F' ? "[" + digit + char.ToLowerInvariant(digit) + "]" : digit.ToString());
        }
    }
}
