using System;
using System.Collections.Generic;

namespace smSys.Messaging.Keywords;

/// <summary>A text and its words. Immutable.</summary>
public sealed class SplitText
{
    // Up to here looking at every word is quicker than a set of them.
    private const int ManyWords = 24;
    private HashSet<string>? _distinct;

    internal SplitText(string source, Word[] words)
    {
        Source = source;
        InOrder = words;
    }

    /// <summary>As it came.</summary>
    public string Source { get; }

    /// <summary>In order.</summary>
    public IReadOnlyList<Word> Words => InOrder;

    internal Word[] InOrder { get; }

    /// <summary>A word as the sender wrote it, without punctuation around it.</summary>
    public string Original(Word word) => Source.Substring(word.Start, word.Length);

    /// <summary>Everything from a word on as the sender wrote it, punctuation included; empty behind the last word.</summary>
    public string From(int wordIndex) => wordIndex < InOrder.Length ? Source.Substring(InOrder[wordIndex].OuterStart).Trim() : string.Empty;

    /// <summary>One of the words is this one, which is folded.</summary>
    internal bool Holds(string folded)
    {
        if (InOrder.Length > ManyWords)
        {
            return Distinct().Contains(folded);
        }

        foreach (var word in InOrder)
        {
            if (string.Equals(word.Folded, folded, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private HashSet<string> Distinct()
    {
        if (_distinct is null)
        {
            var distinct = new HashSet<string>(StringComparer.Ordinal);
            foreach (var word in InOrder)
            {
                distinct.Add(word.Folded);
            }

            _distinct = distinct;
        }

        return _distinct;
    }
}
