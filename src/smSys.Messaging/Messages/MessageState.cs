namespace smSys.Messaging.Messages;

/// <summary>Where a message stands. The names are those of the status reasons of <c>smsys_sms</c>.</summary>
public enum MessageState
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>To be sent as soon as possible.</summary>
    Queued,

    /// <summary>Claimed; the provider is being called or was called without a settled answer.</summary>
    Sending,

    /// <summary>Certainly not sent; a further attempt has its time.</summary>
    RetryScheduled,

    /// <summary>Telecom has it; the receipt is awaited.</summary>
    Sent,

    /// <summary>Nobody can say whether it was sent.</summary>
    Unknown,

    /// <summary>Incoming, not yet looked at.</summary>
    Arrived,

    /// <summary>Incoming, looked at, in the owner's queue.</summary>
    Received,

    /// <summary>Somebody has dealt with it.</summary>
    Handled,

    /// <summary>On the phone.</summary>
    Delivered,

    /// <summary>Telecom had it; no receipt came while one could come.</summary>
    SentWithoutReceipt,

    /// <summary>Called off before it was sent.</summary>
    Cancelled,

    /// <summary>Refused, or every attempt was used up; certainly not sent.</summary>
    Failed,

    /// <summary>Telecom had it and could not deliver it.</summary>
    Undelivered,

    /// <summary>The operator's block list holds the recipient.</summary>
    BlockedByOperator,

    /// <summary>The recipient wants no messages.</summary>
    OptedOut,

    /// <summary>Its time was over before it could be sent.</summary>
    Expired,
}
