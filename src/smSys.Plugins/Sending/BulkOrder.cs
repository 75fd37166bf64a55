namespace smSys.Plugins.Sending;

/// <summary>What the bulk of a message that waits to be sent says about it.</summary>
public enum BulkOrder
{
    /// <summary>Nothing: it has no bulk, or one that lets it go.</summary>
    None,

    /// <summary>The bulk stands still, and its messages with it.</summary>
    Wait,

    /// <summary>The bulk was cancelled, and its messages with it.</summary>
    CallOff,
}
