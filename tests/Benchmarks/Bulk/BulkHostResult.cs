using Newtonsoft.Json;

namespace Benchmarks.Bulk;

/// <summary>What a host process measured of one bulk.</summary>
internal sealed record BulkHostResult
{
    [JsonProperty("recipients")]
    public int Recipients { get; init; }

    [JsonProperty("accepted")]
    public int Accepted { get; init; }

    /// <summary>For their receipts, when the measurement ended.</summary>
    [JsonProperty("waiting")]
    public int Waiting { get; init; }

    [JsonProperty("state")]
    public string State { get; init; } = string.Empty;

    /// <summary>From Ready to the hand-over of the last message, freezing included.</summary>
    [JsonProperty("seconds")]
    public double Seconds { get; init; }

    /// <summary>Of that, until the audience was frozen.</summary>
    [JsonProperty("freezingSeconds")]
    public double FreezingSeconds { get; init; }

    [JsonProperty("messagesPerSecond")]
    public double MessagesPerSecond => Math.Round(Accepted / Seconds, 1);

    [JsonProperty("crmCallsPerMessage")]
    public double CrmCallsPerMessage { get; init; }

    [JsonProperty("trackingCallsPerMessage")]
    public double TrackingCallsPerMessage { get; init; }

    [JsonProperty("providerCallsPerMessage")]
    public double ProviderCallsPerMessage { get; init; }

    /// <summary>Processor time of smSys' own code.</summary>
    [JsonProperty("ownCpuMicrosecondsPerMessage")]
    public double OwnCpuMicrosecondsPerMessage { get; init; }

    [JsonProperty("peakMemoryMb")]
    public double PeakMemoryMb { get; init; }

    [JsonProperty("announcedToSettledMs")]
    public Percentiles AnnouncedToSettled { get; init; } = new(0, 0, 0);

    /// <summary>Messages a second of the floor, in the same run.</summary>
    [JsonProperty("floorPerSecond")]
    public double FloorPerSecond { get; init; }

    [JsonProperty("partOfFloor")]
    public double PartOfFloor => FloorPerSecond == 0 ? 0 : Math.Round(MessagesPerSecond / FloorPerSecond, 3);
}

/// <summary>What so many in a hundred did not exceed.</summary>
internal sealed record Percentiles(int P50, int P95, int P99);
