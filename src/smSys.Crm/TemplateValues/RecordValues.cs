using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Metadata;
using smSys.Crm.Rows;
using smSys.Messaging.Templates;

namespace smSys.Crm.TemplateValues;

/// <summary>The values of one record for a template, read in one query as the user who may see them.</summary>
public sealed class RecordValues : ITemplateValues
{
    private static readonly TimeSpan _tehran = TimeSpan.FromMinutes(210);
    private readonly TemplateQuery _query;
    private readonly Entity? _row;

    private RecordValues(TemplateQuery query, Entity? row)
    {
        _query = query;
        _row = row;
    }

    /// <summary>Reads what a template asks for of a record; a record that is gone or hidden has no values.</summary>
    /// <param name="service">As the user in whose name the message goes out.</param>
    /// <param name="record">The record.</param>
    /// <param name="paths">What is asked for.</param>
    /// <param name="columns">Further columns of the record, for <see cref="Text"/>.</param>
    public static RecordValues Read(
        IOrganizationService service, EntityReference record, IReadOnlyList<TemplatePath> paths, params string[] columns)
    {
        var query = TemplateQuery.Build(record.LogicalName, paths, new TableShapes(service));
        query.Query.ColumnSet.AddColumns(columns);
        query.Query.Criteria.AddCondition(TableKeys.Of(record.LogicalName), ConditionOperator.Equal, record.Id);
        return new RecordValues(query, paths.Count + columns.Length == 0 ? null : service.First(query.Query));
    }

    /// <summary>The values of a row that a template's query found.</summary>
    internal static RecordValues Of(TemplateQuery query, Entity row) => new(query, row);

    /// <summary>No record, no values.</summary>
    public static ITemplateValues None { get; } = new NamedValues();

    /// <summary>True when the record says that it wants nothing of the kind; only where the flags were asked for.</summary>
    public bool ForbidsContact => _row is not null && ContactFlags.ForbidAdvertising(_row);

    /// <summary>A text column of the record itself; null when it is empty.</summary>
    public string? Text(string column) => _row?.GetAttributeValue<string>(column);

    /// <inheritdoc/>
    public TemplateValue? Find(TemplatePath path)
    {
        if (_row is null)
        {
            return null;
        }

        return _query.SourcesOf(path)
            .Select(source => ValueOf(_row, source))
            .FirstOrDefault(value => value is not null);
    }

    /// <summary>The value of a column of a row, or of a joined table (<c>alias.column</c>); null when it is empty.</summary>
    public static TemplateValue? ValueOf(Entity row, string source)
    {
        if (!row.Contains(source))
        {
            return null;
        }

        var raw = row[source] is AliasedValue aliased ? aliased.Value : row[source];
        var formatted = row.FormattedValues.Contains(source) ? row.FormattedValues[source] : null;
        return raw switch
        {
            null => null,
            EntityReference reference => string.IsNullOrEmpty(reference.Name) ? null : new TemplateValue(reference.Name),
            OptionSetValue option => new TemplateValue(option.Value, formatted),
            Money money => new TemplateValue(money.Value, formatted),
            bool yes => new TemplateValue(yes, formatted),

            // A template says the recipient's time, and Iran has had one offset since September 2022.
            DateTime time => new TemplateValue(time.TimeOfDay == TimeSpan.Zero ? time : time + _tehran),
            Guid id => new TemplateValue(id.ToString("D")),
            _ => new TemplateValue(raw),
        };
    }
}
