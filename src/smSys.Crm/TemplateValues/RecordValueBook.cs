using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Metadata;
using smSys.Messaging.Templates;

namespace smSys.Crm.TemplateValues;

/// <summary>
/// The values of many records for one template, read as the user who may see them: one query for at most 500 records of a
/// table, whatever the template asks for. What a table looks like is asked for once.
/// </summary>
public sealed class RecordValueBook
{
    private readonly IOrganizationService _service;
    private readonly IReadOnlyList<TemplatePath> _paths;
    private readonly TableShapes _shapes;
    private readonly bool _withContactFlags;
    private readonly Dictionary<string, TemplateQuery> _queries = new(StringComparer.Ordinal);

    /// <summary>For the paths of a template.</summary>
    /// <param name="service">As the user in whose name the messages go out.</param>
    /// <param name="paths">What the template asks for.</param>
    /// <param name="withContactFlags">Ask in the same query whether the record wants advertising.</param>
    public RecordValueBook(IOrganizationService service, IReadOnlyList<TemplatePath> paths, bool withContactFlags = false)
    {
        _withContactFlags = withContactFlags;
        _service = service;
        _paths = paths;
        _shapes = new TableShapes(service);
    }

    /// <summary>The values of records by id; who is gone or hidden is not among them.</summary>
    /// <param name="table">Of all of them.</param>
    /// <param name="ids">At most 500.</param>
    public Dictionary<Guid, ITemplateValues> Read(string table, IReadOnlyList<Guid> ids)
    {
        if (!_queries.TryGetValue(table, out var built))
        {
            built = TemplateQuery.Build(table, _paths, _shapes);
            if (_withContactFlags)
            {
                built.Query.ColumnSet.AddColumns([.. ContactFlags.Columns.Where(_shapes.Of(table).Columns.ContainsKey)]);
            }

            _queries[table] = built;
        }

        var query = built.Query;
        query.Criteria = new FilterExpression();
        query.Criteria.AddCondition(TableKeys.Of(table), ConditionOperator.In, ids.Cast<object>().ToArray());
        var rows = _service.RetrieveMultiple(query).Entities;
        var values = new Dictionary<Guid, ITemplateValues>(rows.Count);
        foreach (var row in rows)
        {
            values[row.Id] = RecordValues.Of(built, row);
        }

        return values;
    }

    /// <summary>True when the values are of a record that wants no advertising; only where the flags were asked for.</summary>
    public static bool ForbidsContact(ITemplateValues values) => values is RecordValues { ForbidsContact: true };
}
