using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Metadata;

namespace smSys.Crm.Metadata;

/// <summary>What the organisation's tables look like, each asked for once an execution.</summary>
public sealed class TableShapes
{
    private readonly IOrganizationService _service;
    private readonly Dictionary<string, TableShape> _shapes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<TableRelation>> _relations = new(StringComparer.Ordinal);

    /// <summary>Asks as the caller of <paramref name="service"/>.</summary>
    public TableShapes(IOrganizationService service) => _service = service;

    /// <summary>The shape of a table that exists; a service fault when it does not.</summary>
    public TableShape Of(string table)
    {
        if (!_shapes.TryGetValue(table, out var shape))
        {
            var metadata = Ask(table, EntityFilters.Attributes);
            var columns = metadata.Attributes.Where(column => column.AttributeOf is null).ToArray();
            shape = new TableShape(table, metadata.PrimaryIdAttribute, metadata.PrimaryNameAttribute, Targets(columns))
            {
                Shapes = columns.ToDictionary(column => column.LogicalName, column => new ColumnShape(column), StringComparer.Ordinal),
            };
            _shapes[table] = shape;
        }

        return shape;
    }

    /// <summary>The tables whose rows may belong to a row of a table, each with the lookup that says so.</summary>
    public IReadOnlyList<TableRelation> RelationsOf(string table)
    {
        if (!_relations.TryGetValue(table, out var relations))
        {
            relations = Ask(table, EntityFilters.Relationships).OneToManyRelationships
                .Select(relation => new TableRelation(relation.ReferencingEntity, relation.ReferencingAttribute))
                .Distinct()
                .ToArray();
            _relations[table] = relations;
        }

        return relations;
    }

    private EntityMetadata Ask(string table, EntityFilters filters) =>
        ((RetrieveEntityResponse)_service.Execute(new RetrieveEntityRequest { LogicalName = table, EntityFilters = filters })).EntityMetadata;

    private static Dictionary<string, IReadOnlyList<string>> Targets(IEnumerable<AttributeMetadata> columns) =>
        columns.ToDictionary(
            column => column.LogicalName,
            column => (IReadOnlyList<string>)((column as LookupAttributeMetadata)?.Targets ?? Array.Empty<string>()),
            StringComparer.Ordinal);
}

/// <summary>The columns of a table, with the tables that a lookup points to.</summary>
public sealed record TableShape(
    string Name, string PrimaryId, string? PrimaryName, IReadOnlyDictionary<string, IReadOnlyList<string>> Columns)
{
    /// <summary>What each column holds.</summary>
    public IReadOnlyDictionary<string, ColumnShape> Shapes { get; init; } = new Dictionary<string, ColumnShape>();
}

/// <summary>Rows of a table belong to others by a lookup.</summary>
/// <param name="Table">Of the rows.</param>
/// <param name="Column">The lookup.</param>
public sealed record TableRelation(string Table, string Column);
