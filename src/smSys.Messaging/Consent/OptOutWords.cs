using System;
using System.Collections.Generic;
using System.Linq;
using smSys.Messaging.Text.Folding;

namespace smSys.Messaging.Consent;

/// <summary>What a text says about consent.</summary>
public enum ConsentRequest
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>No more messages.</summary>
    OptOut,

    /// <summary>Messages again.</summary>
    OptIn,
}

/// <summary>
/// Recognises the words by which people switch messages off and on, however they type them: spaces, punctuation, ZWNJ, letter
/// forms and digits do not matter. The whole text, or its first sentence, has to be such a word: "stop the delivery" is none.
/// </summary>
public sealed class OptOutWords
{
    private static readonly char[] _separators = ['\n', '\r', ',', '\u060C', ';', '\u061B'];
    private readonly Dictionary<string, ConsentWord> _words = new(StringComparer.Ordinal);

    private OptOutWords(IEnumerable<LanguageText> optOut, IEnumerable<LanguageText> optIn)
    {
        Add(optOut, ConsentRequest.OptOut);
        Add(optIn, ConsentRequest.OptIn);
    }

    /// <summary>لغو, لغو۱۱, لغو پیامک, STOP and their like, by language.</summary>
    public static IReadOnlyList<LanguageText> UsualOptOut { get; } = LanguageLines.Read(
        "fa: لغو، لغو۱۱، لغو عضویت، لغو پیامک، انصراف\nen: stop, stop all, unsubscribe, off, cancel sms, opt out");

    /// <summary>روشن۱۱, شروع, START and their like, by language.</summary>
    public static IReadOnlyList<LanguageText> UsualOptIn { get; } = LanguageLines.Read(
        "fa: شروع، فعال، عضویت، روشن۱۱\nen: start, subscribe, unstop, opt in");

    /// <summary>The usual words for both.</summary>
    public static OptOutWords Default { get; } = new(UsualOptOut, UsualOptIn);

    /// <summary>
    /// Words of an administrator's choice, parted by commas, semicolons or lines. Those of a language (<see cref="LanguageLines"/>)
    /// take the place of the usual ones of that language, those for all languages of all usual ones.
    /// </summary>
    /// <param name="optOut">The column; empty: the usual words.</param>
    /// <param name="optIn">The column; empty: the usual words.</param>
    public static OptOutWords Of(string? optOut, string? optIn) => new(Chosen(optOut, UsualOptOut), Chosen(optIn, UsualOptIn));

    /// <summary>The word that a text is; null for every other text.</summary>
    public ConsentWord? Find(string text) => Look(text) ?? Look(FirstSentence(text));

    private static IEnumerable<LanguageText> Chosen(string? column, IReadOnlyList<LanguageText> usual)
    {
        var chosen = LanguageLines.Read(column).Where(text => Words(text.Text).Any()).ToArray();
        var replaced = chosen.Select(text => text.Language).ToArray();
        return replaced.Contains(LanguageLines.All) ? chosen : chosen.Concat(usual.Where(text => !replaced.Contains(text.Language)));
    }

    private void Add(IEnumerable<LanguageText> texts, ConsentRequest request)
    {
        foreach (var text in texts)
        {
            foreach (var word in Words(text.Text))
            {
                if (!_words.ContainsKey(word))
                {
                    _words.Add(word, new ConsentWord(request, text.Language == LanguageLines.All ? LanguageOf(word) : text.Language));
                }
            }
        }
    }

    private static IEnumerable<string> Words(string text) => text.Split(_separators)
        .Select(word => TextFold.Fold(word, FoldMode.LettersAndDigits))
        .Where(word => word.Length > 0);

    // Of a word of no language its letters tell enough for a confirmation.
    private static string LanguageOf(string folded) => folded.Any(c => c is >= '\u0600' and <= '\u06FF') ? "fa" : "en";

    private static string FirstSentence(string text)
    {
        var start = 0;
        while (start < text.Length && !char.IsLetterOrDigit(text[start]))
        {
            start++;
        }

        var end = text.IndexOfAny(['.', '!', '?', '\u061F', '\n', '\r', '\u06D4'], start);
        return end < 0 ? text : text.Substring(0, end);
    }

    private ConsentWord? Look(string text) => _words.TryGetValue(TextFold.Fold(text, FoldMode.LettersAndDigits), out var word) ? word : null;
}

/// <summary>A word that was recognised.</summary>
/// <param name="Request">What it says.</param>
/// <param name="Language">In which the sender wrote, as a code: fa, en, …</param>
public sealed record ConsentWord(ConsentRequest Request, string Language);
