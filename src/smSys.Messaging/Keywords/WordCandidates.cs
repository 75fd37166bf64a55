using System;
using System.Collections.Generic;
using System.Linq;

namespace smSys.Messaging.Keywords;

/// <summary>The rules that may fit a text because it holds a word; each list in the order of the ranks.</summary>
internal sealed class WordCandidates
{
    private WordCandidates(ReadyRule[] asFirst, ReadyRule[] anywhere)
    {
        AsFirst = asFirst;
        Anywhere = anywhere;
    }

    /// <summary>Worth trying when it is the first word of the text.</summary>
    internal ReadyRule[] AsFirst { get; }

    /// <summary>Worth trying wherever it stands.</summary>
    internal ReadyRule[] Anywhere { get; }

    /// <summary>
    /// Each rule by the words that lead to it: any of its first words; of contained words and of a pattern the one that the
    /// fewest rules have, so that a word all rules share leads to none of them.
    /// </summary>
    internal static Dictionary<string, WordCandidates> Index(ReadyRule[] rules)
    {
        var uses = rules.SelectMany(WordsOf).GroupBy(word => word, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        string Rarest(IEnumerable<string> words) => words.OrderBy(word => uses[word]).ThenByDescending(word => word.Length).First();

        var asFirst = rules.Where(rule => rule.Rule.Kind == KeywordMatchKind.FirstWord)
            .SelectMany(rule => rule.Words, (rule, word) => new KeyValuePair<string, ReadyRule>(word, rule))
            .ToLookup(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        var anywhere = rules.Where(rule => rule.Rule.Kind == KeywordMatchKind.ContainedWords || rule.Pattern is { HasLiteral: true })
            .ToLookup(rule => Rarest(WordsOf(rule)), StringComparer.Ordinal);
        return asFirst.Select(group => group.Key).Concat(anywhere.Select(group => group.Key)).Distinct(StringComparer.Ordinal)
            .ToDictionary(word => word, word => new WordCandidates(asFirst[word].ToArray(), anywhere[word].ToArray()), StringComparer.Ordinal);
    }

    private static IEnumerable<string> WordsOf(ReadyRule rule) => rule.Pattern?.Literals ?? rule.Words;
}
