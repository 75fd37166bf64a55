namespace smSys.Messaging.Bulk;

/// <summary>Where a bulk stands. The names are those of its status reasons in Dynamics.</summary>
public enum BulkState
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>Everybody is rendered and counted; nothing is sent.</summary>
    DryRunning,

    /// <summary>The dry run is there to be read.</summary>
    Checked,

    /// <summary>Frozen, and so large that somebody with the right has to approve.</summary>
    AwaitingApproval,

    /// <summary>Somebody has started it.</summary>
    Ready,

    /// <summary>Audience and text are being put down.</summary>
    Freezing,

    /// <summary>Its partitions send.</summary>
    Running,

    /// <summary>Stands still, by a person or by itself, with the reason on the record.</summary>
    Paused,

    /// <summary>Everybody was accepted, refused, left out or cancelled.</summary>
    Finished,

    /// <summary>The same, but of some nobody knows whether they were sent.</summary>
    FinishedWithUnknowns,

    /// <summary>Called off.</summary>
    Cancelled,
}
