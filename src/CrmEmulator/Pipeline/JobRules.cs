using CrmEmulator.Async;
using CrmEmulator.Faults;
using Microsoft.Xrm.Sdk;

namespace CrmEmulator.Pipeline;

/// <summary>What people may do to system jobs: postpone, resume, cancel; nothing else of a job can be written.</summary>
internal static class JobRules
{
    private static readonly HashSet<string> Writable = ["statecode", "statuscode", "postponeuntil", "asyncoperationid"];

    /// <exception cref="System.ServiceModel.FaultException{T}">Another column of a job is written.</exception>
    public static void Check(OrganizationRequest request)
    {
        if (TargetOf(request) is { } job && job.Attributes.Keys.FirstOrDefault(name => !Writable.Contains(name)) is { } other)
        {
            throw Fault.Argument($"Only statecode, statuscode and postponeuntil of a system job can be updated, not '{other}'.");
        }
    }

    /// <summary>Has the asynchronous service look at a job again that somebody changed.</summary>
    public static void Follow(OrganizationRequest request, CallContext call, ExecutionHost host)
    {
        if (TargetOf(request) is { } job)
        {
            call.Transaction!.AfterCommit(() => host.Async.LookAgain(job.Id));
        }
    }

    private static Entity? TargetOf(OrganizationRequest request) =>
        request.RequestName == "Update" && request.Parameters.TryGetValue("Target", out var target) && target is Entity { LogicalName: JobTable.Table } job ? job : null;
}
