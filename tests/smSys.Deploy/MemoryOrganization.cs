using System.ServiceModel;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace smSys.Deploy.Tests;

/// <summary>Rows in memory, found by QueryByAttribute. Whatever else is asked is refused with <see cref="Unsupported"/>.</summary>
internal sealed class MemoryOrganization : IOrganizationService
{
    public const int Unsupported = -2147220989;

    public List<Entity> Rows { get; } = [];

    public List<string> Deleted { get; } = [];

    public List<EntityReference> Associated { get; } = [];

    public HashSet<string> Undeletable { get; } = [];

    public static FaultException<OrganizationServiceFault> Fault(int code, string message) =>
        new(new OrganizationServiceFault { ErrorCode = code, Message = message }, message);

    public Guid Create(Entity entity)
    {
        var id = entity.Id == Guid.Empty ? Guid.NewGuid() : entity.Id;
        if (Rows.Any(row => row.LogicalName == entity.LogicalName && row.Id == id))
        {
            throw Fault(-2147220937, "Cannot insert duplicate key.");
        }

        var row = new Entity(entity.LogicalName, id);
        row.Attributes.AddRange(entity.Attributes);
        Rows.Add(row);
        return id;
    }

    public Entity Retrieve(string entityName, Guid id, ColumnSet columnSet) =>
        Rows.Find(row => row.LogicalName == entityName && row.Id == id) ?? throw Fault(-2147220969, "Does not exist.");

    public void Update(Entity entity)
    {
        var row = Retrieve(entity.LogicalName, entity.Id, new ColumnSet(true));
        foreach (var column in entity.Attributes)
        {
            row[column.Key] = column.Value;
        }
    }

    public void Delete(string entityName, Guid id)
    {
        var row = Retrieve(entityName, id, new ColumnSet(false));
        if (Undeletable.Contains(entityName))
        {
            throw Fault(-2147220960, "Not allowed.");
        }

        Rows.Remove(row);
        Deleted.Add(entityName);
    }

    public OrganizationResponse Execute(OrganizationRequest request) => request switch
    {
        WhoAmIRequest => new WhoAmIResponse { Results = { ["UserId"] = Guid.NewGuid() } },
        _ => throw Fault(Unsupported, $"{request.RequestName} is not supported."),
    };

    public void Associate(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities) =>
        Associated.AddRange(relatedEntities);

    public void Disassociate(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities) =>
        throw Fault(Unsupported, "Disassociate is not supported.");

    public EntityCollection RetrieveMultiple(QueryBase query)
    {
        if (query is not QueryByAttribute by)
        {
            throw Fault(Unsupported, "Only QueryByAttribute is supported.");
        }

        return new EntityCollection([.. Rows.Where(row => row.LogicalName == by.EntityName && by.Attributes.Zip(by.Values).All(pair => Equals(Value(row, pair.First), pair.Second)))]);
    }

    private static object? Value(Entity row, string column) => row.GetAttributeValue<object>(column) is EntityReference reference ? reference.Id : row.GetAttributeValue<object>(column);
}
