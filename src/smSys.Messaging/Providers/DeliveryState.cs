using System;

namespace smSys.Messaging.Providers;

/// <summary>Canonical delivery states; the providers' own tables are mapped to them.</summary>
public enum DeliveryStateKind
{
    /// <summary>The provider does not know, or says something undocumented.</summary>
    Unknown,

    /// <summary>With the provider, not yet with the operator.</summary>
    Queued,

    /// <summary>With the operator, no receipt yet.</summary>
    SentToOperator,

    /// <summary>On the phone. Final.</summary>
    Delivered,

    /// <summary>Did not reach the phone. Final.</summary>
    NotDelivered,

    /// <summary>The operator's or provider's block list. Final.</summary>
    Blocked,

    /// <summary>Refused after the hand-over. Final.</summary>
    Rejected,

    /// <summary>Too old. Final.</summary>
    Expired,
}

/// <summary>A delivery receipt.</summary>
/// <param name="ProviderMessageId">Whose.</param>
/// <param name="Kind">The canonical state.</param>
/// <param name="Code">The provider's own value, as text.</param>
/// <param name="Time">The provider's time in UTC, when it gives one.</param>
/// <param name="Reference">Our reference, when the receipt echoes it.</param>
public sealed record DeliveryState(
    string ProviderMessageId,
    DeliveryStateKind Kind,
    string Code,
    DateTime? Time = null,
    long? Reference = null);
