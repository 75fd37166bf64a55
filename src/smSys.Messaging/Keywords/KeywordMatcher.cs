using System;
using System.Collections.Generic;
using System.Linq;
using smSys.Messaging.Numbers;

namespace smSys.Messaging.Keywords;

/// <summary>
/// The rules of a setting, made ready once and asked for every text: one look-up for each word of the text, whatever the
/// number of rules. Immutable.
/// </summary>
public sealed class KeywordMatcher
{
    private readonly SeparatorSet _separators;
    private readonly Entry[] _entries;
    private readonly Entry[] _withoutAnchor;
    private readonly Entry[] _defaults;
    private readonly Dictionary<string, Candidates> _byWord = new(StringComparer.Ordinal);

    /// <summary>Makes the rules ready. A rule with a problem is left out and listed in <see cref="Problems"/>.</summary>
    public KeywordMatcher(IEnumerable<KeywordRule> rules, SeparatorSet? separators = null)
    {
        _separators = separators ?? SeparatorSet.Default;
        var problems = new List<RuleProblem>();
        _entries = rules.OrderBy(rule => rule.Order).Select((rule, rank) => Ready(rule, rank, problems)).OfType<Entry>().ToArray();
        _defaults = _entries.Where(entry => entry.Rule.Kind == KeywordMatchKind.Default).ToArray();
        _withoutAnchor = _entries.Where(entry => entry.Pattern is { Anchor: null }).ToArray();
        Problems = problems;
        foreach (var entry in _entries)
        {
            Index(entry);
        }
    }

    /// <summary>The rules that cannot be used, and why.</summary>
    public IReadOnlyList<RuleProblem> Problems { get; }

    /// <summary>The rule that wins; null when none matches.</summary>
    /// <param name="text">As it came.</param>
    /// <param name="line">That it came on, in any writing.</param>
    public KeywordMatch? Match(string text, string line) => Match(WordSplitter.Split(text, _separators), line);

    /// <summary>As above, for a text split with the same separators.</summary>
    public KeywordMatch? Match(SplitText text, string line) => Find(text, SenderLine.Normalise(line), -1, out _);

    /// <summary>
    /// The rules that act, in order: the one that wins, and while that one lets others go on, the next that matches. The
    /// default acts only alone.
    /// </summary>
    public IReadOnlyList<KeywordMatch> MatchAll(SplitText text, string line)
    {
        var normalised = SenderLine.Normalise(line);
        var matches = new List<KeywordMatch>();
        var rank = -1;
        while (Find(text, normalised, rank, out rank) is { } match)
        {
            matches.Add(match);
            if (match.Rule.StopsHere || match.Rule.Kind == KeywordMatchKind.Default)
            {
                break;
            }
        }

        return matches;
    }

    private KeywordMatch? Find(SplitText text, string line, int after, out int rank)
    {
        var run = new Run(text, line, after);
        for (var i = 0; i < text.Words.Count; i++)
        {
            if (_byWord.TryGetValue(text.Words[i].Folded, out var candidates))
            {
                if (i == 0)
                {
                    run.Try(candidates.AsFirst);
                }

                run.Try(candidates.Anywhere);
            }
        }

        run.Try(_withoutAnchor);
        if (run.Best is null && after < 0)
        {
            run.Try(_defaults);
        }

        rank = run.Best?.Rank ?? int.MaxValue;
        return run.Best is null ? null : new KeywordMatch(run.Best.Rule, run.Values, text);
    }

    private Entry? Ready(KeywordRule rule, int rank, List<RuleProblem> problems)
    {
        var line = SenderLine.Normalise(rule.Line);
        if (rule.Kind == KeywordMatchKind.Default)
        {
            return new Entry(rule, rank, line, [], null);
        }

        if (rule.Kind == KeywordMatchKind.Pattern)
        {
            var parse = KeywordPattern.Parse(rule.Text, _separators);
            if (parse.Problem is not null)
            {
                problems.Add(new RuleProblem(rule, parse.Problem));
                return null;
            }

            return new Entry(rule, rank, line, [], parse.Value);
        }

        var words = WordSplitter.Split(rule.Text, _separators).Words
            .SelectMany(word => WordSplitter.Split(word.Folded).Words)
            .Select(word => word.Folded)
            .Distinct()
            .ToArray();
        if (words.Length == 0)
        {
            problems.Add(new RuleProblem(rule, new KeywordProblem(KeywordProblemKind.Empty, 0, rule.Text)));
            return null;
        }

        return new Entry(rule, rank, line, words, null);
    }

    private void Index(Entry entry)
    {
        switch (entry.Rule.Kind)
        {
            case KeywordMatchKind.FirstWord:
                foreach (var word in entry.Words)
                {
                    At(word).AsFirst.Add(entry);
                }

                break;
            case KeywordMatchKind.ContainedWords:
                // One of the words is enough to find the rule; the longest is the rarest in most texts.
                At(entry.Words.OrderByDescending(word => word.Length).First()).Anywhere.Add(entry);
                break;
            case KeywordMatchKind.Pattern when entry.Pattern!.Anchor is { } anchor:
                var candidates = At(anchor);
                (entry.Pattern.BeginsWithAnchor ? candidates.AsFirst : candidates.Anywhere).Add(entry);
                break;
        }
    }

    private Candidates At(string word)
    {
        if (!_byWord.TryGetValue(word, out var candidates))
        {
            candidates = new Candidates();
            _byWord.Add(word, candidates);
        }

        return candidates;
    }

    private sealed record Entry(KeywordRule Rule, int Rank, string Line, string[] Words, KeywordPattern? Pattern);

    private sealed class Candidates
    {
        internal List<Entry> AsFirst { get; } = [];

        internal List<Entry> Anywhere { get; } = [];
    }

    private struct Run
    {
        private readonly SplitText _text;
        private readonly string _line;

        private readonly int _after;

        internal Run(SplitText text, string line, int after)
        {
            _after = after;
            _text = text;
            _line = line;
            Best = null;
            Values = [];
        }

        internal Entry? Best { get; private set; }

        internal IReadOnlyList<NamedText> Values { get; private set; }

        // Entries are in the order of their ranks: from the first that is worse than the best one found, none can win.
        internal void Try(IReadOnlyList<Entry> entries)
        {
            for (var i = 0; i < entries.Count && (Best is null || entries[i].Rank < Best.Rank); i++)
            {
                var entry = entries[i];
                if (entry.Rank > _after && (entry.Line.Length == 0 || string.Equals(entry.Line, _line, StringComparison.Ordinal)) && Matches(entry) is { } values)
                {
                    Best = entry;
                    Values = values;
                    return;
                }
            }
        }

        private readonly IReadOnlyList<NamedText>? Matches(Entry entry)
        {
            if (entry.Pattern is not null)
            {
                return entry.Pattern.Match(_text);
            }

            if (entry.Rule.Kind != KeywordMatchKind.ContainedWords)
            {
                return [];
            }

            foreach (var wanted in entry.Words)
            {
                if (!Holds(wanted))
                {
                    return null;
                }
            }

            return [];
        }

        private readonly bool Holds(string wanted)
        {
            foreach (var word in _text.Words)
            {
                if (string.Equals(word.Folded, wanted, StringComparison.Ordinal))
                {
                    return true;
                }
            }

            return false;
        }
    }
}

/// <summary>A rule that cannot be used.</summary>
public sealed record RuleProblem(KeywordRule Rule, KeywordProblem Problem);
