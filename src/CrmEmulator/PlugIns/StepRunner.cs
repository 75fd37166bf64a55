using System.Reflection;
using System.ServiceModel;
using CrmEmulator.Faults;
using CrmEmulator.Pipeline;
using Microsoft.Xrm.Sdk;

namespace CrmEmulator.PlugIns;

/// <summary>Runs the code of a step under the platform's rules: own thread, time limit, trace, revocation.</summary>
internal sealed class StepRunner(ExecutionHost host)
{
    /// <summary>Runs a plug-in; what it changed in the context's parameters is taken over when it succeeds.</summary>
    /// <exception cref="FaultException{T}">The fault the caller of the operation gets.</exception>
    public void Run(RegisteredStep step, PlugInContext context, OperationTransaction? transaction, Guid? jobId = null)
    {
        ParameterCollection? inputs = null, outputs = null, shared = null;
        Run(new SandboxCode(step.AssemblyName, step.TypeName, context, transaction, jobId), execution =>
        {
            var seen = context.With(Cross(context.InputParameters), Cross(context.OutputParameters), Cross(context.SharedVariables));
            step.Instance.Execute(new PlugInServices(execution, seen));
            inputs = CrossBack(seen.InputParameters);
            outputs = CrossBack(seen.OutputParameters);
            shared = CrossBack(seen.SharedVariables);
        });
        Take(inputs, context.InputParameters);
        Take(outputs, context.OutputParameters);
        Take(shared, context.SharedVariables);
    }

    /// <summary>Runs any piece of sandbox code.</summary>
    /// <exception cref="FaultException{T}">The code threw, swallowed a fault in a transaction, or took too long.</exception>
    public void Run(SandboxCode code, Action<StepExecution> action)
    {
        var context = code.Context;
        var trace = new PlugInTrace
        {
            TypeName = code.TypeName,
            Message = context.MessageName,
            Table = context.PrimaryEntityName,
            RowId = context.PrimaryEntityId,
            Stage = context.Stage,
            Mode = context.Mode,
            Depth = context.Depth,
            CorrelationId = context.CorrelationId,
            StartedOn = host.Clock.UtcNow,
        };
        var execution = new StepExecution
        {
            Host = host,
            Assembly = code.Assembly,
            TypeName = code.TypeName,
            Trace = trace,
            Context = context,
            Transaction = code.Transaction,
            Deadline = DeadlineFrom(trace.StartedOn),
            JobId = code.JobId,
        };
        var thrown = RunLimited(execution, action);
        trace.Duration = host.Clock.UtcNow - trace.StartedOn;
        var fault = Judge(thrown, execution);
        trace.Exception = thrown?.ToString() ?? fault?.Message;
        host.Record(trace, code.Transaction);
        if (fault is not null)
        {
            throw fault;
        }
    }

    private static FaultException<OrganizationServiceFault>? Judge(Exception? thrown, StepExecution execution)
    {
        if (thrown is not null)
        {
            return PipelineFaults.FromPlugIn(thrown, execution.TypeName, execution.Trace.Text);
        }

        return execution.Transaction?.Doom is { } doom
            ? Fault.Of(
                PipelineFaults.OpenTransactionCount,
                $"ISV code reduced the open transaction count. Custom plug-ins should not catch exceptions from OrganizationService calls and continue processing. {execution.TypeName} went on after: {doom.Detail.Message}")
            : null;
    }

    private static void Take(ParameterCollection? from, ParameterCollection to)
    {
        to.Clear();
        to.AddRange(from!);
    }

    /// <summary>Only synchronous steps get more real time than a fast clock allows: an asynchronous one that outlived its limit could meet a lease that has run out.</summary>
    private TimeSpan FloorOf(StepExecution execution) => execution.Context.Mode == 0 ? host.Options.StepRealTimeFloor : TimeSpan.Zero;

    private DateTime DeadlineFrom(DateTime start)
    {
        var deadline = start + host.Options.StepTimeLimit;
        return StepExecution.Current is { } outer && outer.Deadline < deadline ? outer.Deadline : deadline;
    }

    private Exception? RunLimited(StepExecution execution, Action<StepExecution> action) =>
        execution.Context.Mode == 0 && StepExecution.Current is { IsCallingHere: true } outer ? RunInside(outer, execution, action) : RunWatched(execution, action);

    /// <summary>On the thread of the code whose call causes the step; whoever watches that code watches this too.</summary>
    private Exception? RunInside(StepExecution outer, StepExecution execution, Action<StepExecution> action)
    {
        host.Enter(execution);
        Exception? thrown = null;
        try
        {
            outer.RunInside(execution, inner =>
            {
                try
                {
                    action(inner);
                }
                catch (Exception exception)
                {
                    thrown = Unwrapped(exception);
                }
            });
            return thrown;
        }
        finally
        {
            host.Leave(execution);
        }
    }

    private static Exception Unwrapped(Exception exception) => exception is TargetInvocationException { InnerException: { } inner } ? inner : exception;

    private Exception? RunWatched(StepExecution execution, Action<StepExecution> action)
    {
        host.Enter(execution);
        Exception? thrown = null;
        var ended = StepThreads.Start(() =>
        {
            StepExecution.Current = execution;
            try
            {
                action(execution);
            }
            catch (Exception exception)
            {
                thrown = Unwrapped(exception);
            }
        });
        try
        {
            if (host.Clock.WaitFor(ended, execution.Deadline, FloorOf(execution), host.Closing))
            {
                ended.Dispose();
                return thrown;
            }

            var because = host.Closing.IsCancellationRequested
                ? "the organisation was closed"
                : $"{execution.TypeName} did not end within {host.Options.StepTimeLimit.TotalMinutes:0.##} minutes";
            execution.Revoke(because);
            return Fault.Of(PipelineFaults.SandboxTimeOut, $"The plug-in execution failed because the operation has timed-out at the Sandbox Client: {because}.");
        }
        finally
        {
            host.Leave(execution);
        }
    }

    /// <summary>The code is done with its copies, so they need not be copied once more.</summary>
    private ParameterCollection CrossBack(ParameterCollection parameters) =>
        host.Options.CheckContracts || !PlainValues.Only(parameters) ? Cross(parameters) : parameters;

    private ParameterCollection Cross(ParameterCollection parameters) =>
        host.Options.CheckContracts ? ContractCheck.RoundTrip(Boundary.Copy(parameters)) : Boundary.Copy(parameters);
}

/// <summary>Which code runs, for what, inside which transaction.</summary>
internal sealed record SandboxCode(string Assembly, string TypeName, PlugInContext Context, OperationTransaction? Transaction, Guid? JobId);
