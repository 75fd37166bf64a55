using CrmEmulator.Faults;
using CrmEmulator.Storage;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace CrmEmulator.Operations;

/// <summary>The organization service without any plug-in: each call a transaction of its own, straight to stage 30.</summary>
internal sealed class DirectService(Organization organization, Guid userId) : IOrganizationService
{
    public Guid Create(Entity entity) => (Guid)Execute(new CreateRequest { Target = entity }).Results["id"];

    public Entity Retrieve(string entityName, Guid id, ColumnSet columnSet) =>
        (Entity)Execute(new RetrieveRequest { Target = new EntityReference(entityName, id), ColumnSet = columnSet }).Results["Entity"];

    public void Update(Entity entity) => Execute(new UpdateRequest { Target = entity });

    public void Delete(string entityName, Guid id) => Execute(new DeleteRequest { Target = new EntityReference(entityName, id) });

    public EntityCollection RetrieveMultiple(QueryBase query) =>
        (EntityCollection)Execute(new RetrieveMultipleRequest { Query = query }).Results["EntityCollection"];

    public void Associate(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities) =>
        Execute(new AssociateRequest { Target = new EntityReference(entityName, entityId), Relationship = relationship, RelatedEntities = relatedEntities });

    public void Disassociate(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities) =>
        Execute(new DisassociateRequest { Target = new EntityReference(entityName, entityId), Relationship = relationship, RelatedEntities = relatedEntities });

    public OrganizationResponse Execute(OrganizationRequest request)
    {
        if (request.RequestName is null)
        {
            throw Fault.Argument("The request has no name.");
        }

        using var transaction = CoreOperations.IsReading(request.RequestName) ? organization.Store.BeginRead() : organization.Store.Begin();
        var response = Run(request, transaction);
        transaction.Commit();
        return response;
    }

    private OrganizationResponse Run(OrganizationRequest request, StoreTransaction transaction) => CoreOperations.Execute(request, new OperationScope
    {
        Organization = organization,
        Transaction = transaction,
        CallerId = userId,
        InitiatingUserId = userId,
        IsSystem = userId == organization.SystemUserId,
        UtcNow = organization.UtcNow,
        Pipeline = inner => Run(inner, transaction),
    });
}
