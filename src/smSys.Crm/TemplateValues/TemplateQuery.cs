using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Metadata;
using smSys.Messaging.Templates;

namespace smSys.Crm.TemplateValues;

/// <summary>
/// The one query that fetches everything a template asks for of a record: its own columns, and over outer joins those of the
/// records that its lookups point to. A lookup with several possible tables is joined to each of them.
/// </summary>
public sealed class TemplateQuery
{
    private readonly TableShapes _shapes;
    private readonly Dictionary<string, LinkEntity> _links = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _sources = new(StringComparer.Ordinal);

    private TemplateQuery(string table, TableShapes shapes)
    {
        _shapes = shapes;
        Query = new QueryExpression(table) { ColumnSet = new ColumnSet() };
    }

    /// <summary>The query, still without a condition on the record.</summary>
    public QueryExpression Query { get; }

    /// <summary>Builds the query. Paths with a rule need queries of their own and are left out.</summary>
    /// <param name="table">Of the record.</param>
    /// <param name="paths">What the template asks for.</param>
    /// <param name="shapes">Asked only for paths that go over a lookup.</param>
    public static TemplateQuery Build(string table, IEnumerable<TemplatePath> paths, TableShapes shapes)
    {
        var built = new TemplateQuery(table, shapes);
        foreach (var path in paths.Where(path => !path.HasRule))
        {
            built.Add(path);
        }

        return built;
    }

    /// <summary>Where in a row of the answer the value of a path may stand, best first; empty when no table has it.</summary>
    public IReadOnlyList<string> SourcesOf(TemplatePath path) =>
        _sources.TryGetValue(path.Text, out var found) ? found : new List<string>();

    private void Add(TemplatePath path)
    {
        var names = path.Segments.Select(segment => segment.Name).ToArray();
        if (names.Length == 1)
        {
            Query.ColumnSet.AddColumn(names[0]);
            _sources[path.Text] = [names[0]];
            return;
        }

        var sources = new List<string>();
        _sources[path.Text] = sources;
        if (!_shapes.Of(Query.EntityName).Columns.ContainsKey(names[0]))
        {
            return;
        }

        Query.ColumnSet.AddColumn(names[0]);
        Follow(Query.EntityName, names, 0, string.Empty, link => Query.LinkEntities.Add(link), sources);

        // "lookup.name" is what CRM shows of the lookup, also where the table calls its name otherwise.
        if (names.Length == 2 && string.Equals(names[1], "name", StringComparison.Ordinal))
        {
            sources.Add(names[0]);
        }
    }

    private void Follow(string table, string[] names, int at, string prefix, Action<LinkEntity> attach, List<string> sources)
    {
        var shape = _shapes.Of(table);
        if (!shape.Columns.TryGetValue(names[at], out var targets))
        {
            return;
        }

        foreach (var target in targets)
        {
            var there = _shapes.Of(target);
            var isLast = at + 2 == names.Length;
            if (isLast && !there.Columns.ContainsKey(names[at + 1]))
            {
                continue;
            }

            var alias = prefix + names[at] + "_" + target;
            if (!_links.TryGetValue(alias, out var link))
            {
                link = new LinkEntity(table, target, names[at], there.PrimaryId, JoinOperator.LeftOuter)
                {
                    EntityAlias = alias,
                    Columns = new ColumnSet(),
                };
                _links[alias] = link;
                attach(link);
            }

            if (isLast)
            {
                link.Columns.AddColumn(names[at + 1]);
                sources.Add(alias + "." + names[at + 1]);
            }
            else
            {
                Follow(target, names, at + 1, alias + "_", child => link.LinkEntities.Add(child), sources);
            }
        }
    }
}
