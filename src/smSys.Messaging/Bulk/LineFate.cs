using System;
using smSys.Messaging.Providers;

namespace smSys.Messaging.Bulk;

/// <summary>Where a message of the open batch stands.</summary>
public enum FateKind
{
    /// <summary>Announced; whether the provider has it nobody knows before it answers or is asked.</summary>
    InDoubt,

    /// <summary>Certainly not with the provider, and to be sent (again).</summary>
    ToSend,

    /// <summary>The provider has it.</summary>
    Accepted,

    /// <summary>The provider certainly does not have it, and said why about this very message.</summary>
    Refused,

    /// <summary>Nobody could say for so long that the partition goes on without an answer.</summary>
    Unknown,

    /// <summary>Certainly not with the provider, and no longer to be sent: it gets no row and counts as skipped.</summary>
    LeftOut,
}

/// <summary>What is known of one message of the open batch.</summary>
/// <param name="Kind">Where it stands.</param>
/// <param name="ReferenceNumber">Which of its references the attempt has, from 1; a definite refusal uses one up.</param>
/// <param name="ProviderMessageId">Of an accepted one.</param>
/// <param name="Cost">Of an accepted one, where the provider says it.</param>
/// <param name="Fault">Of a refused one, and of an unknown one if there was an answer.</param>
/// <param name="AbsentOn">In doubt: when a complete answer first lacked it.</param>
/// <param name="Unanswered">In doubt: questions to which nobody could say anything.</param>
/// <param name="AskOn">Unknown: when its row is asked about; null when nobody can be asked.</param>
/// <param name="Skip">Left out: why.</param>
/// <param name="IsBound">An attempt's reference is still open at the account that took it, and only there a repeat is recognised as one.</param>
public readonly record struct LineFate(
    FateKind Kind,
    int ReferenceNumber = 1,
    string? ProviderMessageId = null,
    decimal? Cost = null,
    ProviderFault? Fault = null,
    DateTime? AbsentOn = null,
    int Unanswered = 0,
    DateTime? AskOn = null,
    SkipReason? Skip = null,
    bool IsBound = false)
{
    /// <summary>Its row can be made.</summary>
    public bool IsSettled => Kind is FateKind.Accepted or FateKind.Refused or FateKind.Unknown;
}
