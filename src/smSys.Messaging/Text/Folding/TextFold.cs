using System;
using System.Text;

namespace smSys.Messaging.Text.Folding;

/// <summary>
/// Brings texts that people read as the same into the same form, for comparing by Ordinal. Not for showing.
/// Persian and Arabic letters: ي ى ئ ے → ی · ك ڪ → ک · ة ۀ ہ ھ ە → ه · أ إ آ ٱ → ا · ؤ → و · a hamza of its own goes.
/// Vowel marks, tatweel, joiners and direction marks go; digits of any script become 0–9; Latin letters become small ones
/// without regard to culture; presentation and full-width forms become the plain ones; Persian punctuation the Latin one.
/// </summary>
public static class TextFold
{
    /// <summary>The folded form.</summary>
    public static string Fold(string text, FoldMode mode = FoldMode.Words)
    {
        if (text is null)
        {
            throw new ArgumentNullException(nameof(text));
        }

        var same = SameFromTheStart(text, mode);
        if (same == text.Length)
        {
            return text;
        }

        var folded = new StringBuilder(text, 0, same, text.Length);
        for (var i = same; i < text.Length; i++)
        {
            Append(folded, text[i], mode);
        }

        if (folded.Length > 0 && folded[folded.Length - 1] == ' ')
        {
            folded.Length--;
        }

        return folded.ToString();
    }

    /// <summary>True when both fold to the same.</summary>
    public static bool AreSame(string left, string right, FoldMode mode = FoldMode.Words) =>
        string.Equals(Fold(left, mode), Fold(right, mode), StringComparison.Ordinal);

    // Most words of most texts are folded already; they cost no new string.
    private static int SameFromTheStart(string text, FoldMode mode)
    {
        var i = 0;
        while (i < text.Length
            && text[i] != ' '
            && CharacterFold.Of(text[i]) == text[i]
            && text[i] != CharacterFold.NonJoiner
            && !PresentationForms.Holds(text[i])
            && (mode != FoldMode.LettersAndDigits || char.IsLetterOrDigit(text[i])))
        {
            i++;
        }

        return i;
    }

    private static void Append(StringBuilder folded, char c, FoldMode mode)
    {
        if (PresentationForms.Holds(c))
        {
            foreach (var plain in PresentationForms.Plain(c))
            {
                AppendPlain(folded, plain, mode);
            }
        }
        else
        {
            AppendPlain(folded, c, mode);
        }
    }

    private static void AppendPlain(StringBuilder folded, char c, FoldMode mode)
    {
        var plain = CharacterFold.Of(c);
        if (plain == CharacterFold.Nothing)
        {
            return;
        }

        if (plain == CharacterFold.NonJoiner)
        {
            plain = ' ';
            if (mode != FoldMode.NonJoinerAsSpace)
            {
                return;
            }
        }

        if (plain == ' ')
        {
            if (mode != FoldMode.LettersAndDigits && folded.Length > 0 && folded[folded.Length - 1] != ' ')
            {
                folded.Append(' ');
            }
        }
        else if (mode != FoldMode.LettersAndDigits || char.IsLetterOrDigit(plain))
        {
            folded.Append(plain);
        }
    }
}
