using Newtonsoft.Json;
using smSys.Crm.Tables;

namespace DevHost.Bulk;

/// <summary>Who a bulk left out, by reason.</summary>
public sealed record SkippedCount
{
    /// <summary>The record has no number.</summary>
    [JsonProperty("noNumber")]
    public int NoNumber { get; init; }

    /// <summary>The number cannot receive an SMS.</summary>
    [JsonProperty("invalid")]
    public int Invalid { get; init; }

    /// <summary>An earlier record has the number.</summary>
    [JsonProperty("duplicate")]
    public int Duplicate { get; init; }

    /// <summary>The number has opted out.</summary>
    [JsonProperty("optedOut")]
    public int OptedOut { get; init; }

    /// <summary>The record's own flags forbid it.</summary>
    [JsonProperty("doNotContact")]
    public int DoNotContact { get; init; }

    /// <summary>The operator's block list has the number.</summary>
    [JsonProperty("blocked")]
    public int Blocked { get; init; }

    /// <summary>The text misses a value.</summary>
    [JsonProperty("missingValue")]
    public int MissingValue { get; init; }

    /// <summary>It was too late.</summary>
    [JsonProperty("expired")]
    public int Expired { get; init; }

    /// <summary>The account is in test mode, and the number is none of its test numbers.</summary>
    [JsonProperty("testMode")]
    public int TestMode { get; init; }

    /// <summary>All of them.</summary>
    [JsonIgnore]
    public int Total => NoNumber + Invalid + Duplicate + OptedOut + DoNotContact + Blocked + MissingValue + Expired + TestMode;

    /// <summary>As the record counts them.</summary>
    public static SkippedCount Of(SmsBulkRow row) => new()
    {
        NoNumber = row.SkippedNoNumber ?? 0,
        Invalid = row.SkippedInvalid ?? 0,
        Duplicate = row.SkippedDuplicate ?? 0,
        OptedOut = row.SkippedOptedOut ?? 0,
        DoNotContact = row.SkippedDoNotContact ?? 0,
        Blocked = row.SkippedBlocked ?? 0,
        MissingValue = row.SkippedMissingValue ?? 0,
        Expired = row.SkippedExpired ?? 0,
        TestMode = row.SkippedTest ?? 0,
    };
}
