using System.ServiceModel;
using CrmEmulator.Faults;
using CrmEmulator.Latency;
using CrmEmulator.Pipeline;
using Microsoft.Xrm.Sdk;

namespace CrmEmulator.PlugIns;

/// <summary>One run of one plug-in or workflow step: its services go through here, and can be taken away from it.</summary>
internal sealed class StepExecution
{
    private static readonly AsyncLocal<StepExecution?> Ambient = new();

    private readonly Lock gate = new();
    private StepExecution? inside;
    private OperationTransaction? opened;
    private int callsInProgress;
    private volatile string? revokedBecause;

    /// <summary>The execution whose code runs on this flow of control, if one does.</summary>
    public static StepExecution? Current
    {
        get => Ambient.Value;
        set => Ambient.Value = value;
    }

    public Guid Id { get; } = Guid.NewGuid();

    public required ExecutionHost Host { get; init; }

    /// <summary>Simple name of the assembly the code came from.</summary>
    public required string Assembly { get; init; }

    public required string TypeName { get; init; }

    public required PlugInTrace Trace { get; init; }

    /// <summary>The context that messages sent by the code have as their parent.</summary>
    public required PlugInContext Context { get; init; }

    public required OperationTransaction? Transaction { get; init; }

    /// <summary>When the platform ends it, by the organisation's clock.</summary>
    public required DateTime Deadline { get; init; }

    /// <summary>The asynchronous job it belongs to, if it does.</summary>
    public required Guid? JobId { get; init; }

    public bool IsRevoked => revokedBecause is not null;

    /// <summary>True on the thread on which this execution's code waits for a call of its own.</summary>
    public bool IsCallingHere => gate.IsHeldByCurrentThread;

    /// <summary>Notes the transaction that the present call has opened for itself, null when it is over: it ends with the execution.</summary>
    public void Opened(OperationTransaction? transaction) => opened = transaction;

    /// <summary>Sends a message for the running code, as that user.</summary>
    public OrganizationResponse Call(OrganizationRequest request, Guid userId)
    {
        var subject = MessageSubject.Of(request);
        if (subject.Message is "ExecuteMultiple" or "ExecuteTransaction" or "CreateMultiple" or "UpdateMultiple" or "UpsertMultiple" or "DeleteMultiple")
        {
            throw Fault.Of(PipelineFaults.BatchInPlugIn, $"The message '{subject.Message}' cannot be used inside a plug-in or workflow step: send single requests.");
        }

        if (Interlocked.Increment(ref callsInProgress) > 1)
        {
            Interlocked.Decrement(ref callsInProgress);
            throw Fault.Of(FaultCodes.Unexpected, "A plug-in called the organization service from two threads at once; parallel calls inside a plug-in are not supported.");
        }

        try
        {
            Host.Counters.Count(Assembly, TypeName, subject.Message, subject.Table);
            var point = Host.Calls.Begin(this, CallKind.Service, subject.Message, subject.Table, subject.Id);
            Host.Options.Latency.Wait(subject.Message, Host.Clock);
            OrganizationResponse response;
            lock (gate)
            {
                ThrowIfRevoked();
                response = Send(request, userId);
            }

            Host.Calls.End(point);
            ThrowIfRevoked();
            return response;
        }
        finally
        {
            Interlocked.Decrement(ref callsInProgress);
        }
    }

    /// <summary>
    /// Takes service and HTTP route away; a call in progress is let finish first, so that nothing happens after this returns.
    /// A step that runs inside that call and does not come back is ended with it, and what the call wrote is undone.
    /// </summary>
    public void Revoke(string because)
    {
        revokedBecause ??= because;
        lock (gate)
        {
            inside?.Revoke(because);
            opened?.Dispose();
            Trace.Write("The platform ended this execution: " + because);
        }
    }

    /// <summary>Runs a synchronous step on this thread, inside this execution's present call, so that it needs no thread and no watch of its own.</summary>
    /// <exception cref="FaultException{T}">The platform has ended this execution meanwhile.</exception>
    public void RunInside(StepExecution step, Action<StepExecution> code)
    {
        inside = step;
        gate.Exit();
        try
        {
            Current = step;
            code(step);
        }
        finally
        {
            Current = this;
            gate.Enter();
            inside = null;
        }

        ThrowIfRevoked();
    }

    /// <exception cref="FaultException{T}">The platform has ended this execution.</exception>
    public void ThrowIfRevoked()
    {
        if (revokedBecause is { } because)
        {
            throw Fault.Of(PipelineFaults.SandboxTimeOut, "The platform has ended this execution and its connection is closed: " + because);
        }
    }

    private OrganizationResponse Send(OrganizationRequest request, Guid userId)
    {
        Transaction?.ThrowIfDoomed();
        try
        {
            return Host.Pipeline.Execute(request, Host.Inside(this, userId));
        }
        catch (FaultException<OrganizationServiceFault> fault) when (Transaction is not null)
        {
            Transaction.DoomBy(fault);
            throw;
        }
    }
}
