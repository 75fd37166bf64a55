using CrmEmulator.Faults;
using CrmEmulator.Metadata;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Metadata;

namespace CrmEmulator.Operations.Information;

/// <summary>RetrieveEntity.</summary>
internal sealed class RetrieveEntityOperation : ICoreOperation
{
    public OrganizationResponse Execute(OrganizationRequest request, OperationScope scope)
    {
        var table = request.Optional<string>("LogicalName") is { Length: > 0 } name
            ? scope.Catalog.Table(name)
            : scope.Catalog.Tables.FirstOrDefault(one => StableId.Of("entity", one.LogicalName) == request.Optional<Guid>("MetadataId"))
                ?? throw Fault.TableUnknown(null);
        return new RetrieveEntityResponse { Results = { ["EntityMetadata"] = MetadataMapper.Table(table, request.Optional<EntityFilters>("EntityFilters"), scope.Catalog) } };
    }
}

/// <summary>RetrieveAllEntities.</summary>
internal sealed class RetrieveAllEntitiesOperation : ICoreOperation
{
    public OrganizationResponse Execute(OrganizationRequest request, OperationScope scope)
    {
        var filters = request.Optional<EntityFilters>("EntityFilters");
        var tables = scope.Catalog.Tables.OrderBy(table => table.LogicalName, StringComparer.Ordinal).Select(table => MetadataMapper.Table(table, filters, scope.Catalog)).ToArray();
        return new RetrieveAllEntitiesResponse { Results = { ["EntityMetadata"] = tables, ["Timestamp"] = scope.Catalog.Version.ToString() } };
    }
}

/// <summary>RetrieveAttribute.</summary>
internal sealed class RetrieveAttributeOperation : ICoreOperation
{
    public OrganizationResponse Execute(OrganizationRequest request, OperationScope scope)
    {
        var table = scope.Catalog.Table(request.Required<string>("EntityLogicalName"));
        var column = table.Column(request.Required<string>("LogicalName"));
        return new RetrieveAttributeResponse { Results = { ["AttributeMetadata"] = ColumnMapper.Column(table, column) } };
    }
}

/// <summary>RetrieveOptionSet, of a shared one.</summary>
internal sealed class RetrieveOptionSetOperation : ICoreOperation
{
    public OrganizationResponse Execute(OrganizationRequest request, OperationScope scope)
    {
        var name = request.Required<string>("Name");
        var set = scope.Catalog.FindOptionSet(name) ?? throw Fault.Of(FaultCodes.ObjectDoesNotExist, $"An option set with the name '{name}' does not exist.");
        return new RetrieveOptionSetResponse { Results = { ["OptionSetMetadata"] = ColumnMapper.OptionSet(set, OptionSetType.Picklist) } };
    }
}

/// <summary>RetrieveRelationship.</summary>
internal sealed class RetrieveRelationshipOperation : ICoreOperation
{
    public OrganizationResponse Execute(OrganizationRequest request, OperationScope scope)
    {
        var name = request.Required<string>("Name");
        RelationshipMetadataBase metadata = scope.Catalog.FindOneToMany(name) is { } oneToMany
            ? MetadataMapper.Relationship(oneToMany)
            : scope.Catalog.FindManyToMany(name) is { } manyToMany
                ? MetadataMapper.Relationship(manyToMany)
                : throw Fault.Of(FaultCodes.ObjectDoesNotExist, $"A relationship with the name '{name}' does not exist.");
        return new RetrieveRelationshipResponse { Results = { ["RelationshipMetadata"] = metadata } };
    }
}
