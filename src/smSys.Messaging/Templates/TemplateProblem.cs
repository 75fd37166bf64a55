using System.Collections.Generic;

namespace smSys.Messaging.Templates;

/// <summary>What can be wrong with a template.</summary>
public enum TemplateProblemKind
{
    /// <summary>{{ without }}.</summary>
    Unclosed,

    /// <summary>}} without {{.</summary>
    StrayClose,

    /// <summary>{name} with one brace only.</summary>
    SingleBrace,

    /// <summary>Nothing between the braces.</summary>
    Empty,

    /// <summary>A name is missing or is not written in Latin letters, digits and underscores.</summary>
    Name,

    /// <summary>Something that does not belong between the braces.</summary>
    Unexpected,

    /// <summary>A quote that is not closed.</summary>
    Quote,

    /// <summary>A rule in brackets that is none.</summary>
    Rule,

    /// <summary>No such filter.</summary>
    Filter,

    /// <summary>The filter takes other arguments.</summary>
    FilterArguments,

    /// <summary>A comparison without a value to compare with.</summary>
    Comparison,

    /// <summary>{{else}} or {{end}} without {{if}}.</summary>
    WithoutIf,

    /// <summary>{{if}} without {{end}}.</summary>
    IfUnclosed,

    /// <summary>Conditions within conditions, or lookups after lookups, beyond the limit.</summary>
    TooDeep,

    /// <summary>The table has no such column.</summary>
    Column,

    /// <summary>A column stands before a dot and is no lookup.</summary>
    NoLookup,

    /// <summary>No such table has rows that belong to the record.</summary>
    Relation,

    /// <summary>Several lookups relate the rows to the record, and none is named.</summary>
    Via,

    /// <summary>The column of a rule's condition cannot hold what it is compared with.</summary>
    Operand,

    /// <summary>More tables in one question than Dynamics joins, or more rules than a template may have.</summary>
    TooWide,
}

/// <summary>What is wrong, and where.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Position">In UTF-16 units from 0.</param>
/// <param name="Length">How much of the source it concerns.</param>
/// <param name="Found">The piece of the source that it is about; may be empty.</param>
/// <param name="Suggestion">What was probably meant; null when nobody can say.</param>
public sealed record TemplateProblem(TemplateProblemKind Kind, int Position, int Length, string Found, string? Suggestion = null)
{
    /// <summary>The table that it is about; null where it is about none, or about the recipient's.</summary>
    public string? Table { get; init; }

    /// <summary>A word that never changes, for logs and tests.</summary>
    public string Code => Kind switch
    {
        TemplateProblemKind.Unclosed => "template-unclosed",
        TemplateProblemKind.StrayClose => "template-stray-close",
        TemplateProblemKind.SingleBrace => "template-single-brace",
        TemplateProblemKind.Empty => "template-empty",
        TemplateProblemKind.Name => "template-name",
        TemplateProblemKind.Unexpected => "template-unexpected",
        TemplateProblemKind.Quote => "template-quote",
        TemplateProblemKind.Rule => "template-rule",
        TemplateProblemKind.Filter => "template-filter",
        TemplateProblemKind.FilterArguments => "template-filter-arguments",
        TemplateProblemKind.Comparison => "template-comparison",
        TemplateProblemKind.WithoutIf => "template-without-if",
        TemplateProblemKind.IfUnclosed => "template-if-unclosed",
        TemplateProblemKind.Column => "template-column",
        TemplateProblemKind.NoLookup => "template-no-lookup",
        TemplateProblemKind.Relation => "template-relation",
        TemplateProblemKind.Via => "template-via",
        TemplateProblemKind.Operand => "template-operand",
        TemplateProblemKind.TooWide => "template-too-wide",
        _ => "template-too-deep",
    };
}

/// <summary>Either a template or what is wrong with the source.</summary>
/// <param name="Template">Null when there are problems.</param>
/// <param name="Problems">In the order of the source; empty when there is a template.</param>
public sealed record TemplateParse(Template? Template, IReadOnlyList<TemplateProblem> Problems)
{
    /// <summary><see cref="Template"/> may be read.</summary>
    public bool IsValid => Template is not null;
}
