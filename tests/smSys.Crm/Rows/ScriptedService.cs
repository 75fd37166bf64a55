using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace smSys.Crm.Tests.Rows;

/// <summary>An organization service that plays a script, one entry a writing call, and remembers the calls.</summary>
internal sealed class ScriptedService(params Exception?[] script) : IOrganizationService
{
    private readonly Queue<Exception?> _script = new(script);

    public List<string> Calls { get; } = [];

    /// <summary>What a Retrieve finds.</summary>
    public Entity Stored { get; set; } = new();

    /// <summary>What a query was.</summary>
    public QueryExpression? Query { get; private set; }

    public static Exception Fault(int code) =>
        new FaultException<OrganizationServiceFault>(new OrganizationServiceFault { ErrorCode = code, Message = "scripted" }, new FaultReason("scripted"));

    public Guid Create(Entity entity)
    {
        Play("Create");
        return entity.Id;
    }

    public void Update(Entity entity) => Play("Update");

    public OrganizationResponse Execute(OrganizationRequest request)
    {
        Play(request.RequestName);
        return new UpdateResponse();
    }

    public Entity Retrieve(string entityName, Guid id, ColumnSet columnSet)
    {
        Calls.Add("Retrieve");
        return Stored;
    }

    public EntityCollection RetrieveMultiple(QueryBase query)
    {
        Query = (QueryExpression)query;
        return new EntityCollection([Stored]);
    }

    public void Delete(string entityName, Guid id) => Play("Delete");

    public void Associate(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities) => Play("Associate");

    public void Disassociate(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities) => Play("Disassociate");

    private void Play(string call)
    {
        Calls.Add(call);
        if (_script.TryDequeue(out var fault) && fault is not null)
        {
            throw fault;
        }
    }
}
