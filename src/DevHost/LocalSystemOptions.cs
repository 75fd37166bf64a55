using CrmEmulator.Latency;

namespace DevHost;

/// <summary>How the local system is run.</summary>
public sealed record LocalSystemOptions
{
    /// <summary>The providers whose simulators run; the first one's setting is made the default.</summary>
    public required IReadOnlyList<string> Providers { get; init; }

    /// <summary>Folder that keeps everything, or null for memory.</summary>
    public string? DataFolder { get; init; }

    /// <summary>Order of background jobs.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Simulated seconds in a real one.</summary>
    public double TimeScale { get; init; } = 1;

    /// <summary>Is shown every call that leaves plug-in code; null: nobody looks.</summary>
    public Action<CallPoint>? OnCall { get; init; }

    /// <summary>The packed solution.</summary>
    public string SolutionZip { get; init; } = ShippedFiles.SolutionZip;
}
