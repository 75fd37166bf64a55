using System;
using System.Collections.Generic;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Metadata;
using smSys.Messaging.Templates;

namespace smSys.Crm.TemplateValues;

/// <summary>The values of one record for a template, read as the user who may see them.</summary>
public sealed class RecordValues : ITemplateValues
{
    private static readonly Entity _noRow = new();
    private readonly TemplatePlan? _plan;
    private readonly TemplateValue?[] _values;
    private readonly Entity _row;

    // Read out once: a text may ask for a value several times, and a condition for it again.
    private RecordValues(TemplatePlan plan, Entity row, ValueReader reader)
    {
        _plan = plan;
        _row = row;
        _values = new TemplateValue?[plan.Paths.Count];
        for (var i = 0; i < _values.Length; i++)
        {
            _values[i] = plan.Paths[i].HasRule ? null : Read(plan.Query.SourcesOf(plan.Paths[i]), reader);
        }
    }

    private RecordValues()
    {
        _row = _noRow;
        _values = [];
    }

    /// <summary>The values of a row that a template's query found; what rules choose is still missing.</summary>
    public static RecordValues Of(TemplatePlan plan, Entity row, ValueReader reader) => new(plan, row, reader);

    /// <summary>Of the record; empty when it is gone or hidden.</summary>
    public Guid Id => _row.Id;

    /// <summary>
    /// Reads what a template asks for of a record: one query, and one for each rule. A record that is gone or hidden has no values.
    /// </summary>
    /// <param name="service">As the user in whose name the message goes out.</param>
    /// <param name="record">The record.</param>
    /// <param name="paths">What is asked for.</param>
    /// <param name="shapes">As the same user.</param>
    /// <param name="language">Of labels; 0: the user's.</param>
    /// <param name="columns">Further columns of the record, for <see cref="Text"/>.</param>
    public static RecordValues Read(
        IOrganizationService service,
        EntityReference record,
        IReadOnlyList<TemplatePath> paths,
        TableShapes shapes,
        int language = 0,
        params string[] columns)
    {
        if (paths.Count + columns.Length == 0)
        {
            return new RecordValues();
        }

        var plan = TemplatePlan.Build(record.LogicalName, paths, shapes);
        plan.Query.Query.ColumnSet.AddColumns(columns);
        return new TemplateRows(service, shapes, language).Read(plan, [record.Id]).TryGetValue(record.Id, out var values)
            ? values
            : new RecordValues();
    }

    /// <summary>No record, no values.</summary>
    public static ITemplateValues None { get; } = new NamedValues();

    /// <summary>True when the record says that it wants nothing of the kind; only where the flags were asked for.</summary>
    public bool ForbidsContact => ContactFlags.ForbidAdvertising(_row);

    /// <summary>A text column of the record itself; null when it is empty.</summary>
    public string? Text(string column) => _row.GetAttributeValue<string>(column);

    /// <inheritdoc/>
    public TemplateValue? Find(TemplatePath path)
    {
        var place = _plan?.PlaceOf(path) ?? -1;
        return place < 0 ? null : _values[place];
    }

    /// <summary>The id of the record that a lookup points to; empty when it points nowhere.</summary>
    internal Guid ReferenceAt(string source)
    {
        var value = _row.Contains(source) ? _row[source] : null;
        return ((value is AliasedValue aliased ? aliased.Value : value) as EntityReference)?.Id ?? Guid.Empty;
    }

    /// <summary>Takes over the values of the row that a rule has chosen.</summary>
    internal void Choose(RowChoice choice, RecordValues related)
    {
        for (var i = 0; i < _values.Length; i++)
        {
            if (_plan!.Paths[i].Choice is { } own && own.Equals(choice))
            {
                _values[i] = related.Find(own.After);
            }
        }
    }

    private TemplateValue? Read(IReadOnlyList<string> sources, ValueReader reader)
    {
        for (var i = 0; i < sources.Count; i++)
        {
            if (reader.Read(_row, sources[i]) is { } value)
            {
                return value;
            }
        }

        return null;
    }
}
