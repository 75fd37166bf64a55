using CrmEmulator.Faults;
using CrmEmulator.Metadata;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace CrmEmulator.WebApi;

/// <summary>Reading, creating, changing and deleting single rows.</summary>
internal sealed class RowRequests(MetadataCatalog catalog, ApiRequest request)
{
    public ApiResponse Retrieve(TableDefinition table, EntityReference reference)
    {
        var json = new RowQueries(catalog, request).One(table, reference);
        var version = (string?)json["@odata.etag"];
        if (version is not null && request.Headers.GetValueOrDefault("If-None-Match") == version)
        {
            return new ApiResponse(304);
        }

        var response = ApiResponse.Json(json);
        return version is null ? response : response.With("ETag", version);
    }

    public ApiResponse Create(TableDefinition table)
    {
        var row = new RowReader(catalog).Read(request.Json(), table);
        var create = new CreateRequest { Target = row };
        if (request.Headers.GetValueOrDefault("MSCRM.SuppressDuplicateDetection") == "false")
        {
            create.Parameters["SuppressDuplicateDetection"] = false;
        }

        var id = (Guid)request.Service.Execute(create).Results["id"];
        return Written(table, id, 201);
    }

    /// <summary>Changes the row or makes it; If-Match: * only changes, If-None-Match: * only makes, a version must fit.</summary>
    public ApiResponse Upsert(TableDefinition table, EntityReference reference)
    {
        var row = new RowReader(catalog).Read(request.Json(), table);
        row.Id = reference.Id;
        row.KeyAttributes = reference.KeyAttributes;
        row.Attributes.Remove(table.PrimaryKey.LogicalName);
        var match = request.Headers.GetValueOrDefault("If-Match");
        if (request.Headers.GetValueOrDefault("If-None-Match") == "*")
        {
            return CreateOnly(table, row, reference);
        }

        if (match is not null)
        {
            var update = new UpdateRequest { Target = row };
            RequireVersion(update, row, match);
            request.Service.Execute(update);
            return Written(table, IdOf(table, reference), 200);
        }

        var upsert = request.Service.Execute(new UpsertRequest { Target = row });
        var isNew = upsert.Results.TryGetValue("RecordCreated", out var created) && created is true;
        return Written(table, ((EntityReference)upsert.Results["Target"]).Id, isNew ? 201 : 200);
    }

    public ApiResponse Delete(TableDefinition table, EntityReference reference)
    {
        var delete = new DeleteRequest { Target = reference };
        if (request.Headers.GetValueOrDefault("If-Match") is { } match && match != "*")
        {
            reference.RowVersion = VersionOf(match);
            delete.ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches;
        }

        if (reference.Id == Guid.Empty)
        {
            reference = new EntityReference(table.LogicalName, IdOf(table, reference)) { RowVersion = reference.RowVersion };
            delete.Target = reference;
        }

        request.Service.Execute(delete);
        return ApiResponse.NoContent;
    }

    /// <summary>The id of a row that may be named by an alternate key.</summary>
    public Guid IdOf(TableDefinition table, EntityReference reference) => reference.Id != Guid.Empty
        ? reference.Id
        : ((Entity)request.Service.Execute(new RetrieveRequest { Target = reference, ColumnSet = new ColumnSet(table.PrimaryKey.LogicalName) }).Results["Entity"]).Id;

    private static void RequireVersion(UpdateRequest update, Entity row, string match)
    {
        if (match != "*")
        {
            row.RowVersion = VersionOf(match);
            update.ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches;
        }
    }

    private static string VersionOf(string etag)
    {
        var parts = etag.Split('"');
        return parts.Length == 3 ? parts[1] : throw ApiException.BadRequest($"'{etag}' is no ETag.");
    }

    private ApiResponse CreateOnly(TableDefinition table, Entity row, EntityReference reference)
    {
        if (reference.Id == Guid.Empty)
        {
            throw ApiException.NotSupported("If-None-Match needs the row's id.");
        }

        try
        {
            request.Service.Execute(new CreateRequest { Target = row });
        }
        catch (System.ServiceModel.FaultException<OrganizationServiceFault> fault) when (fault.Detail.ErrorCode == FaultCodes.DuplicateRecord.Value)
        {
            throw new ApiException(412, unchecked((uint)FaultCodes.DuplicateRecord.Value), "A record with matching key values already exists.");
        }

        return Written(table, row.Id, 201);
    }

    private ApiResponse Written(TableDefinition table, Guid id, int statusWithBody)
    {
        var address = $"{request.Root}{table.SetName}({id:D})";
        var response = request.WantsRepresentation
            ? ApiResponse.Json(new RowQueries(catalog, request).One(table, new EntityReference(table.LogicalName, id)), statusWithBody).With("Preference-Applied", "return=representation")
            : ApiResponse.NoContent;
        return response.With("OData-EntityId", address).With("Location", address);
    }
}
