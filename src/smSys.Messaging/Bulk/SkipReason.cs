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

    /// <summary>The record forbids contact.</summary>
    DoNotContact,

    /// <summary>Advertising to a number that the operator blocked not long ago.</summary>
    Blocked,

    /// <summary>A value that the template asks for is empty.</summary>
    MissingValue,

    /// <summary>The turn came too late.</summary>
    Expired,

    /// <summary>The setting is in test mode and the number is not among its test numbers.</summary>
    TestMode,
}
