using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace CrmEmulator.Pipeline;

/// <summary>The organization service as a client or a plug-in sees it: every method is a message, and everything that crosses is copied.</summary>
internal sealed class ServiceDoor(Func<OrganizationRequest, OrganizationResponse> send, bool checkContracts) : IOrganizationService
{
    public Guid Create(Entity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return (Guid)Execute(new CreateRequest { Target = entity }).Results["id"];
    }

    public Entity Retrieve(string entityName, Guid id, ColumnSet columnSet)
    {
        ArgumentNullException.ThrowIfNull(entityName);
        ArgumentNullException.ThrowIfNull(columnSet);
        return (Entity)Execute(new RetrieveRequest { Target = new EntityReference(entityName, id), ColumnSet = columnSet }).Results["Entity"];
    }

    public void Update(Entity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        Execute(new UpdateRequest { Target = entity });
    }

    public void Delete(string entityName, Guid id)
    {
        ArgumentNullException.ThrowIfNull(entityName);
        Execute(new DeleteRequest { Target = new EntityReference(entityName, id) });
    }

    public void Associate(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities) =>
        Execute(new AssociateRequest { Target = new EntityReference(entityName, entityId), Relationship = relationship, RelatedEntities = relatedEntities });

    public void Disassociate(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities) =>
        Execute(new DisassociateRequest { Target = new EntityReference(entityName, entityId), Relationship = relationship, RelatedEntities = relatedEntities });

    public EntityCollection RetrieveMultiple(QueryBase query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return (EntityCollection)Execute(new RetrieveMultipleRequest { Query = query }).Results["EntityCollection"];
    }

    public OrganizationResponse Execute(OrganizationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var sent = Boundary.Copy(request);
        if (checkContracts)
        {
            sent.Parameters = ContractCheck.RoundTrip(sent.Parameters);
        }

        var response = send(sent);
        if (checkContracts)
        {
            response.Results = ContractCheck.RoundTrip(response.Results);
        }

        return response;
    }
}
