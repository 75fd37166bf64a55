using System;
using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;
using smSys.Crm.Clock;
using smSys.Messaging.Messages;

namespace smSys.Activities.Shell;

/// <summary>What one execution of a workflow step works with.</summary>
public sealed class StepRun
{
    private IOrganizationService? _service;
    private IOrganizationService? _system;

    /// <summary>Opens what the process hands to a step.</summary>
    public StepRun(CodeActivityContext activity)
    {
        Activity = activity;
        Context = activity.GetExtension<IWorkflowContext>();
        Clock = CrmClock.Or(activity.GetExtension<Func<DateTime>>());
    }

    /// <summary>For reading and writing arguments.</summary>
    public CodeActivityContext Activity { get; }

    /// <summary>The platform's context.</summary>
    public IWorkflowContext Context { get; }

    /// <summary>UTC.</summary>
    public Func<DateTime> Clock { get; }

    /// <summary>Acts as the user in whose name the process runs.</summary>
    public IOrganizationService Service =>
        _service ??= Activity.GetExtension<IOrganizationServiceFactory>().CreateOrganizationService(Context.UserId);

    /// <summary>Acts as SYSTEM: for the address book and consents, which no role may write by itself.</summary>
    public IOrganizationService System =>
        _system ??= Activity.GetExtension<IOrganizationServiceFactory>().CreateOrganizationService(null);

    /// <summary>Which step of the process this is; the same when the process repeats it after a disturbance.</summary>
    public string Position => Activity.ActivityInstanceId;

    /// <summary>The id of what the step makes: the same when the process repeats it.</summary>
    public Guid NewId() => DeterministicId.ForWorkflowStep(Context.OperationCreatedOn, Context.OperationId, Position);
}
