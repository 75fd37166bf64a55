using System;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace smSys.Crm.Queues;

/// <summary>Puts rows into queues. Give it the service of SYSTEM.</summary>
public sealed class QueueDoor
{
    private readonly IOrganizationService _system;

    /// <summary>Works as SYSTEM.</summary>
    public QueueDoor(IOrganizationService system) => _system = system;

    /// <summary>Puts a row into a queue; a row that lies in it already is left where it is.</summary>
    public void Put(EntityReference row, Guid queueId) =>
        _system.Execute(new AddToQueueRequest { Target = row, DestinationQueueId = queueId });

    /// <summary>The default queue of a user or team; null when there is none.</summary>
    public Guid? QueueOf(EntityReference owner)
    {
        var row = _system.Retrieve(owner.LogicalName, owner.Id, new ColumnSet("queueid"));
        return row.GetAttributeValue<EntityReference>("queueid")?.Id;
    }
}
