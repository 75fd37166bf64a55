using CrmEmulator.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace CrmEmulator.Workflows;

/// <summary>What a workflow step is told: the context of a background workflow.</summary>
internal sealed class WorkflowContext(PlugInContext context) : IWorkflowContext
{
    public string StageName => null!;

    /// <summary>0: a workflow.</summary>
    public int WorkflowCategory => 0;

    /// <summary>0: in the background.</summary>
    public int WorkflowMode => 0;

    public IWorkflowContext ParentContext => null!;

    public int Mode => context.Mode;

    public int IsolationMode => context.IsolationMode;

    public int Depth => context.Depth;

    public string MessageName => context.MessageName;

    public string PrimaryEntityName => context.PrimaryEntityName;

    public Guid? RequestId => context.RequestId;

    public string SecondaryEntityName => context.SecondaryEntityName;

    public ParameterCollection InputParameters => context.InputParameters;

    public ParameterCollection OutputParameters => context.OutputParameters;

    public ParameterCollection SharedVariables => context.SharedVariables;

    public Guid UserId => context.UserId;

    public Guid InitiatingUserId => context.InitiatingUserId;

    public Guid BusinessUnitId => context.BusinessUnitId;

    public Guid OrganizationId => context.OrganizationId;

    public string OrganizationName => context.OrganizationName;

    public Guid PrimaryEntityId => context.PrimaryEntityId;

    public EntityImageCollection PreEntityImages => context.PreEntityImages;

    public EntityImageCollection PostEntityImages => context.PostEntityImages;

    public EntityReference OwningExtension => context.OwningExtension;

    public Guid CorrelationId => context.CorrelationId;

    public bool IsExecutingOffline => false;

    public bool IsOfflinePlayback => false;

    public bool IsInTransaction => context.IsInTransaction;

    public Guid OperationId => context.OperationId;

    public DateTime OperationCreatedOn => context.OperationCreatedOn;
}
