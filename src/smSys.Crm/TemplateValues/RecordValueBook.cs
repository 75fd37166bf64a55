using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Metadata;
using smSys.Crm.Rows;
using smSys.Messaging.Templates;

namespace smSys.Crm.TemplateValues;

/// <summary>
/// The values of many records for one template, read as the user who may see them: one query for at most <see cref="RowReader.MostIds"/> records of a
/// table, and one for each rule of the template. What a table looks like is asked for once.
/// </summary>
public sealed class RecordValueBook
{
    private readonly IReadOnlyList<TemplatePath> _paths;
    private readonly TableShapes _shapes;
    private readonly TemplateRows _rows;
    private readonly bool _withContactFlags;
    private readonly Dictionary<string, TemplatePlan> _plans = new(StringComparer.Ordinal);

    /// <summary>For the paths of a template.</summary>
    /// <param name="service">As the user in whose name the messages go out.</param>
    /// <param name="paths">What the template asks for.</param>
    /// <param name="withContactFlags">Ask in the same query whether the record wants advertising.</param>
    /// <param name="language">Of labels: 1065, 1033; 0: the user's.</param>
    public RecordValueBook(IOrganizationService service, IReadOnlyList<TemplatePath> paths, bool withContactFlags = false, int language = 0)
    {
        _paths = paths;
        _withContactFlags = withContactFlags;
        _shapes = new TableShapes(service);
        _rows = new TemplateRows(service, _shapes, language);
    }

    /// <summary>The values of records by id; who is gone or hidden is not among them.</summary>
    /// <param name="table">Of all of them.</param>
    /// <param name="ids">At most <see cref="RowReader.MostIds"/>.</param>
    public Dictionary<Guid, ITemplateValues> Read(string table, IReadOnlyList<Guid> ids)
    {
        if (!_plans.TryGetValue(table, out var plan))
        {
            plan = TemplatePlan.Build(table, _paths, _shapes);
            if (_withContactFlags)
            {
                plan.Query.Query.ColumnSet.AddColumns([.. ContactFlags.Columns.Where(_shapes.Of(table).Columns.ContainsKey)]);
            }

            _plans[table] = plan;
        }

        return _rows.Read(plan, ids).ToDictionary(pair => pair.Key, pair => (ITemplateValues)pair.Value);
    }

    /// <summary>True when the values are of a record that wants no advertising; only where the flags were asked for.</summary>
    public static bool ForbidsContact(ITemplateValues values) => values is RecordValues { ForbidsContact: true };
}
