using System.ServiceModel;
using CrmEmulator.Faults;
using CrmEmulator.Operations;
using CrmEmulator.PlugIns;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmEmulator.Pipeline;

/// <summary>Takes one message through its stages: 10 before the transaction, 20, 30 and 40 inside it; asynchronous steps become rows of asyncoperation in the same transaction.</summary>
internal sealed class MessagePipeline(ExecutionHost host)
{
    private const int MaximumDepth = 8;

    /// <exception cref="FaultException{T}">The service refuses; nothing was written.</exception>
    public OrganizationResponse Execute(OrganizationRequest request, CallContext call)
    {
        if (request.RequestName is "ExecuteMultiple" or "ExecuteTransaction")
        {
            return BatchMessages.Execute(request, call, this);
        }

        var subject = MessageSubject.Of(request);
        var steps = host.PlugIns.StepsFor(subject.Message, subject.Table);
        if (steps.IsEmpty)
        {
            return call.Transaction is null && CoreOperations.IsReading(subject.Message) ? Read(request, call) : InTransaction(call, inside => InParts(request, part => Core(part, inside, null)));
        }

        if (call.Depth > MaximumDepth)
        {
            throw Fault.Of(
                PipelineFaults.DepthExceeded,
                $"This workflow job was canceled because the workflow that started it included an infinite loop. Correct the workflow logic and try again. ({subject.Message} of {subject.Table} at depth {call.Depth}.)");
        }

        KeyedTargets.Resolve(request, call, host);
        var whole = new OperationFrame(host, request, call);
        whole.Run(steps.PreValidation, 10, call.Transaction);
        return InTransaction(call, inside => InParts(request, part => Pass(part, inside, steps, whole.AsParent(inside.Transaction))));
    }

    /// <summary>Runs the action in the caller's transaction, or in one of its own.</summary>
    public TResult InTransaction<TResult>(CallContext call, Func<CallContext, TResult> action)
    {
        if (call.Transaction is not null)
        {
            return action(call);
        }

        using var transaction = host.Begin();
        call.Step?.Opened(transaction);
        try
        {
            var result = action(call with { Transaction = transaction });
            transaction.Commit();
            return result;
        }
        finally
        {
            call.Step?.Opened(null);
        }
    }

    /// <summary>A row as it stands, with the named columns; null when there is none. For images.</summary>
    public Entity? Snapshot(MessageSubject subject, ColumnSet columns, CallContext call) =>
        call.Transaction is { } transaction
            ? CoreOperations.Snapshot(subject.Table, subject.Id, columns, host.SystemScope(transaction))
            : SnapshotOutside(subject, columns);

    private OrganizationResponse Read(OrganizationRequest request, CallContext call)
    {
        using var transaction = host.BeginRead();
        var response = Core(request, call with { Transaction = transaction }, null);
        transaction.Commit();
        return response;
    }

    private static OrganizationResponse InParts(OrganizationRequest request, Func<OrganizationRequest, OrganizationResponse> run)
    {
        OrganizationResponse? last = null;
        foreach (var part in UpdateParts.Of(request))
        {
            last = run(part);
        }

        return last!;
    }

    private Entity? SnapshotOutside(MessageSubject subject, ColumnSet columns)
    {
        using var transaction = host.BeginRead();
        return CoreOperations.Snapshot(subject.Table, subject.Id, columns, host.SystemScope(transaction));
    }

    /// <summary>Stages 20, 30 and 40.</summary>
    private OrganizationResponse Pass(OrganizationRequest request, CallContext call, StepSet steps, PlugInContext whole)
    {
        var frame = new OperationFrame(host, request, call) { Whole = whole };
        frame.TakePreImages(steps);
        frame.Run(steps.PreOperation, 20, call.Transaction);
        var response = Core(request, call, frame);
        frame.Complete(response);
        frame.TakePostImages(steps);
        frame.Run(steps.PostOperation, 40, call.Transaction);
        foreach (var step in steps.Asynchronous.Where(step => step.Wants(request)))
        {
            host.Async.Enqueue(step, frame.ContextFor(step, 40, isAsynchronous: true), call.Transaction!);
        }

        frame.TakeOver(response);
        return response;
    }

    private OrganizationResponse Core(OrganizationRequest request, CallContext call, OperationFrame? frame)
    {
        if (request.RequestName == "ExecuteWorkflow")
        {
            return StartWorkflow(request, call);
        }

        JobRules.Check(request);
        var response = LegacyUpdates.Of(request) is { } update && host.Options.SetStateRaisesUpdate && !host.PlugIns.StepsFor("Update", update.Target.LogicalName).IsEmpty
            ? LegacyUpdates.Answer(request, () => Execute(update, Inside(call, frame)))
            : CoreOperations.Execute(request, host.Scope(call, raised => Execute(raised, Inside(call, frame))));
        if (request.RequestName == "Create")
        {
            var id = (Guid)response.Results["id"];
            if (request.Parameters["Target"] is Entity target)
            {
                target.Id = id;
            }

            host.Workflows.OnCreated(MessageSubject.Of(request) with { Id = id }, call);
        }

        JobRules.Follow(request, call, host);
        return response;
    }

    /// <summary>The call of a message that the platform's own operation causes.</summary>
    private static CallContext Inside(CallContext call, OperationFrame? frame) => frame is null ? call : call with { Parent = frame.AsParent(call.Transaction) };

    private ExecuteWorkflowResponse StartWorkflow(OrganizationRequest request, CallContext call)
    {
        var response = new ExecuteWorkflowResponse();
        response.Results["Id"] = host.Workflows.Start(Parameter("WorkflowId"), Parameter("EntityId"), call);
        return response;

        Guid Parameter(string name) => request.Parameters.TryGetValue(name, out var value) && value is Guid id ? id : throw Fault.Argument($"The required parameter '{name}' is missing.");
    }
}
