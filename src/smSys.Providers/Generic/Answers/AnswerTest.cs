using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace smSys.Providers.Generic.Answers;

/// <summary>A test of an answer or of a row; everything that it names has to hold.</summary>
internal sealed class AnswerTest
{
    /// <summary>HTTP status codes; empty: 200 to 299. Rows are not asked.</summary>
    public IReadOnlyList<int> Statuses { get; init; } = [];

    public Locator? At { get; init; }

    /// <summary>The value is one of these, without case; empty: not asked.</summary>
    public IReadOnlyList<string> EqualTo { get; init; } = [];

    public Regex? Matches { get; init; }

    /// <summary>The place has to be there, or must not.</summary>
    public bool? Exists { get; init; }

    public bool Passes(AnswerScope scope) => StatusFits(scope) && PlaceFits(scope);

    private bool StatusFits(AnswerScope scope) => scope.RowText is not null
        || (Statuses.Count == 0 ? scope.Exchange.IsSuccess : Statuses.Contains(scope.Exchange.Status));

    private bool PlaceFits(AnswerScope scope)
    {
        if (At is null)
        {
            return true;
        }

        if (Exists is bool wanted)
        {
            return At.IsThere(scope) == wanted;
        }

        string? value = At.Find(scope);
        return value is not null
            && (EqualTo.Count == 0 || EqualTo.Contains(value, StringComparer.OrdinalIgnoreCase))
            && (Matches is null || scope.Clock.First(Matches, value) is not null);
    }
}
