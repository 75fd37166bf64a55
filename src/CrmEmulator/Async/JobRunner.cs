using System.ServiceModel;
using CrmEmulator.Pipeline;
using Microsoft.Xrm.Sdk;

namespace CrmEmulator.Async;

/// <summary>How a run ended; the numbers are the places of the statistics.</summary>
internal enum JobOutcome
{
    Succeeded = 2,
    Failed = 3,
    Cancelled = 4,
    Retried = 5,
}

internal readonly record struct JobEnd(JobOutcome Outcome, DateTime? DueOn);

/// <summary>Runs one job: locks its row, runs its code outside any transaction, writes how it ended.</summary>
internal sealed class JobRunner(ExecutionHost host, JobTable table)
{
    /// <summary>Null: there was nothing to run, or the organisation was closed meanwhile and the row stays as it is.</summary>
    public JobEnd? Run(Guid id, Action started)
    {
        try
        {
            return Claim(id) is { } job ? Run(job, started) : null;
        }
        catch (ObjectDisposedException) when (host.Closing.IsCancellationRequested)
        {
            // Closed as by a crash: the row stays, and the job runs again once the file is opened.
            return null;
        }
    }

    private JobEnd? Run(JobRow job, Action started)
    {
        started();
        FaultException<OrganizationServiceFault>? fault = null;
        var autoDelete = false;
        try
        {
            autoDelete = job.OperationType == JobTable.Workflow ? host.Workflows.RunJob(job) : RunStep(job);
        }
        catch (FaultException<OrganizationServiceFault> thrown)
        {
            fault = thrown;
        }

        if (host.Closing.IsCancellationRequested)
        {
            return null;
        }

        using var transaction = host.Begin();
        var end = End(job, fault, autoDelete, transaction);
        transaction.Commit();
        return end;
    }

    private JobRow? Claim(Guid id)
    {
        using var transaction = host.Begin();
        var job = table.Read(id, transaction);
        if (job is null || job.State is JobTable.Completed or JobTable.Locked || job is { State: JobTable.Suspended, PostponeUntil: null } || job.PostponeUntil > host.Clock.UtcNow)
        {
            if (job is { State: JobTable.Suspended, PostponeUntil: { } due })
            {
                host.Async.Schedule(id, due);
            }

            return null;
        }

        table.Set(id, transaction, JobTable.Locked, 20, ("startedon", host.Clock.UtcNow));
        transaction.Commit();
        return job;
    }

    private bool RunStep(JobRow job)
    {
        var stored = StoredContext.Read(job.Data);
        var step = host.PlugIns.FindStep(stored.StepId)
            ?? throw Faults.Fault.Of(PipelineFaults.PlugInTypeMissing, $"The step {stored.StepId} of the job {job.Id} is not registered any more.");
        host.Runner.Run(step, stored.ForJob(job.Id, step, host), null, job.Id);
        return step.Definition.AsyncAutoDelete;
    }

    private JobEnd End(JobRow job, FaultException<OrganizationServiceFault>? fault, bool autoDelete, OperationTransaction transaction)
    {
        var now = host.Clock.UtcNow;
        var status = fault is null ? OperationStatus.Succeeded : StatusOf(fault.Detail);
        if (status == OperationStatus.Succeeded && autoDelete)
        {
            table.Delete(job.Id, transaction);
            return new JobEnd(JobOutcome.Succeeded, null);
        }

        if (status == OperationStatus.Retry && job.RetryCount < host.Options.AsyncMaximumRetries)
        {
            var due = now + host.Options.AsyncRetryInterval;
            table.Set(job.Id, transaction, JobTable.Suspended, 10, ("postponeuntil", due), ("retrycount", job.RetryCount + 1), ("message", fault!.Detail.Message));
            return new JobEnd(JobOutcome.Retried, due);
        }

        if (status == OperationStatus.Suspended)
        {
            table.Set(job.Id, transaction, JobTable.Suspended, 10, ("message", fault!.Detail.Message));
            return new JobEnd(JobOutcome.Retried, null);
        }

        var outcome = status switch
        {
            OperationStatus.Succeeded => (Status: 30, Outcome: JobOutcome.Succeeded),
            OperationStatus.Canceled => (Status: 32, Outcome: JobOutcome.Cancelled),
            _ => (Status: 31, Outcome: JobOutcome.Failed),
        };
        table.Set(
            job.Id,
            transaction,
            JobTable.Completed,
            outcome.Status,
            ("completedon", now),
            ("message", fault is null ? null : $"{fault.Detail.Message}\n{fault.Detail.TraceText}"),
            ("friendlymessage", fault?.Detail.Message),
            ("errorcode", fault?.Detail.ErrorCode));
        return new JobEnd(outcome.Outcome, null);
    }

    private static OperationStatus StatusOf(OrganizationServiceFault fault) =>
        fault.ErrorCode == PipelineFaults.IsvAborted.Value && fault.ErrorDetails.TryGetValue("OperationStatus", out var text) && int.TryParse(text as string, out var status)
            ? (OperationStatus)status
            : OperationStatus.Failed;
}
