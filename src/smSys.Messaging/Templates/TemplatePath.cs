using System;
using System.Collections.Generic;
using System.Linq;

namespace smSys.Messaging.Templates;

/// <summary>
/// The way from the recipient to a value: columns and lookups in small letters joined by dots, and in between the one row of
/// a one-to-many relation that a rule chooses. Equal when written the same, spaces and case aside.
/// </summary>
public sealed class TemplatePath : IEquatable<TemplatePath>
{
    /// <summary>More lookups than this are refused.</summary>
    public const int MostSegments = 8;

    private readonly int _hash;

    internal TemplatePath(IReadOnlyList<PathSegment> segments)
    {
        Segments = segments;
        Text = string.Join(".", segments.Select(segment => segment.ToString()));
        _hash = StringComparer.Ordinal.GetHashCode(Text);
        for (var at = 0; at < segments.Count; at++)
        {
            if (segments[at].Rule is not null)
            {
                Choice = new RowChoice(this, at);
                break;
            }
        }
    }

    /// <summary>At least one; the last is the column of the value.</summary>
    public IReadOnlyList<PathSegment> Segments { get; }

    /// <summary>In one canonical form: <c>contract(newest by expireson).expireson</c>.</summary>
    public string Text { get; }

    /// <summary>True when a rule chooses a row on the way; such a path needs a query of its own.</summary>
    public bool HasRule => Choice is not null;

    /// <summary>The first rule on the way; null when there is none.</summary>
    public RowChoice? Choice { get; }

    /// <inheritdoc/>
    public bool Equals(TemplatePath? other) =>
        ReferenceEquals(this, other) || (other is not null && _hash == other._hash && string.Equals(Text, other.Text, StringComparison.Ordinal));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TemplatePath);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;

    /// <inheritdoc/>
    public override string ToString() => Text;
}

/// <summary>A path parted at its first rule. Equal when the way up to the chosen row is.</summary>
public sealed class RowChoice : IEquatable<RowChoice>
{
    private readonly int _hash;

    internal RowChoice(TemplatePath path, int at)
    {
        Before = at == 0 ? null : new TemplatePath(path.Segments.Take(at).ToArray());
        Segment = path.Segments[at];
        After = new TemplatePath(path.Segments.Skip(at + 1).ToArray());
        Key = Before is null ? Segment.ToString() : Before.Text + "." + Segment;
        _hash = StringComparer.Ordinal.GetHashCode(Key);
    }

    /// <summary>The lookups to the record that has the related rows; null when that is the recipient.</summary>
    public TemplatePath? Before { get; }

    /// <summary>The table of the related rows, and the rule.</summary>
    public PathSegment Segment { get; }

    /// <summary>The way on from the chosen row.</summary>
    public TemplatePath After { get; }

    /// <summary>The way up to the chosen row; paths with the same one share a query.</summary>
    public string Key { get; }

    /// <inheritdoc/>
    public bool Equals(RowChoice? other) =>
        ReferenceEquals(this, other) || (other is not null && _hash == other._hash && string.Equals(Key, other.Key, StringComparison.Ordinal));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RowChoice);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;
}

/// <summary>A step of a path: a column, a lookup, or with a rule the table of the related rows.</summary>
public sealed record PathSegment(string Name, RowRule? Rule, int Position)
{
    /// <inheritdoc/>
    public override string ToString() => Rule is null ? Name : Name + "(" + Rule + ")";
}

/// <summary>Which end of the sorted rows is taken.</summary>
public enum RowOrder
{
    /// <summary>The largest value of a date.</summary>
    Newest,

    /// <summary>The smallest value of a date.</summary>
    Oldest,

    /// <summary>The largest value of a number.</summary>
    Largest,

    /// <summary>The smallest value of a number.</summary>
    Smallest,
}

/// <summary>Chooses one of several related rows: <c>newest by expireson via customerid where statecode = 0</c>.</summary>
public sealed record RowRule(RowOrder Order, string By, IReadOnlyList<RowFilter> Where)
{
    /// <summary>The lookup by which the rows are related; null where it need not be said.</summary>
    public string? Via { get; init; }

    /// <summary>True when the rows are to be sorted from the largest down.</summary>
    public bool IsDescending => Order is RowOrder.Newest or RowOrder.Largest;

    /// <inheritdoc/>
    public override string ToString() =>
        Order.ToString().ToLowerInvariant() + " by " + By
        + (Via is null ? string.Empty : " via " + Via)
        + (Where.Count == 0 ? string.Empty : " where " + string.Join(" and ", Where.Select(filter => filter.ToString())));
}

/// <summary>A condition on the related rows.</summary>
public sealed record RowFilter(string Column, TemplateComparison Comparison, string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Column + " " + Comparisons.Sign(Comparison) + " \"" + Value.Replace("\"", "\\\"") + "\"";
}
