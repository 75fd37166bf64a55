using CrmEmulator.PlugIns;

namespace CrmEmulator.Pipeline;

/// <summary>Who sends a message, and inside what it is sent.</summary>
internal sealed record CallContext
{
    /// <summary>Whose privileges count, and who is written into created by.</summary>
    public required Guid UserId { get; init; }

    /// <summary>The user at the beginning of the chain.</summary>
    public required Guid InitiatingUserId { get; init; }

    public required Guid CorrelationId { get; init; }

    /// <summary>When the chain last went one deeper; after an hour of silence depth starts again.</summary>
    public required DateTime CorrelationUpdatedOn { get; init; }

    /// <summary>1 for a call from outside, one more for each plug-in or workflow that calls.</summary>
    public int Depth { get; init; } = 1;

    public PlugInContext? Parent { get; init; }

    public OperationTransaction? Transaction { get; init; }

    /// <summary>The running step whose code sends the message; null for a call from outside.</summary>
    public StepExecution? Step { get; init; }
}
