using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Reports;
using smSys.Messaging.Keywords;

namespace Benchmarks.Keywords;

/// <summary>
/// Finding the rule for a text among a thousand, with what its places took and its actions, against one look-up of each word of
/// the text in a dictionary of a thousand words.
/// </summary>
public class KeywordRules
{
    private const string Line = "30001234";
    private readonly Dictionary<string, int> _dictionary = new(StringComparer.Ordinal);
    private KeywordMatcher _matcher = new([]);
    private SplitText _split = WordSplitter.Split("x");
    private string[] _words = [];

    /// <summary>What arrives: a bare word, two words, a report with places, a question that nobody has a rule for, a long letter.</summary>
    [Params("word", "words", "places", "question", "letter")]
    public string Text { get; set; } = string.Empty;

    [GlobalSetup]
    public void Prepare()
    {
        var rules = ThousandRules.Make();
        _matcher = new KeywordMatcher(rules);
        var (text, winner) = ThousandRules.Texts[Text];
        _split = WordSplitter.Split(text);
        _words = [.. _split.Words.Select(word => word.Folded)];
        foreach (var word in rules.SelectMany(rule => WordSplitter.Split(rule.Text).Words).Select(word => word.Folded).Distinct().Take(rules.Count))
        {
            _dictionary[word] = _dictionary.Count;
        }

        if (_dictionary.Count != ThousandRules.Count || _matcher.Problems.Count > 0 || _matcher.Match(_split, Line)?.Rule.Text != winner)
        {
            throw new InvalidOperationException($"The wrong rule won for {Text}: {_matcher.Match(_split, Line)?.Rule.Text}.");
        }
    }

    [Benchmark(Baseline = true)]
    public int Lookups()
    {
        var found = 0;
        foreach (var word in _words)
        {
            found += _dictionary.TryGetValue(word, out var value) ? value : 1;
        }

        return found;
    }

    [Benchmark]
    public KeywordMatch? Match() => _matcher.Match(_split, Line);

    [Benchmark]
    public int MatchAndPlaces() => _matcher.Match(_split, Line) is { } match ? match.Values.Count + match.Actions.Count : -1;

    [Benchmark]
    public KeywordMatch? SplitAndMatch() => _matcher.Match(_split.Source, Line);

    internal static IReadOnlyList<Figure> Judge(Summary summary)
    {
        var names = ThousandRules.Texts.Keys.ToArray();
        double Sum(string method) => names.Sum(name => Runner.MeanOf(summary, method, name));
        var lookups = Sum(nameof(Lookups));
        return
        [
            Figure.AtMost("keywords: finding the rule of a text among 1,000 / one look-up a word, five kinds of texts", Sum(nameof(Match)) / lookups, 5),
            Figure.AtMost("keywords: as above, and reading places and actions", Sum(nameof(MatchAndPlaces)) / lookups, 5),
            Figure.ForInformation("keywords: the slowest of the five", names.Max(name => Runner.MeanOf(summary, nameof(Match), name) / Runner.MeanOf(summary, nameof(Lookups), name))),
            Figure.ForInformation("keywords: splitting, folding and matching / one look-up a word", Sum(nameof(SplitAndMatch)) / lookups),
            Figure.ForInformation("keywords: nanoseconds of the look-ups", lookups),
        ];
    }
}
