using Microsoft.Xrm.Sdk;

namespace CrmEmulator.Pipeline;

/// <summary>What a step is told about the operation it takes part in.</summary>
internal sealed class PlugInContext : IPluginExecutionContext
{
    public int Stage { get; init; }

    public int Mode { get; init; }

    public int IsolationMode { get; init; } = 2;

    public int Depth { get; init; } = 1;

    public required string MessageName { get; init; }

    public required string PrimaryEntityName { get; init; }

    public Guid PrimaryEntityId { get; set; }

    public Guid? RequestId { get; init; }

    public string SecondaryEntityName { get; init; } = "none";

    public ParameterCollection InputParameters { get; init; } = new();

    public ParameterCollection OutputParameters { get; init; } = new();

    public ParameterCollection SharedVariables { get; init; } = new();

    public Guid UserId { get; init; }

    public Guid InitiatingUserId { get; init; }

    public Guid OrganizationId { get; init; }

    public string OrganizationName { get; init; } = string.Empty;

    public EntityImageCollection PreEntityImages { get; init; } = new();

    public EntityImageCollection PostEntityImages { get; init; } = new();

    public EntityReference OwningExtension { get; init; } = new();

    public Guid CorrelationId { get; init; }

    public bool IsExecutingOffline => false;

    public bool IsOfflinePlayback => false;

    public bool IsInTransaction { get; init; }

    public Guid OperationId { get; init; }

    public DateTime OperationCreatedOn { get; init; }

    public IPluginExecutionContext? ParentContext { get; init; }

    IPluginExecutionContext IPluginExecutionContext.ParentContext => ParentContext!;

    /// <summary>When the chain last went one deeper.</summary>
    public DateTime CorrelationUpdatedOn { get; init; }

    public Guid BusinessUnitId { get; init; }

    /// <summary>The same context with other parameters.</summary>
    public PlugInContext With(ParameterCollection inputs, ParameterCollection outputs, ParameterCollection shared) => new()
    {
        Stage = Stage,
        Mode = Mode,
        IsolationMode = IsolationMode,
        Depth = Depth,
        MessageName = MessageName,
        PrimaryEntityName = PrimaryEntityName,
        PrimaryEntityId = PrimaryEntityId,
        RequestId = RequestId,
        SecondaryEntityName = SecondaryEntityName,
        InputParameters = inputs,
        OutputParameters = outputs,
        SharedVariables = shared,
        UserId = UserId,
        InitiatingUserId = InitiatingUserId,
        OrganizationId = OrganizationId,
        OrganizationName = OrganizationName,
        PreEntityImages = PreEntityImages,
        PostEntityImages = PostEntityImages,
        OwningExtension = OwningExtension,
        CorrelationId = CorrelationId,
        CorrelationUpdatedOn = CorrelationUpdatedOn,
        IsInTransaction = IsInTransaction,
        OperationId = OperationId,
        OperationCreatedOn = OperationCreatedOn,
        ParentContext = ParentContext,
        BusinessUnitId = BusinessUnitId,
    };
}
