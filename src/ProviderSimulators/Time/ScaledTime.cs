using System.Diagnostics;

namespace ProviderSimulators.Time;

/// <summary>Starts at a moment and runs a fixed number of times as fast as the real clock.</summary>
public sealed class ScaledTime(double scale, DateTime start) : TimeSource
{
    private readonly long _origin = Stopwatch.GetTimestamp();

    public override DateTime UtcNow => start + Stopwatch.GetElapsedTime(_origin) * scale;

    public override double Scale => scale;
}
