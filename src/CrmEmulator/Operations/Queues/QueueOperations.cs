using CrmEmulator.Faults;
using CrmEmulator.Storage;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace CrmEmulator.Operations.Queues;

/// <summary>AddToQueue: puts a thing into a queue, or moves it there; it is in one queue at a time.</summary>
internal sealed class AddToQueueOperation : ICoreOperation
{
    public OrganizationResponse Execute(OrganizationRequest request, OperationScope scope)
    {
        var target = request.Required<EntityReference>("Target");
        var queue = QueueRows.Require(request.Required<Guid>("DestinationQueueId"), scope);
        var table = scope.Catalog.Table(target.LogicalName);
        if (!table.IsQueueEnabled)
        {
            throw Fault.Of(FaultCodes.MessageNotSupported, $"The 'AddToQueue' method does not support entities of type '{table.LogicalName}'.");
        }

        if (!Rows.Exists(scope.Transaction, table, target.Id))
        {
            throw Fault.RowMissing(table.LogicalName, target.Id);
        }

        var item = new Entity("queueitem");
        foreach (var (name, value) in request.Optional<Entity>("QueueItemProperties")?.Attributes ?? [])
        {
            item[name] = value;
        }

        item["queueid"] = new EntityReference("queue", queue);
        var known = QueueRows.ItemOf(target.Id, scope);
        if (known is { } id)
        {
            item.Id = id;
            item["statecode"] = new OptionSetValue(0);
            item["statuscode"] = new OptionSetValue(1);
            scope.Pipeline(new UpdateRequest { Target = item });
        }
        else
        {
            item["objectid"] = target;
            id = (Guid)scope.Pipeline(new CreateRequest { Target = item }).Results["id"];
        }

        return new AddToQueueResponse { Results = { ["QueueItemId"] = id } };
    }
}

/// <summary>RemoveFromQueue: the thing itself stays.</summary>
internal sealed class RemoveFromQueueOperation : ICoreOperation
{
    public OrganizationResponse Execute(OrganizationRequest request, OperationScope scope)
    {
        scope.Pipeline(new DeleteRequest { Target = new EntityReference("queueitem", request.Required<Guid>("QueueItemId")) });
        return new RemoveFromQueueResponse();
    }
}

/// <summary>PickFromQueue: somebody works on it, and it may leave the queue.</summary>
internal sealed class PickFromQueueOperation : ICoreOperation
{
    public OrganizationResponse Execute(OrganizationRequest request, OperationScope scope)
    {
        var item = request.Required<Guid>("QueueItemId");
        if (request.Optional<bool>("RemoveQueueItem"))
        {
            scope.Pipeline(new DeleteRequest { Target = new EntityReference("queueitem", item) });
        }
        else
        {
            scope.Pipeline(new UpdateRequest { Target = new Entity("queueitem", item) { ["workerid"] = new EntityReference("systemuser", request.Required<Guid>("WorkerId")) } });
        }

        return new PickFromQueueResponse();
    }
}

/// <summary>ReleaseToQueue: nobody works on it any more.</summary>
internal sealed class ReleaseToQueueOperation : ICoreOperation
{
    public OrganizationResponse Execute(OrganizationRequest request, OperationScope scope)
    {
        scope.Pipeline(new UpdateRequest { Target = new Entity("queueitem", request.Required<Guid>("QueueItemId")) { ["workerid"] = null } });
        return new ReleaseToQueueResponse();
    }
}

/// <summary>RouteTo: into another queue, or to a user or team, who then owns the thing.</summary>
internal sealed class RouteToOperation : ICoreOperation
{
    public OrganizationResponse Execute(OrganizationRequest request, OperationScope scope)
    {
        var item = request.Required<Guid>("QueueItemId");
        var target = request.Required<EntityReference>("Target");
        if (target.LogicalName == "queue")
        {
            scope.Pipeline(new UpdateRequest { Target = new Entity("queueitem", item) { ["queueid"] = target } });
            return new RouteToResponse();
        }

        var table = scope.Catalog.Table(target.LogicalName);
        var row = Rows.Read(scope.Transaction, table, target.Id, table.Column("queueid")) ?? throw Fault.RowMissing(target.LogicalName, target.Id);
        var queueItem = scope.Catalog.Table("queueitem");
        var thing = (Rows.Read(scope.Transaction, queueItem, item, queueItem.Column("objectid")) ?? throw Fault.RowMissing("queueitem", item)).Get<EntityReference>("objectid")!;
        var change = new Entity("queueitem", item) { ["workerid"] = target };
        if (row.Get<EntityReference>("queueid") is { } queue)
        {
            change["queueid"] = queue;
        }

        scope.Pipeline(new UpdateRequest { Target = change });
        scope.Pipeline(new UpdateRequest { Target = new Entity(thing.LogicalName, thing.Id) { ["ownerid"] = target } });
        return new RouteToResponse();
    }
}

/// <summary>AddPrincipalToQueue: a member of a private queue.</summary>
internal sealed class AddPrincipalToQueueOperation : ICoreOperation
{
    public OrganizationResponse Execute(OrganizationRequest request, OperationScope scope)
    {
        var queue = QueueRows.Require(request.Required<Guid>("QueueId"), scope);
        var principal = request.Required<Entity>("Principal");
        var members = principal.LogicalName == "team" ? Teams.TeamRows.Members(principal.Id, scope) : [principal.Id];
        foreach (var member in members)
        {
            PlatformRow.Join(scope.Catalog.FindManyToMany("queuemembership_association")!, queue, member, scope);
        }

        return new AddPrincipalToQueueResponse();
    }
}

/// <summary>RetrieveUserQueues: the queues a user is a member of, and the public ones when asked for.</summary>
internal sealed class RetrieveUserQueuesOperation : ICoreOperation
{
    public OrganizationResponse Execute(OrganizationRequest request, OperationScope scope)
    {
        var query = new Query.RowQuery { Table = "queue", AllColumns = true };
        var own = new Query.QueryFilter { IsOr = true };
        var ids = QueueRows.OfMember(request.Required<Guid>("UserId"), scope);
        own.Conditions.Add(new Query.QueryCondition("queueid", ConditionOperator.In, [.. ids.Select(id => (object?)id).DefaultIfEmpty(Guid.Empty)]));
        if (request.Optional<bool>("IncludePublic"))
        {
            own.Conditions.Add(new Query.QueryCondition("queueviewtype", ConditionOperator.Equal, [0]));
        }

        query.Filter = own;
        return new RetrieveUserQueuesResponse { Results = { ["EntityCollection"] = Query.QueryRunner.Run(scope, query) } };
    }
}
