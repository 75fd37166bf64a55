using System;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Clock;
using smSys.Crm.Secrets;
using smSys.Messaging.Sending;

namespace smSys.Plugins.Shell;

/// <summary>What one execution of a step works with. Services are opened when they are first used.</summary>
public sealed class StepServices
{
    private readonly IOrganizationServiceFactory _factory;
    private readonly ITracingService? _tracing;
    private IOrganizationService? _system;
    private IOrganizationService? _user;
    private Guid? _systemUserId;

    /// <summary>Opens what Dynamics hands to a plug-in.</summary>
    public StepServices(IServiceProvider services)
    {
        Context = (IPluginExecutionContext)services.GetService(typeof(IPluginExecutionContext));
        _factory = (IOrganizationServiceFactory)services.GetService(typeof(IOrganizationServiceFactory));
        _tracing = (ITracingService?)services.GetService(typeof(ITracingService));
        Clock = CrmClock.From(services);
        StartedOn = Clock();
    }

    /// <summary>The platform's context.</summary>
    public IPluginExecutionContext Context { get; }

    /// <summary>UTC.</summary>
    public Func<DateTime> Clock { get; }

    /// <summary>When this execution began.</summary>
    public DateTime StartedOn { get; }

    /// <summary>Acts as SYSTEM: for the journal, credentials and everything that the engine moves.</summary>
    public IOrganizationService System => _system ??= _factory.CreateOrganizationService(null);

    /// <summary>The passwords of accounts, sealed for this organisation.</summary>
    public SecretStore Secrets => field ??= new SecretStore(System, new SecretSeal(Context.OrganizationId, RandomBytes.Take));

    /// <summary>Acts as the user in whose name the step runs: for what that user may or may not see.</summary>
    public IOrganizationService User => _user ??= _factory.CreateOrganizationService(Context.UserId);

    /// <summary>Acts as another user: as the one who started a bulk.</summary>
    public IOrganizationService As(Guid userId) => _factory.CreateOrganizationService(userId);

    /// <summary>The step runs in the asynchronous service.</summary>
    public bool IsAsynchronous => Context.Mode == (int)StepMode.Asynchronous;

    /// <summary>The token of this job; the same when the same job runs again.</summary>
    public FenceToken Token => FenceToken.Of(Context.OperationId);

    /// <summary>What is left of the time that a tick may use.</summary>
    public TimeSpan Remaining => LeaseRules.TickBudget - (Clock() - StartedOn);

    /// <summary>The row that is created or updated.</summary>
    public Entity Target => (Entity)Context.InputParameters["Target"];

    /// <summary>The row before the operation, with the columns that the step asked for; empty when there is no image.</summary>
    public Entity Before => Context.PreEntityImages.Contains(StepAttribute.PreImage)
        ? Context.PreEntityImages[StepAttribute.PreImage]
        : new Entity(Context.PrimaryEntityName, Context.PrimaryEntityId);

    /// <summary>True when smSys' own code makes the call, false of people, their workflows and other people's code.</summary>
    public bool IsEngine => Caller.IsEngineStep(Context) || Context.UserId == SystemUserId;

    /// <summary>A workflow makes the call: nobody sits in front of a screen.</summary>
    public bool IsWorkflow => Caller.IsWorkflow(Context);

    /// <summary>The user whom the platform calls SYSTEM.</summary>
    public Guid SystemUserId => _systemUserId ??= ((WhoAmIResponse)System.Execute(new WhoAmIRequest())).UserId;

    /// <summary>Writes a line into the trace. Never secrets, texts of messages or whole numbers.</summary>
    public void Trace(string line) => _tracing?.Trace("{0}", line);

    /// <summary>
    /// Refuses to work inside a transaction: there a caught fault would already have undone what the journal says.
    /// </summary>
    /// <exception cref="InvalidPluginExecutionException">The step was registered in a way that puts it into a transaction.</exception>
    public void DemandNoTransaction()
    {
        if (Context.IsInTransaction)
        {
            throw new InvalidPluginExecutionException(
                OperationStatus.Failed,
                "smSys: this step runs inside a transaction, where sending is not safe. Register it as the solution does: asynchronous, post-operation. (in-transaction)");
        }
    }
}
