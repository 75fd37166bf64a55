using System;
using System.Collections.Generic;
using System.Linq;
using smSys.Crm.Metadata;
using smSys.Messaging.Templates;

namespace smSys.Crm.TemplateValues;

/// <summary>
/// How everything that a template asks for of records of one table is fetched: one query for the columns and for all lookups,
/// and one for each rule that chooses one of several related rows. Dynamics knows no "top one of each", so a rule's query
/// fetches sorted rows and the first of each record is taken.
/// </summary>
public sealed class TemplatePlan
{
    private readonly List<RulePlan> _rules = [];
    private readonly Dictionary<TemplatePath, int> _places = new();

    private TemplatePlan(TemplateQuery query, IReadOnlyList<TemplatePath> paths)
    {
        Query = query;
        Paths = paths;
        for (var i = 0; i < paths.Count; i++)
        {
            _places[paths[i]] = i;
        }
    }

    /// <summary>What is asked for.</summary>
    public IReadOnlyList<TemplatePath> Paths { get; }

    /// <summary>The query for columns and lookups, those to the owners of related rows among them.</summary>
    public TemplateQuery Query { get; }

    /// <summary>The rules, each once.</summary>
    public IReadOnlyList<RulePlan> Rules => _rules;

    /// <summary>Plans. What a table does not have is left out, and has no value.</summary>
    /// <param name="table">Of the records.</param>
    /// <param name="paths">What the template asks for.</param>
    /// <param name="shapes">Asked only for paths that go over a lookup or a rule.</param>
    public static TemplatePlan Build(string table, IReadOnlyList<TemplatePath> paths, TableShapes shapes)
    {
        var choices = paths.Where(path => path.HasRule).GroupBy(path => path.Choice!.Key).ToArray();
        var owners = choices.Select(group => group.First().Choice!.Before).Where(before => before is not null).Select(before => before!);
        var plan = new TemplatePlan(TemplateQuery.Build(table, paths.Where(path => !path.HasRule).Concat(owners), shapes), paths);
        foreach (var choice in choices)
        {
            plan.Add(table, choice.First().Choice!, choice.Select(path => path.Choice!.After).ToArray(), shapes);
        }

        return plan;
    }

    /// <summary>The place of a path among <see cref="Paths"/>; -1 when it is none of them.</summary>
    public int PlaceOf(TemplatePath path) => _places.TryGetValue(path, out var place) ? place : -1;

    private void Add(string table, RowChoice choice, TemplatePath[] paths, TableShapes shapes)
    {
        var parents = choice.Before is null ? [table] : TemplateQuery.TargetsOf(table, choice.Before, shapes);
        if (RuleRelation.Find(choice.Segment, parents, shapes) is { } via)
        {
            _rules.Add(new RulePlan(choice, via, Build(choice.Segment.Name, paths, shapes)));
        }
    }
}

/// <summary>How the row that a rule chooses is found.</summary>
/// <param name="Choice">Where in the template.</param>
/// <param name="Via">The lookup of the related rows.</param>
/// <param name="Rows">What is asked of the chosen row.</param>
public sealed record RulePlan(RowChoice Choice, string Via, TemplatePlan Rows);
