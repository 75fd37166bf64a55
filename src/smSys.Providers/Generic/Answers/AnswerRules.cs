using System;
using System.Collections.Generic;
using System.Globalization;
using smSys.Providers.Codes;

namespace smSys.Providers.Generic.Answers;

/// <summary>Where a value may be found, the first place that holds one counts.</summary>
internal sealed class Places
{
    private readonly IReadOnlyList<Locator> _locators;

    public Places(IReadOnlyList<Locator> locators) => _locators = locators;

    public IReadOnlyList<Locator> All => _locators;

    public string? Find(AnswerScope scope, bool trimmed = true)
    {
        foreach (Locator locator in _locators)
        {
            if (locator.Find(scope, trimmed) is string value)
            {
                return value;
            }
        }

        return null;
    }
}

/// <summary>How an operation's answer is understood.</summary>
internal sealed class AnswerRules
{
    public required AnswerLanguage Language { get; init; }

    public required AnswerTest Success { get; init; }

    public required FaultTable Errors { get; init; }

    public required StateTable States { get; init; }

    /// <summary>Values of the whole answer by name.</summary>
    public IReadOnlyDictionary<string, Places> Fields { get; init; } = new Dictionary<string, Places>(StringComparer.Ordinal);

    public Locator? Rows { get; init; }

    /// <summary>Values of a row by name.</summary>
    public IReadOnlyDictionary<string, Places> RowFields { get; init; } = new Dictionary<string, Places>(StringComparer.Ordinal);

    public AnswerTest? RowSuccess { get; init; }

    /// <summary>Proves that what was asked for is not there.</summary>
    public AnswerTest? Absent { get; init; }

    public AnswerTest? RowAbsent { get; init; }

    /// <summary>There is another page.</summary>
    public AnswerTest? More { get; init; }

    public string? Field(AnswerScope scope, string name) => Fields.TryGetValue(name, out Places? places) ? places.Find(scope) : null;

    public string? RowField(AnswerScope row, string name, bool trimmed = true) => RowFields.TryGetValue(name, out Places? places) ? places.Find(row, trimmed) : null;

    public decimal? Number(AnswerScope scope, string name) => Number(Field(scope, name));

    public decimal? RowNumber(AnswerScope row, string name) => Number(RowField(row, name));

    private static decimal? Number(string? text) =>
        decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal number) ? number : null;
}
