using System.Collections.Generic;

namespace smSys.Messaging.Templates;

/// <summary>A piece of a template, with its place in the source (UTF-16 units from 0).</summary>
public abstract record TemplateNode(int Position);

/// <summary>Text that stands as it is.</summary>
public sealed record LiteralNode(int Position, string Text) : TemplateNode(Position);

/// <summary>A value, with what is to be done to it in order: <c>{{contract(newest by expireson).expireson | date "yyyy/MM/dd" jalali}}</c>.</summary>
public sealed record ValueNode(int Position, TemplatePath Path, IReadOnlyList<TemplateFilter> Filters) : TemplateNode(Position);

/// <summary><c>{{if path}} … {{else}} … {{end}}</c>.</summary>
public sealed record ConditionNode(
    int Position,
    TemplateCondition Condition,
    IReadOnlyList<TemplateNode> Then,
    IReadOnlyList<TemplateNode> Otherwise) : TemplateNode(Position);

/// <summary>Something done to a value.</summary>
/// <param name="Name">One of <see cref="TemplateFilters.Names"/>.</param>
/// <param name="Arguments">As written, without quotes.</param>
/// <param name="Position">In the source.</param>
public sealed record TemplateFilter(string Name, IReadOnlyList<string> Arguments, int Position)
{
    internal string DatePattern { get; } = TemplateFilters.PatternOf(Arguments);

    internal bool IsJalali { get; } = TemplateFilters.IsJalali(Arguments);
}
