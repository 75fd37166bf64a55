using System;

namespace smSys.Messaging.Health;

/// <summary>From when on an account counts as ill.</summary>
public sealed record HealthLimits
{
    /// <summary>Share of ill calls, in percent, 1 to 100.</summary>
    public int ErrorPercent { get; init; } = 50;

    /// <summary>The mean time of a call.</summary>
    public TimeSpan Latency { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Fewer calls than this say nothing.</summary>
    public int LeastCalls { get; init; } = 5;
}
