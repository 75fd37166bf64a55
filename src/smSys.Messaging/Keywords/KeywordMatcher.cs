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
    private readonly ReadyRule[] _withoutAnchor;
    private readonly ReadyRule[] _defaults;
    private readonly Dictionary<string, WordCandidates> _byWord;

    /// <summary>Makes the rules ready. A rule with a problem is left out and listed in <see cref="Problems"/>.</summary>
    public KeywordMatcher(IEnumerable<KeywordRule> rules, SeparatorSet? separators = null)
    {
        _separators = separators ?? SeparatorSet.Default;
        var problems = new List<RuleProblem>();
        var ready = rules.OrderBy(rule => rule.Order).Select((rule, rank) => ReadyRule.Of(rule, rank, _separators, problems)).OfType<ReadyRule>().ToArray();
        _defaults = ready.Where(rule => rule.Rule.Kind == KeywordMatchKind.Default).ToArray();
        _withoutAnchor = ready.Where(rule => rule.Pattern is { HasLiteral: false }).ToArray();
        _byWord = WordCandidates.Index(ready);
        Problems = problems;
    }

    /// <summary>The rules that cannot be used, and why.</summary>
    public IReadOnlyList<RuleProblem> Problems { get; }

    /// <summary>The rule that wins; null when none matches.</summary>
    /// <param name="text">As it came.</param>
    /// <param name="line">That it came on, in any writing.</param>
    public KeywordMatch? Match(string text, string line) => Match(WordSplitter.Split(text, _separators), line);

    /// <summary>As above, for a text split with the same separators.</summary>
    public KeywordMatch? Match(SplitText text, string line) => Find(text, line, -1)?.In(text);

    /// <summary>
    /// The rules that act, in order: the one that wins, and while that one lets others go on, the next that matches. The
    /// default acts only alone.
    /// </summary>
    public IReadOnlyList<KeywordMatch> MatchAll(SplitText text, string line)
    {
        var normalised = SenderLine.Normalise(line);
        var matches = new List<KeywordMatch>();
        for (var found = Find(text, normalised, -1); found is not null; found = Find(text, normalised, found.Rank))
        {
            matches.Add(found.In(text));
            if (found.Rule.StopsHere || found.Rule.Kind == KeywordMatchKind.Default)
            {
                break;
            }
        }

        return matches;
    }

    private ReadyRule? Find(SplitText text, string line, int after)
    {
        var search = new RuleSearch(text, line, after);
        var words = text.InOrder;
        for (var i = 0; i < words.Length; i++)
        {
            if (_byWord.TryGetValue(words[i].Folded, out var candidates))
            {
                if (i == 0)
                {
                    search.Try(candidates.AsFirst);
                }

                search.Try(candidates.Anywhere);
            }
        }

        if (_withoutAnchor.Length > 0)
        {
            search.Try(_withoutAnchor);
        }

        if (search.Best is null && after < 0)
        {
            search.Try(_defaults);
        }

        return search.Best;
    }
}

/// <summary>A rule that cannot be used.</summary>
public sealed record RuleProblem(KeywordRule Rule, KeywordProblem Problem);
