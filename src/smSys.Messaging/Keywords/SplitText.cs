using System.Collections.Generic;

namespace smSys.Messaging.Keywords;

/// <summary>A text and its words.</summary>
public sealed class SplitText
{
    internal SplitText(string source, IReadOnlyList<Word> words)
    {
        Source = source;
        Words = words;
    }

    /// <summary>As it came.</summary>
    public string Source { get; }

    /// <summary>In order.</summary>
    public IReadOnlyList<Word> Words { get; }

    /// <summary>A word as the sender wrote it, without punctuation around it.</summary>
    public string Original(Word word) => Source.Substring(word.Start, word.Length);

    /// <summary>Everything from a word on as the sender wrote it, punctuation included; empty behind the last word.</summary>
    public string From(int wordIndex) => wordIndex < Words.Count ? Source.Substring(Words[wordIndex].OuterStart).Trim() : string.Empty;
}
