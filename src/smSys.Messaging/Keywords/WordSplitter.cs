using System;
using System.Collections.Generic;
using smSys.Messaging.Text.Folding;

namespace smSys.Messaging.Keywords;

/// <summary>Splits texts into words in one pass.</summary>
public static class WordSplitter
{
    // What people set around words; signs that can belong to a word (+ # % @ $) stay.
    private const string Around = ".,\u060C;\u061B:!?\u061F\"'\u00AB\u00BB\u2018\u2019\u201C\u201D()[]{}\u2026-\u2013\u2014_/\\|*~";

    /// <summary>
    /// The words; what holds neither letter nor digit is none, or an empty one where the separators keep those. A text without
    /// any letter or digit has no word.
    /// </summary>
    /// <param name="text">As it came.</param>
    /// <param name="separators">The setting's; <see cref="SeparatorSet.Default"/> when left out.</param>
    public static SplitText Split(string text, SeparatorSet? separators = null)
    {
        if (text is null)
        {
            throw new ArgumentNullException(nameof(text));
        }

        separators ??= SeparatorSet.Default;
        var words = new List<Word>();
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && !separators.Holds(text[i]))
            {
                continue;
            }

            if (i > start && Make(text, start, i) is { } word)
            {
                words.Add(word);
            }

            start = i + 1;
        }

        return new SplitText(text, separators.KeepsEmpty && words.Count > 0 ? WithEmpty(text, words, separators) : [.. words]);
    }

    // One for each stretch between two signs (or an end of the text) in which no word stands.
    private static Word[] WithEmpty(string text, List<Word> words, SeparatorSet separators)
    {
        var all = new List<Word>();
        var next = 0;
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && !separators.Shows(text[i]))
            {
                continue;
            }

            var first = next;
            for (; next < words.Count && words[next].Start < i; next++)
            {
                all.Add(words[next]);
            }

            if (next == first)
            {
                all.Add(new Word(start, 0, start, string.Empty));
            }

            start = i + 1;
        }

        return [.. all];
    }

    private static Word? Make(string text, int start, int end)
    {
        var from = start;
        while (from < end && IsAround(text[from]))
        {
            from++;
        }

        var to = end;
        while (to > from && IsAround(text[to - 1]))
        {
            to--;
        }

        var holdsLetter = false;
        for (var i = from; i < to && !holdsLetter; i++)
        {
            holdsLetter = char.IsLetterOrDigit(text[i]);
        }

        if (!holdsLetter)
        {
            return null;
        }

        var folded = TextFold.Fold(text.Substring(from, to - from));
        return folded.Length == 0 ? null : new Word(from, to - from, start, folded);
    }

    private static bool IsAround(char c) =>
        !char.IsLetterOrDigit(c) && (Around.IndexOf(c) >= 0 || char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format);
}
