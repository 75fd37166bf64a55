using CrmEmulator.Metadata;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;
using Newtonsoft.Json.Linq;

namespace CrmEmulator.WebApi;

/// <summary>What stands behind a navigation property: the row or rows, and references to them.</summary>
internal sealed class NavigationRequests(MetadataCatalog catalog, ApiRequest request)
{
    public ApiResponse Answer(TableDefinition table, EntityReference reference, Navigation navigation, IReadOnlyList<ODataSegment> segments)
    {
        var id = new RowRequests(catalog, request).IdOf(table, reference);
        var self = new EntityReference(table.LogicalName, id);
        var last = segments[^1].Name;
        if (last == "$ref")
        {
            return Reference(self, navigation, segments[1]);
        }

        if (request.Method == "POST" && segments.Count == 2)
        {
            return CreateChild(self, navigation);
        }

        if (request.Method != "GET")
        {
            throw new ApiException(405, 0x80060888, $"The requested resource does not support the http method '{request.Method}'.");
        }

        var target = catalog.Table(navigation.Target);
        var queries = new RowQueries(catalog, request);
        if (navigation is Navigation.Single single)
        {
            var row = (Entity)request.Service.Execute(new RetrieveRequest { Target = self, ColumnSet = new ColumnSet(single.Relationship.ReferencingColumn) }).Results["Entity"];
            var lookup = row.GetAttributeValue<EntityReference>(single.Relationship.ReferencingColumn);
            return lookup is null || lookup.LogicalName != target.LogicalName ? ApiResponse.NoContent : ApiResponse.Json(queries.One(target, new EntityReference(target.LogicalName, lookup.Id)));
        }

        return last == "$count"
            ? ApiResponse.Text(queries.Count(target, query => Restrict(query, navigation, id, target)).ToString(System.Globalization.CultureInfo.InvariantCulture))
            : ApiResponse.Json(queries.Page(target, query => Restrict(query, navigation, id, target)));
    }

    private static void Restrict(QueryExpression query, Navigation navigation, Guid id, TableDefinition target)
    {
        if (navigation is Navigation.Many many)
        {
            query.Criteria.AddCondition(many.Relationship.ReferencingColumn, ConditionOperator.Equal, id);
        }
        else if (navigation is Navigation.Joined joined)
        {
            query.AddLink(joined.Relationship.IntersectTable, target.PrimaryKey.LogicalName, joined.OtherColumn).LinkCriteria.AddCondition(joined.OwnColumn, ConditionOperator.Equal, id);
        }
    }

    private ApiResponse Reference(EntityReference self, Navigation navigation, ODataSegment segment)
    {
        if (navigation is Navigation.Single single)
        {
            var value = request.Method == "DELETE" ? null : Sent();
            request.Service.Update(new Entity(self.LogicalName, self.Id) { [single.Relationship.ReferencingColumn] = value });
            return ApiResponse.NoContent;
        }

        var relationship = new Relationship(navigation is Navigation.Many many ? many.Relationship.SchemaName : ((Navigation.Joined)navigation).Relationship.SchemaName);
        if (request.Method == "DELETE")
        {
            var other = segment.Key is not null
                ? new EntityAddress(catalog).Of(catalog.Table(navigation.Target), segment)
                : new EntityAddress(catalog).Parse(request.Options.GetValueOrDefault("$id") ?? throw ApiException.BadRequest("The request needs $id or the related row's key."));
            request.Service.Disassociate(self.LogicalName, self.Id, relationship, [other]);
        }
        else
        {
            request.Service.Associate(self.LogicalName, self.Id, relationship, [Sent()]);
        }

        return ApiResponse.NoContent;
    }

    private EntityReference Sent() =>
        new EntityAddress(catalog).Parse((request.Json()["@odata.id"] ?? throw ApiException.BadRequest("The body needs '@odata.id'.")).ToString());

    private ApiResponse CreateChild(EntityReference self, Navigation navigation)
    {
        var target = catalog.Table(navigation.Target);
        if (navigation is not Navigation.Many many)
        {
            throw ApiException.NotSupported("Creating a row through this navigation property is not supported; create it and post its $ref.");
        }

        var row = new RowReader(catalog).Read(request.Json(), target);
        row[many.Relationship.ReferencingColumn] = self;
        var id = request.Service.Create(row);
        var address = $"{request.Root}{target.SetName}({id:D})";
        return (request.WantsRepresentation ? ApiResponse.Json(new RowQueries(catalog, request).One(target, new EntityReference(target.LogicalName, id)), 201) : ApiResponse.NoContent)
            .With("OData-EntityId", address).With("Location", address);
    }
}
