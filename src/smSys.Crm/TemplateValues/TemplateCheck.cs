using System;
using System.Collections.Generic;
using System.Linq;
using smSys.Crm.Metadata;
using smSys.Messaging.Templates;

namespace smSys.Crm.TemplateValues;

/// <summary>Whether what a text asks for is there to be asked for: names are followed over lookups and rules.</summary>
public sealed class TemplateCheck
{
    private const int MostRules = 10;
    private readonly TableShapes _shapes;
    private readonly Template _template;

    private TemplateCheck(Template template, TableShapes shapes)
    {
        _template = template;
        _shapes = shapes;
    }

    /// <summary>The first thing in a text that the recipient's table cannot give, with what was probably meant; null when there is none.</summary>
    /// <param name="template">What was read.</param>
    /// <param name="tables">The recipient's table, or those that it may be of.</param>
    /// <param name="shapes">Not asked for a text that asks for nothing.</param>
    /// <param name="isKnown">Whether a name is given by something else than the recipient's record.</param>
    public static TemplateProblem? Find(Template template, IReadOnlyList<string> tables, TableShapes shapes, Func<TemplatePath, bool> isKnown)
    {
        var check = new TemplateCheck(template, shapes);
        var paths = template.RequiredPaths.Where(path => !isKnown(path)).ToArray();
        return paths.Select(path => check.Walk(path, tables)).FirstOrDefault(problem => problem is not null) ?? check.Width(paths, tables);
    }

    /// <summary>True when the problem is a name at the beginning of a path.</summary>
    public static bool IsFirstName(Template template, TemplateProblem problem) =>
        template.RequiredPaths.Any(path => path.Segments[0].Position == problem.Position);

    private TemplateProblem? Walk(TemplatePath path, IReadOnlyList<string> recipients)
    {
        var tables = recipients;
        for (var at = 0; at < path.Segments.Count; at++)
        {
            var segment = path.Segments[at];
            var where = at == 0 ? null : string.Join("/", tables);
            if (segment.Rule is not null)
            {
                if (Rule(segment, tables, where) is { } wrong)
                {
                    return wrong;
                }

                tables = [segment.Name];
                continue;
            }

            var isLast = at + 1 == path.Segments.Count;
            var having = tables.Where(table => Has(table, segment.Name) || (isLast && at > 0 && segment.Name == "name")).ToArray();
            if (having.Length == 0)
            {
                return Problem(TemplateProblemKind.Column, segment.Position, segment.Name, where, NearestName.Find(segment.Name, tables.SelectMany(Columns)));
            }

            tables = isLast ? tables : having.SelectMany(table => _shapes.Of(table).Columns[segment.Name]).Distinct().ToArray();
            if (tables.Count == 0)
            {
                return Problem(TemplateProblemKind.NoLookup, segment.Position, segment.Name, where);
            }
        }

        return null;
    }

    private TemplateProblem? Rule(PathSegment segment, IReadOnlyList<string> tables, string? where)
    {
        var candidates = RuleRelation.Candidates(segment.Name, tables, _shapes);
        if (candidates.Count == 0)
        {
            var related = tables.SelectMany(_shapes.RelationsOf).Select(relation => relation.Table).Distinct();
            return Problem(TemplateProblemKind.Relation, segment.Position, segment.Name, where, NearestName.Find(segment.Name, related));
        }

        var rule = segment.Rule!;
        if (RuleRelation.Find(segment, tables, _shapes) is null)
        {
            return rule.Via is { } via
                ? Problem(TemplateProblemKind.Column, PlaceOf(via, segment), via, segment.Name, NearestName.Find(via, candidates) ?? candidates[0])
                : Problem(TemplateProblemKind.Via, segment.Position, segment.Name, where, string.Join(", ", candidates));
        }

        foreach (var name in new[] { rule.By }.Concat(rule.Where.Select(filter => filter.Column)).Where(name => !Has(segment.Name, name)))
        {
            return Problem(TemplateProblemKind.Column, PlaceOf(name, segment), name, segment.Name, NearestName.Find(name, Columns(segment.Name)));
        }

        var odd = rule.Where.FirstOrDefault(filter => !_shapes.Of(segment.Name).Shapes[filter.Column].Takes(filter.Value));
        return odd is null ? null : Problem(TemplateProblemKind.Operand, PlaceOf(odd.Value, segment), odd.Value, odd.Column);
    }

    private TemplateProblem? Width(IReadOnlyList<TemplatePath> paths, IEnumerable<string> tables) =>
        paths.Any(path => path.Segments.Count > 1) && tables.Select(table => TemplatePlan.Build(table, paths, _shapes)).Any(IsTooWide)
            ? Problem(TemplateProblemKind.TooWide, paths[0].Segments[0].Position, paths[0].Text)
            : null;

    private static bool IsTooWide(TemplatePlan plan) =>
        plan.Query.IsTooWide || plan.Rules.Count > MostRules || plan.Rules.Any(rule => IsTooWide(rule.Rows));

    private bool Has(string table, string column) => _shapes.Of(table).Columns.ContainsKey(column);

    private IEnumerable<string> Columns(string table) => _shapes.Of(table).Columns.Keys;

    private int PlaceOf(string piece, PathSegment segment) =>
        Math.Max(segment.Position, _template.Source.IndexOf(piece, segment.Position + segment.Name.Length, StringComparison.OrdinalIgnoreCase));

    private static TemplateProblem Problem(TemplateProblemKind kind, int position, string found, string? table = null, string? suggestion = null) =>
        new(kind, position, found.Length, found, suggestion) { Table = table };
}
