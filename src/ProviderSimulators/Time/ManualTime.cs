namespace ProviderSimulators.Time;

/// <summary>Stands still until a test moves it.</summary>
public sealed class ManualTime(DateTime start) : TimeSource
{
    private readonly Lock _lock = new();
    private DateTime _now = start;

    public override DateTime UtcNow
    {
        get
        {
            lock (_lock)
            {
                return _now;
            }
        }
    }

    public override double Scale => 1;

    public void Advance(TimeSpan by)
    {
        lock (_lock)
        {
            _now += by;
        }
    }
}
