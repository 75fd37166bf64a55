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
    private readonly HashSet<string> _optOut;
    private readonly HashSet<string> _optIn;

    /// <summary>Words of an administrator's choice.</summary>
    public OptOutWords(IEnumerable<string> optOut, IEnumerable<string> optIn)
    {
        _optOut = Folded(optOut);
        _optIn = Folded(optIn);
    }

    /// <summary>لغو, لغو۱۱, لغو پیامک, STOP and their like.</summary>
    public static IReadOnlyList<string> UsualOptOut { get; } =
        ["لغو", "لغو۱۱", "لغو عضویت", "لغو پیامک", "انصراف", "stop", "stop all", "unsubscribe", "off", "cancel sms", "opt out"];

    /// <summary>روشن۱۱, شروع, START and their like.</summary>
    public static IReadOnlyList<string> UsualOptIn { get; } =
        ["شروع", "فعال", "عضویت", "روشن۱۱", "start", "subscribe", "unstop", "opt in"];

    /// <summary>The usual words for both.</summary>
    public static OptOutWords Default { get; } = new(UsualOptOut, UsualOptIn);

    /// <summary>Judges a text.</summary>
    public ConsentRequest Judge(string text)
    {
        var request = Find(text);
        return request == ConsentRequest.None ? Find(FirstSentence(text)) : request;
    }

    private static HashSet<string> Folded(IEnumerable<string> words) =>
        new(words.Select(word => TextFold.Fold(word, FoldMode.LettersAndDigits)).Where(word => word.Length > 0), StringComparer.Ordinal);

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

    private ConsentRequest Find(string text)
    {
        var folded = TextFold.Fold(text, FoldMode.LettersAndDigits);
        return _optOut.Contains(folded) ? ConsentRequest.OptOut : _optIn.Contains(folded) ? ConsentRequest.OptIn : ConsentRequest.None;
    }
}
