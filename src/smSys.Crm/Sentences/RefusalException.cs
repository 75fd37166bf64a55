using System;

namespace smSys.Crm.Sentences;

/// <summary>
/// What a person asked for cannot be done, and they can put it right. The doorway of the plug-in shows the sentence in the
/// person's language with the code behind it; nobody logs it as an error.
/// </summary>
#pragma warning disable CA1032 // A refusal without code and sentence would be no refusal.
public sealed class RefusalException : Exception
#pragma warning restore CA1032
{
    /// <summary>A refusal.</summary>
    /// <param name="code">Stable, in lower case with dashes: <c>number-missing</c>.</param>
    /// <param name="sentence">Plain words that end in what to do.</param>
    public RefusalException(string code, Sentence sentence)
        : base(sentence.English)
    {
        Code = code;
        Sentence = sentence;
    }

    /// <summary>A refusal whose sentence is given in both languages.</summary>
    public RefusalException(string code, string english, string persian)
        : this(code, new Sentence(english, persian))
    {
    }

    /// <summary>The stable code.</summary>
    public string Code { get; }

    /// <summary>The sentence for the person.</summary>
    public Sentence Sentence { get; }
}
