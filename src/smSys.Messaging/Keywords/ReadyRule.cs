using System;
using System.Collections.Generic;
using System.Linq;
using smSys.Messaging.Numbers;

namespace smSys.Messaging.Keywords;

/// <summary>A rule whose words, pattern, line and actions were read once. Immutable.</summary>
internal sealed class ReadyRule
{
    private readonly KeywordAction[] _actions;
    private readonly bool _hasConditions;

    private ReadyRule(KeywordRule rule, int rank, string[] words, KeywordPattern? pattern)
    {
        Rule = rule;
        Rank = rank;
        Line = SenderLine.Normalise(rule.Line);
        Words = words;
        Pattern = pattern;
        _actions = rule.Actions.OrderBy(action => action.Order).ToArray();
        _hasConditions = _actions.Any(action => action.When is not null);
    }

    internal KeywordRule Rule { get; }

    /// <summary>Its place among all rules; the smallest that matches wins.</summary>
    internal int Rank { get; }

    /// <summary>Normalised; empty for every line.</summary>
    internal string Line { get; }

    /// <summary>Folded, each once; empty for a pattern and for the default.</summary>
    internal string[] Words { get; }

    internal KeywordPattern? Pattern { get; }

    /// <summary>Null, and a problem more, when the rule cannot be used.</summary>
    internal static ReadyRule? Of(KeywordRule rule, int rank, SeparatorSet separators, List<RuleProblem> problems)
    {
        switch (rule.Kind)
        {
            case KeywordMatchKind.Default:
                return new ReadyRule(rule, rank, [], null);
            case KeywordMatchKind.Pattern:
                var parse = KeywordPattern.Parse(rule.Text, separators);
                if (parse.Problem is not null)
                {
                    problems.Add(new RuleProblem(rule, parse.Problem));
                    return null;
                }

                return new ReadyRule(rule, rank, [], parse.Value);
        }

        var words = WordSplitter.Split(rule.Text, separators).Words
            .SelectMany(word => WordSplitter.Split(word.Folded).Words)
            .Select(word => word.Folded)
            .Distinct()
            .ToArray();
        if (words.Length == 0)
        {
            problems.Add(new RuleProblem(rule, new KeywordProblem(KeywordProblemKind.Empty, 0, rule.Text)));
            return null;
        }

        return new ReadyRule(rule, rank, words, null);
    }

    /// <summary>Whether the rest of the rule fits a text that holds the word under which it was found.</summary>
    internal bool Fits(SplitText text)
    {
        if (Pattern is not null)
        {
            return Pattern.Fits(text);
        }

        if (Rule.Kind == KeywordMatchKind.ContainedWords && Words.Length > 1)
        {
            foreach (var word in Words)
            {
                if (!text.Holds(word))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>The rule, found in a text that it fits.</summary>
    internal KeywordMatch In(SplitText text) => new(Rule, Pattern, _actions, _hasConditions, text);
}
