namespace ProviderSimulators.Faults;

/// <summary>Lets one request through in a span of simulated time.</summary>
internal sealed class PaceGate(TimeSpan pace)
{
    private readonly Lock _lock = new();
    private DateTime _last = DateTime.MinValue;

    /// <param name="now">Simulated time.</param>
    /// <param name="grace">Simulated time that the way through the network may have eaten.</param>
    public bool Admits(DateTime now, TimeSpan grace)
    {
        lock (_lock)
        {
            if (_last != DateTime.MinValue && now - _last < pace - grace)
            {
                return false;
            }

            _last = now;
            return true;
        }
    }
}
