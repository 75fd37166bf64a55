using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Reports;
using smSys.Messaging.Keywords;

namespace Benchmarks.Keywords;

/// <summary>Finding the rule for a text among a thousand, against one dictionary look-up for each word of the text.</summary>
public class KeywordRules
{
    private const int Rules = 1000;
    private readonly Dictionary<string, int> _dictionary = new(StringComparer.Ordinal);
    private KeywordMatcher _matcher = new([]);
    private string _text = string.Empty;
    private SplitText _split = WordSplitter.Split("x");
    private string[] _words = [];

    // A third of the rules of each kind; the text's rule is among the last, and its first word opens ten rules that do not fit.
    [GlobalSetup]
    public void Prepare()
    {
        var rules = new List<KeywordRule>();
        for (var i = 0; i < Rules; i++)
        {
            var kind = (KeywordMatchKind)(i % 3);
            var text = kind == KeywordMatchKind.Pattern
                ? $"{(i % 100 == 2 ? "گزارش" : "واژه" + i)} موضوع{i} {{severity}} {{description*}}"
                : $"کلید{i} نشانه{i}";
            rules.Add(new KeywordRule { Id = Guid.NewGuid(), Order = i, Kind = kind, Text = i == 980 ? "گزارش خرابی {severity} {description*}" : text });
        }

        _matcher = new KeywordMatcher(rules);
        _text = "گزارش خرابی حاد: ذخیره نشدن فرم‌های برنامه پس از به‌روز رسانی دیروز";
        _split = WordSplitter.Split(_text);
        _words = [.. _split.Words.Select(word => word.Folded)];
        for (var i = 0; i < Rules; i++)
        {
            _dictionary["کلید" + i] = i;
        }

        if (_matcher.Match(_split, "30001234")?.Rule.Order != 980)
        {
            throw new InvalidOperationException("The wrong rule won.");
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
    public KeywordMatch? Match() => _matcher.Match(_split, "30001234");

    [Benchmark]
    public KeywordMatch? SplitAndMatch() => _matcher.Match(_text, "30001234");

    internal static IReadOnlyList<Figure> Judge(Summary summary)
    {
        var lookups = Runner.MeanOf(summary, nameof(Lookups));
        return
        [
            Figure.AtMost("keywords: matching a split text against 1,000 rules / one look-up a word", Runner.MeanOf(summary, nameof(Match)) / lookups, 5),
            Figure.ForInformation("keywords: splitting, folding and matching / one look-up a word", Runner.MeanOf(summary, nameof(SplitAndMatch)) / lookups),
            Figure.ForInformation("keywords: nanoseconds of the look-ups", lookups),
        ];
    }
}
