using smSys.Messaging.Text.Folding;

namespace smSys.Messaging.Consent;

/// <summary>The line that advertising must carry, saying how to opt out («لغو۱۱»).</summary>
public static class OptOutLine
{
    /// <summary>The text with the line below it, once: a text that holds it already, in whatever writing, stays as it is.</summary>
    /// <param name="text">As written or rendered.</param>
    /// <param name="line">Of the setting; null or empty: none.</param>
    public static string Add(string text, string? line)
    {
        var folded = TextFold.Fold(line ?? string.Empty, FoldMode.LettersAndDigits);
        if (folded.Length == 0)
        {
            return text;
        }

        return TextFold.Fold(text, FoldMode.LettersAndDigits).IndexOf(folded, System.StringComparison.Ordinal) >= 0
            ? text
            : text.TrimEnd() + "\n" + line!.Trim();
    }
}
