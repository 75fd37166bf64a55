using System.Collections.Concurrent;
using CrmEmulator.Async;
using CrmEmulator.Faults;
using CrmEmulator.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Newtonsoft.Json.Linq;

namespace CrmEmulator.Workflows;

/// <summary>Runs workflow steps: one by one for a host, or as workflows in the background, as asynchronous jobs.</summary>
public sealed class WorkflowHost
{
    private readonly ExecutionHost host;
    private readonly ActivityRunner runner;
    private readonly ConcurrentDictionary<Guid, WorkflowScript> scripts = new();

    internal WorkflowHost(ExecutionHost host)
    {
        this.host = host;
        runner = new ActivityRunner(host);
    }

    /// <summary>Makes a workflow known; started by ExecuteWorkflow, and by Create when it says so. A host defines them at each start.</summary>
    public void Define(WorkflowScript script)
    {
        ArgumentNullException.ThrowIfNull(script);
        scripts[script.Id] = script;
    }

    /// <summary>Runs one workflow step of an imported assembly outside any transaction and gives its output arguments by property name.</summary>
    /// <param name="typeName">The registered activity type.</param>
    /// <param name="primary">The row it runs on.</param>
    /// <param name="userId">Who runs it.</param>
    /// <param name="inputs">Input arguments by property name.</param>
    /// <exception cref="System.ServiceModel.FaultException{T}">The step threw, took too long, or does not exist.</exception>
    public IReadOnlyDictionary<string, object?> RunActivity(string typeName, EntityReference primary, Guid userId, IReadOnlyDictionary<string, object?> inputs)
    {
        ArgumentNullException.ThrowIfNull(primary);
        return runner.Run(host.PlugIns.FindType(typeName), ContextOf(primary, host.Outside(userId), Guid.NewGuid(), host.Clock.UtcNow), inputs, 1, null);
    }

    /// <summary>Writes the job of a workflow; gives the job's id.</summary>
    internal Guid Start(Guid workflowId, Guid rowId, CallContext call)
    {
        if (!scripts.TryGetValue(workflowId, out var script))
        {
            throw Fault.RowMissing("workflow", workflowId);
        }

        return Start(script, new EntityReference(script.Table, rowId), call);
    }

    /// <summary>Starts the workflows that wait for the Create of a row.</summary>
    internal void OnCreated(MessageSubject created, CallContext call)
    {
        if (scripts.IsEmpty)
        {
            return;
        }

        foreach (var script in scripts.Values.Where(script => script.OnCreate && script.Table == created.Table))
        {
            Start(script, new EntityReference(created.Table, created.Id), call);
        }
    }

    /// <summary>Runs a workflow's job; true: its row may be deleted when it went well.</summary>
    internal bool RunJob(JobRow job)
    {
        var stored = JObject.Parse(job.Data);
        var script = stored["script"]!.ToObject<WorkflowScript>()!;
        var primary = new EntityReference(script.Table, stored.Value<string>("row") is { } row ? Guid.Parse(row) : Guid.Empty);
        var context = ContextOf(
            primary,
            new CallContext
            {
                UserId = Guid.Parse(stored.Value<string>("user")!),
                InitiatingUserId = Guid.Parse(stored.Value<string>("initiator")!),
                CorrelationId = Guid.Parse(stored.Value<string>("correlation")!),
                CorrelationUpdatedOn = new DateTime(stored.Value<long>("updated"), DateTimeKind.Utc),
                Depth = stored.Value<int>("depth"),
            },
            job.Id,
            job.CreatedOn);
        var outputs = new List<IReadOnlyDictionary<string, object?>>();
        foreach (var step in script.Steps)
        {
            var type = host.PlugIns.FindType(step.Activity);
            var values = new ArgumentValues(primary, column => Column(primary, column), outputs).For(type, step.Arguments);
            outputs.Add(runner.Run(type, context, values, outputs.Count + 1, job.Id));
        }

        return false;
    }

    private Guid Start(WorkflowScript script, EntityReference primary, CallContext call)
    {
        var data = new JObject
        {
            ["script"] = JObject.FromObject(script),
            ["row"] = primary.Id,
            ["user"] = call.UserId,
            ["initiator"] = call.InitiatingUserId,
            ["correlation"] = call.CorrelationId,
            ["updated"] = call.CorrelationUpdatedOn.Ticks,
            ["depth"] = call.Depth,
        };
        var row = new Entity("asyncoperation")
        {
            ["name"] = script.Name,
            ["operationtype"] = new OptionSetValue(JobTable.Workflow),
            ["data"] = data.ToString(Newtonsoft.Json.Formatting.None),
        };
        return host.Async.Enqueue(row, ContextOf(primary, call, Guid.Empty, host.Clock.UtcNow), call.Transaction!);
    }

    private object? Column(EntityReference primary, string name)
    {
        using var transaction = host.BeginRead();
        return host.Pipeline.Snapshot(new MessageSubject("Retrieve", primary.LogicalName, primary.Id), new ColumnSet(name), host.Outside(host.SystemUserId) with { Transaction = transaction })
            ?.GetAttributeValue<object>(name);
    }

    private PlugInContext ContextOf(EntityReference primary, CallContext call, Guid operationId, DateTime createdOn) => new()
    {
        Stage = 40,
        Mode = 1,
        Depth = call.Depth,
        MessageName = "ExecuteWorkflow",
        PrimaryEntityName = primary.LogicalName,
        PrimaryEntityId = primary.Id,
        UserId = call.UserId,
        InitiatingUserId = call.InitiatingUserId,
        OrganizationId = host.OrganizationId,
        OrganizationName = host.OrganizationName,
        CorrelationId = call.CorrelationId,
        CorrelationUpdatedOn = call.CorrelationUpdatedOn,
        OperationId = operationId,
        OperationCreatedOn = createdOn,
        BusinessUnitId = host.BusinessUnitOf(call.UserId, call.Transaction),
    };
}
