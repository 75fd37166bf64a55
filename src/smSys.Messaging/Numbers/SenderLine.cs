using System;
using System.Text;

namespace smSys.Messaging.Numbers;

/// <summary>A sender line (3000…, 1000…, 021…): panels write the same line in several ways, smSys in one.</summary>
public static class SenderLine
{
    /// <summary>
    /// Digits only, without +98, 0098, 98 or a zero in front: <c>+9830001234</c>, <c>9830001234</c> and <c>۳۰۰۰۱۲۳۴</c> are all
    /// <c>30001234</c>. Empty when the text holds no digit.
    /// </summary>
    public static string Normalise(string? text)
    {
        var digits = new StringBuilder();
        var hasPlus = false;
        foreach (var c in text ?? string.Empty)
        {
            var digit = NumberCharacters.DigitOf(c);
            if (digit >= 0)
            {
                digits.Append((char)('0' + digit));
            }
            else if (digits.Length == 0 && NumberCharacters.Classify(c) == NumberCharacter.Plus)
            {
                hasPlus = true;
            }
        }

        var line = digits.ToString();
        if (line.StartsWith("00", StringComparison.Ordinal))
        {
            line = line.Substring(2);
            hasPlus = true;
        }

        if (line.StartsWith("98", StringComparison.Ordinal) && (hasPlus || line.Length >= 12 || LooksLikeShortLine(line)))
        {
            line = line.Substring(2);
        }

        return line.TrimStart('0');
    }

    // 98 and then 1000, 2000, 3000, 5000 …: the usual kinds of lines begin with a digit and three zeros.
    private static bool LooksLikeShortLine(string line) =>
        line.Length >= 8 && string.CompareOrdinal(line, 3, "000", 0, 3) == 0;
}
