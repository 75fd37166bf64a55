using ProviderSimulators.Time;

namespace ProviderSimulators.Hosting;

/// <summary>How simulators are run.</summary>
public sealed class SimulatorSetup
{
    /// <summary>Their clock; the real one unless told.</summary>
    public TimeSource Time { get; init; } = TimeSource.Scaled(1);

    /// <summary>Where accepted and incoming messages are journaled and found again; null keeps nothing.</summary>
    public string? DataFolder { get; init; }

    /// <summary>Real time that a slow answer takes: longer than the client waits.</summary>
    public TimeSpan SlowReply { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Is shown every request before it is answered; null: nobody looks.</summary>
    public Action<SimulatedRequest>? Seen { get; init; }

    /// <summary>Real time that a request may come too early: what scheduling and the network eat, not the client's doing.</summary>
    public TimeSpan PaceGrace { get; init; } = TimeSpan.FromMilliseconds(20);
}
