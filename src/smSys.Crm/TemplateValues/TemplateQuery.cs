using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Metadata;
using smSys.Messaging.Templates;

namespace smSys.Crm.TemplateValues;

/// <summary>
/// The one query that fetches everything a template asks for of a record: its own columns, and over outer joins those of the
/// records that its lookups point to. A lookup with several possible tables is joined to each of them that has what is asked.
/// </summary>
public sealed class TemplateQuery
{
    /// <summary>Dynamics joins no more tables to one query.</summary>
    public const int MostJoins = 10;

    private static readonly string[] _nowhere = [];
    private readonly TableShapes _shapes;
    private readonly Dictionary<string, LinkEntity> _links = new(StringComparer.Ordinal);
    private readonly Dictionary<TemplatePath, IReadOnlyList<string>> _sources = new();
    private readonly Dictionary<string, bool> _leads = new(StringComparer.Ordinal);

    private TemplateQuery(string table, TableShapes shapes)
    {
        _shapes = shapes;
        Query = new QueryExpression(table) { ColumnSet = new ColumnSet() };
    }

    /// <summary>The query, still without a condition on the record.</summary>
    public QueryExpression Query { get; }

    /// <summary>More tables would have to be joined than Dynamics does; what stands behind the others has no value.</summary>
    public bool IsTooWide { get; private set; }

    /// <summary>Builds the query. Paths with a rule need queries of their own and are left out, as is what a table does not have.</summary>
    /// <param name="table">Of the record.</param>
    /// <param name="paths">What the template asks for.</param>
    /// <param name="shapes">Not asked for a template that asks for nothing.</param>
    public static TemplateQuery Build(string table, IEnumerable<TemplatePath> paths, TableShapes shapes)
    {
        var built = new TemplateQuery(table, shapes);
        foreach (var path in paths.Where(path => !path.HasRule))
        {
            built.Add(path);
        }

        return built;
    }

    /// <summary>The tables that a path of lookups may end at.</summary>
    public static IReadOnlyList<string> TargetsOf(string table, TemplatePath lookups, TableShapes shapes)
    {
        IReadOnlyList<string> tables = [table];
        foreach (var segment in lookups.Segments)
        {
            tables = tables
                .SelectMany(one => shapes.Of(one).Columns.TryGetValue(segment.Name, out var targets) ? targets : [])
                .Distinct()
                .ToArray();
        }

        return tables;
    }

    /// <summary>Where in a row of the answer the value of a path may stand, best first; empty when no table has it.</summary>
    public IReadOnlyList<string> SourcesOf(TemplatePath path) =>
        _sources.TryGetValue(path, out var found) ? found : _nowhere;

    private void Add(TemplatePath path)
    {
        var names = path.Segments.Select(segment => segment.Name).ToArray();
        var sources = new List<string>();
        _sources[path] = sources;
        _leads.Clear();
        if (!_shapes.Of(Query.EntityName).Columns.ContainsKey(names[0]))
        {
            return;
        }

        Query.ColumnSet.AddColumn(names[0]);
        if (names.Length == 1)
        {
            sources.Add(names[0]);
            return;
        }

        Follow(Query.EntityName, names, 0, string.Empty, link => Query.LinkEntities.Add(link), sources);

        // "lookup.name" is what CRM shows of the lookup, also where the table calls its name otherwise.
        if (names.Length == 2 && string.Equals(names[1], "name", StringComparison.Ordinal))
        {
            sources.Add(names[0]);
        }
    }

    private void Follow(string table, string[] names, int at, string way, Action<LinkEntity> attach, List<string> sources)
    {
        foreach (var target in _shapes.Of(table).Columns[names[at]].Where(target => Leads(target, names, at + 1)))
        {
            var link = Join(table, names[at], target, way, attach);
            if (link is null)
            {
                return;
            }

            if (at + 2 == names.Length)
            {
                var column = ColumnOf(target, names[at + 1])!;
                link.Columns.AddColumn(column);
                sources.Add(link.EntityAlias + "." + column);
            }
            else
            {
                Follow(target, names, at + 1, Way(way, names[at], target), child => link.LinkEntities.Add(child), sources);
            }
        }
    }

    private LinkEntity? Join(string table, string lookup, string target, string way, Action<LinkEntity> attach)
    {
        var key = Way(way, lookup, target);
        if (_links.TryGetValue(key, out var link))
        {
            return link;
        }

        if (_links.Count == MostJoins)
        {
            IsTooWide = true;
            return null;
        }

        // Short names: a long way would be longer than a name in SQL Server may be.
        link = new LinkEntity(table, target, lookup, _shapes.Of(target).PrimaryId, JoinOperator.LeftOuter)
        {
            EntityAlias = "t" + _links.Count.ToString(CultureInfo.InvariantCulture),
            Columns = new ColumnSet(),
        };
        _links[key] = link;
        attach(link);
        return link;
    }

    // Whether anything is found on this way; tables that lead nowhere are not joined.
    private bool Leads(string table, string[] names, int at)
    {
        var key = Way(at.ToString(CultureInfo.InvariantCulture), table, string.Empty);
        if (!_leads.TryGetValue(key, out var leads))
        {
            leads = at + 1 == names.Length
                ? ColumnOf(table, names[at]) is not null
                : _shapes.Of(table).Columns.TryGetValue(names[at], out var targets) && targets.Any(target => Leads(target, names, at + 1));
            _leads[key] = leads;
        }

        return leads;
    }

    private string? ColumnOf(string table, string name)
    {
        var shape = _shapes.Of(table);
        return shape.Columns.ContainsKey(name) ? name : string.Equals(name, "name", StringComparison.Ordinal) ? shape.PrimaryName : null;
    }

    private static string Way(string way, string lookup, string target) => way + "/" + lookup + "/" + target;
}
