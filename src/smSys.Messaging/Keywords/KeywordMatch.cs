using System;
using System.Collections.Generic;
using System.Linq;
using smSys.Messaging.Templates;
using smSys.Messaging.Text.Folding;

namespace smSys.Messaging.Keywords;

/// <summary>The rule that won, and what it took from the text.</summary>
public sealed class KeywordMatch
{
    private readonly KeywordPattern? _pattern;
    private readonly KeywordAction[] _ordered;
    private readonly bool _hasConditions;
    private IReadOnlyList<NamedText>? _values;
    private IReadOnlyList<KeywordAction>? _actions;

    internal KeywordMatch(KeywordRule rule, KeywordPattern? pattern, KeywordAction[] ordered, bool hasConditions, SplitText text)
    {
        Rule = rule;
        _pattern = pattern;
        _ordered = ordered;
        _hasConditions = hasConditions;
        Text = text;
    }

    /// <summary>The rule.</summary>
    public KeywordRule Rule { get; }

    /// <summary>The places in the order of the pattern; empty for other kinds of rules.</summary>
    public IReadOnlyList<NamedText> Values => _values ??= _pattern?.Match(Text) ?? [];

    /// <summary>The text and its words.</summary>
    public SplitText Text { get; }

    /// <summary>The actions whose conditions hold, in order.</summary>
    public IReadOnlyList<KeywordAction> Actions => _actions ??= _hasConditions ? _ordered.Where(Applies).ToArray() : _ordered;

    /// <summary>The text of a place; null when the rule has no such place.</summary>
    public string? Find(string place) =>
        Values.FirstOrDefault(value => string.Equals(value.Name, place, StringComparison.OrdinalIgnoreCase))?.Text;

    /// <summary>The places as values for templates, before those of <paramref name="others"/>.</summary>
    public NamedValues ToTemplateValues(ITemplateValues? others = null)
    {
        var values = new NamedValues(others);
        foreach (var value in Values)
        {
            values.With(value.Name, value.Text);
        }

        return values;
    }

    private bool Applies(KeywordAction action)
    {
        if (action.When is not { } condition)
        {
            return true;
        }

        var wanted = new HashSet<string>(condition.Words.Select(word => TextFold.Fold(word)), StringComparer.Ordinal);
        return condition.Place.Length == 0
            ? Text.Words.Any(word => wanted.Contains(word.Folded))
            : Find(condition.Place) is { } text && wanted.Contains(TextFold.Fold(text));
    }
}
