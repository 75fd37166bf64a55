namespace ProviderSimulators.Time;

/// <summary>The simulators' clock. Pacing and delivery are measured by it, so a journey may run many times faster than life.</summary>
public abstract class TimeSource
{
    /// <summary>Simulated time in UTC.</summary>
    public abstract DateTime UtcNow { get; }

    /// <summary>Simulated seconds in a real one.</summary>
    public abstract double Scale { get; }

    /// <summary>A clock that starts now and runs <paramref name="scale"/> times as fast as the real one.</summary>
    public static TimeSource Scaled(double scale) => new ScaledTime(scale, DateTime.UtcNow);

    /// <summary>Somebody else's clock, for example the emulator's.</summary>
    public static TimeSource Following(Func<DateTime> utcNow, double scale) => new FollowedTime(utcNow, scale);

    private sealed class FollowedTime(Func<DateTime> utcNow, double scale) : TimeSource
    {
        public override DateTime UtcNow => utcNow();

        public override double Scale => scale;
    }
}
