using System.Globalization;
using smSys.Messaging.Numbers;
using smSys.Messaging.Text;
using smSys.Messaging.Text.Folding;

namespace MonoProbe;

/// <summary>What smSys.Messaging says of a text or a number.</summary>
internal static class TextCommands
{
    /// <summary>Encoding, units, parts, left; then, of a Unicode text, where and by what it was forced, and the parts after replacing.</summary>
    public static IReadOnlyList<string> Parts(string text)
    {
        SmsText sms = SmsText.Measure(text);
        List<string> words = [sms.Encoding.ToString(), Word(sms.Units), Word(sms.Parts), Word(sms.Left)];
        if (sms.ForcedBy is UnicodeCause cause)
        {
            words.AddRange([Word(cause.Position), cause.CodePoint.ToString("X4", CultureInfo.InvariantCulture), cause.Name, sms.Saving() is UnicodeSaving saving ? Word(saving.Parts) : "none"]);
        }

        return words;
    }

    /// <summary>The three foldings.</summary>
    public static IReadOnlyList<string> Fold(string text) =>
        [TextFold.Fold(text), TextFold.Fold(text, FoldMode.NonJoinerAsSpace), TextFold.Fold(text, FoldMode.LettersAndDigits)];

    /// <summary>The number, or why it is none.</summary>
    public static IReadOnlyList<string> Number(string text)
    {
        NumberResult result = PhoneNumberParser.Parse(text);
        return [result.IsValid ? result.Number.E164 : result.Problem.Code];
    }

    private static string Word(int number) => number.ToString(CultureInfo.InvariantCulture);
}
