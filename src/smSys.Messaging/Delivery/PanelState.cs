namespace smSys.Messaging.Delivery;

/// <summary>What a provider's panel says of a message, as people see it there.</summary>
public enum PanelState
{
    /// <summary>Words that are not understood.</summary>
    NotUnderstood,

    /// <summary>It went out; nothing more is known.</summary>
    Sent,

    /// <summary>It reached the phone.</summary>
    Delivered,

    /// <summary>It did not reach the phone.</summary>
    Undelivered,

    /// <summary>The operator blocks the recipient.</summary>
    Blocked,

    /// <summary>It never went out.</summary>
    NotSent,
}
