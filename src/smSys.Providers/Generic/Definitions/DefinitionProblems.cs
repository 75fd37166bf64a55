using System.Collections.Generic;

namespace smSys.Providers.Generic.Definitions;

/// <summary>What is wrong with a definition: where, what, and what to do, one sentence each.</summary>
internal sealed class DefinitionProblems
{
    /// <summary>More would only bury the first.</summary>
    private const int Most = 20;

    private readonly List<string> _sentences = [];

    public IReadOnlyList<string> Sentences => _sentences;

    public bool None => _sentences.Count == 0;

    public void Add(string path, string sentence)
    {
        string whole = (path.Length == 0 ? "The definition" : path) + ": " + sentence;
        if (_sentences.Count < Most && !_sentences.Contains(whole))
        {
            _sentences.Add(whole);
        }
    }
}
