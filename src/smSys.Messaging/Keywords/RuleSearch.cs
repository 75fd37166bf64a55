using System;
using smSys.Messaging.Numbers;

namespace smSys.Messaging.Keywords;

/// <summary>The best rule for a text so far.</summary>
internal struct RuleSearch
{
    private readonly SplitText _text;
    private readonly string _line;
    private readonly int _after;
    private string? _normalised;

    internal RuleSearch(SplitText text, string line, int after)
    {
        _text = text;
        _line = line;
        _after = after;
        _normalised = null;
        Best = null;
    }

    internal ReadyRule? Best { get; private set; }

    /// <summary>
    /// Tries rules in the order of their ranks: from the first that is worse than the best one found, none can win.
    /// </summary>
    internal void Try(ReadyRule[] rules)
    {
        foreach (var rule in rules)
        {
            if (Best is not null && rule.Rank >= Best.Rank)
            {
                return;
            }

            if (rule.Rank > _after && Serves(rule) && rule.Fits(_text))
            {
                Best = rule;
                return;
            }
        }
    }

    private bool Serves(ReadyRule rule) =>
        rule.Line.Length == 0 || string.Equals(rule.Line, _normalised ??= SenderLine.Normalise(_line), StringComparison.Ordinal);
}
