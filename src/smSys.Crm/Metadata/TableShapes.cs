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

    /// <summary>Asks as the caller of <paramref name="service"/>.</summary>
    public TableShapes(IOrganizationService service) => _service = service;

    /// <summary>The shape of a table that exists; a service fault when it does not.</summary>
    public TableShape Of(string table)
    {
        if (!_shapes.TryGetValue(table, out var shape))
        {
            var request = new RetrieveEntityRequest { LogicalName = table, EntityFilters = EntityFilters.Attributes };
            var metadata = ((RetrieveEntityResponse)_service.Execute(request)).EntityMetadata;
            shape = new TableShape(table, metadata.PrimaryIdAttribute, metadata.PrimaryNameAttribute, Columns(metadata));
            _shapes[table] = shape;
        }

        return shape;
    }

    private static Dictionary<string, IReadOnlyList<string>> Columns(EntityMetadata metadata) =>
        metadata.Attributes
            .Where(column => column.AttributeOf is null)
            .ToDictionary(
                column => column.LogicalName,
                column => (IReadOnlyList<string>)((column as LookupAttributeMetadata)?.Targets ?? Array.Empty<string>()),
                StringComparer.Ordinal);
}

/// <summary>The columns of a table, with the tables that a lookup points to.</summary>
public sealed record TableShape(
    string Name, string PrimaryId, string? PrimaryName, IReadOnlyDictionary<string, IReadOnlyList<string>> Columns);
