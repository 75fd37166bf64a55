using System.Collections.Concurrent;
using CrmEmulator.Async;
using CrmEmulator.Latency;
using CrmEmulator.Network;
using CrmEmulator.Operations;
using CrmEmulator.PlugIns;
using CrmEmulator.Time;
using CrmEmulator.Workflows;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace CrmEmulator.Pipeline;

/// <summary>Everything that code above stage 30 shares within one organisation.</summary>
internal sealed class ExecutionHost : IDisposable
{
    private static readonly TimeSpan DepthWindow = TimeSpan.FromHours(1);

    private readonly Organization organization;
    private readonly ConcurrentDictionary<Guid, StepExecution> running = new();
    private readonly ConcurrentDictionary<Guid, Guid> businessUnits = new();
    private readonly CancellationTokenSource closing = new();

    public ExecutionHost(Organization organization, ExecutionOptions options, PlugInNetwork network)
    {
        this.organization = organization;
        Options = options;
        Network = network;
        Clock = organization.Clock;
        Calls = new CallGate(options.OnCall);
        PlugIns = new PlugInHost(organization.Metadata, options.FreshPlugInMemory);
        Runner = new StepRunner(this);
        Pipeline = new MessagePipeline(this);
        Workflows = new WorkflowHost(this);
        Async = new AsyncService(this);
        organization.Store.SecurityChanged += businessUnits.Clear;
        PlugInProxy.Install();
    }

    public ExecutionOptions Options { get; }

    public OrganizationClock Clock { get; }

    public PlugInNetwork Network { get; }

    public CallGate Calls { get; }

    public ServiceCounters Counters { get; } = new();

    public TraceLog Traces { get; } = new();

    public PlugInHost PlugIns { get; }

    public StepRunner Runner { get; }

    public MessagePipeline Pipeline { get; }

    public AsyncService Async { get; }

    public WorkflowHost Workflows { get; }

    public Guid OrganizationId => organization.OrganizationId;

    public string OrganizationName => organization.Name;

    public Guid SystemUserId => organization.SystemUserId;

    /// <summary>Cancelled when the organisation is closed: running code loses its services as in a crash.</summary>
    public CancellationToken Closing => closing.Token;

    /// <summary>The service as a client outside sees it.</summary>
    public IOrganizationService ServiceFor(Guid userId) => new ServiceDoor(request => Pipeline.Execute(request, Outside(userId)), Options.CheckContracts);

    public void InOneTransaction(Guid userId, Func<IOrganizationService, bool> work)
    {
        using var transaction = Begin();
        var call = Outside(userId) with { Transaction = transaction };
        var isRefused = false;
        var service = new ServiceDoor(
            request =>
            {
                try
                {
                    return Pipeline.Execute(request, call);
                }
                catch
                {
                    isRefused = true;
                    throw;
                }
            },
            Options.CheckContracts);
        if (work(service) && !isRefused)
        {
            transaction.Commit();
        }
    }

    public CallContext Outside(Guid userId) => new()
    {
        UserId = userId,
        InitiatingUserId = userId,
        CorrelationId = Guid.NewGuid(),
        CorrelationUpdatedOn = Clock.UtcNow,
    };

    /// <summary>A call that running code makes: one deeper, unless an hour has passed since the chain last went deeper.</summary>
    public CallContext Inside(StepExecution step, Guid userId)
    {
        var now = Clock.UtcNow;
        var context = step.Context;
        return new CallContext
        {
            UserId = userId,
            InitiatingUserId = context.InitiatingUserId,
            CorrelationId = context.CorrelationId,
            CorrelationUpdatedOn = now,
            Depth = now - context.CorrelationUpdatedOn > DepthWindow ? 1 : context.Depth + 1,
            Parent = context,
            Transaction = step.Transaction,
            Step = step,
        };
    }

    public OperationTransaction Begin()
    {
        ObjectDisposedException.ThrowIf(closing.IsCancellationRequested, organization);
        return new OperationTransaction(organization.Store.Begin());
    }

    public OperationTransaction BeginRead()
    {
        ObjectDisposedException.ThrowIf(closing.IsCancellationRequested, organization);
        return new OperationTransaction(organization.Store.BeginRead());
    }

    public OperationScope Scope(CallContext call, Func<OrganizationRequest, OrganizationResponse> pipeline) => new()
    {
        Organization = organization,
        Transaction = call.Transaction!.Store,
        CallerId = call.UserId,
        InitiatingUserId = call.InitiatingUserId,
        IsSystem = call.UserId == SystemUserId,
        UtcNow = Clock.UtcNow,
        Pipeline = pipeline,
    };

    /// <summary>The platform's own reading and writing, without pipeline.</summary>
    public OperationScope SystemScope(OperationTransaction transaction)
    {
        var call = Outside(SystemUserId) with { Transaction = transaction };
        return Scope(call, request => Pipeline.Execute(request, call));
    }

    /// <summary>The user's business unit; remembered until users or roles change.</summary>
    public Guid BusinessUnitOf(Guid userId, OperationTransaction? transaction)
    {
        if (businessUnits.TryGetValue(userId, out var known))
        {
            return known;
        }

        if (transaction is null)
        {
            using var own = BeginRead();
            return BusinessUnitOf(userId, own);
        }

        var unit = CoreOperations.Snapshot("systemuser", userId, new ColumnSet("businessunitid"), SystemScope(transaction))?.GetAttributeValue<EntityReference>("businessunitid")?.Id ?? Guid.Empty;
        return transaction.Store.SecurityChanged ? unit : businessUnits.GetOrAdd(userId, unit);
    }

    public void Enter(StepExecution execution) => running[execution.Id] = execution;

    public void Leave(StepExecution execution) => running.TryRemove(execution.Id, out _);

    /// <summary>Keeps the trace; its row is written after the transaction, so that a roll-back does not take it along.</summary>
    public void Record(PlugInTrace trace, OperationTransaction? transaction)
    {
        Traces.Add(trace);
        if (Options.TraceRows == TraceRows.None || (Options.TraceRows == TraceRows.Exceptions && trace.Exception is null))
        {
            return;
        }

        if (transaction is null)
        {
            Write(trace);
        }
        else
        {
            transaction.AfterEnd(() => Write(trace));
        }
    }

    /// <summary>Ends everything that runs, as a crash would: jobs stay locked, and nothing reaches the store any more.</summary>
    public void Dispose()
    {
        closing.Cancel();
        foreach (var execution in running.Values)
        {
            execution.Revoke("the organisation was closed");
        }

        Async.Dispose();
    }

    private void Write(PlugInTrace trace)
    {
        if (closing.IsCancellationRequested)
        {
            return;
        }

        var row = new Entity("plugintracelog")
        {
            ["typename"] = trace.TypeName,
            ["messagename"] = trace.Message,
            ["primaryentity"] = trace.Table,
            ["mode"] = new OptionSetValue(trace.Mode),
            ["operationtype"] = new OptionSetValue(1),
            ["depth"] = trace.Depth,
            ["correlationid"] = trace.CorrelationId,
            ["messageblock"] = trace.Text,
            ["exceptiondetails"] = trace.Exception,
            ["performanceexecutionstarttime"] = trace.StartedOn,
            ["performanceexecutionduration"] = (int)Math.Min(trace.Duration.TotalMilliseconds, int.MaxValue),
        };
        using var transaction = Begin();
        CoreOperations.Execute(new CreateRequest { Target = row }, SystemScope(transaction));
        transaction.Commit();
    }
}
