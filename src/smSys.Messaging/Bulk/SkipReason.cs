namespace smSys.Messaging.Bulk;

/// <summary>Why a recipient of a bulk gets nothing; the counters of bulks and partitions have a column for each.</summary>
public enum SkipReason
{
    /// <summary>No number.</summary>
    NoNumber,

    /// <summary>A number that no message reaches.</summary>
    Invalid,

    /// <summary>Another recipient has the number.</summary>
    Duplicate,

    /// <summary>The owner of the number wants no messages.</summary>
    OptedOut,

    /// <summary>The record forbids contact, or the setting sends to test numbers only.</summary>
    DoNotContact,

    /// <summary>The operator's block list held the number before.</summary>
    Blocked,

    /// <summary>A value that the template asks for is empty.</summary>
    MissingValue,

    /// <summary>The turn came too late.</summary>
    Expired,
}
