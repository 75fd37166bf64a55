namespace ProviderSimulators.Hosting;

/// <summary>Counts the requests that reached a simulator, by operation. What the wire really carried, whatever the client believes.</summary>
public sealed class Arrivals
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _counts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Requests of an operation, by the provider's name of it.</summary>
    public int this[string operation]
    {
        get
        {
            lock (_lock)
            {
                return _counts.GetValueOrDefault(operation);
            }
        }
    }

    /// <summary>All requests.</summary>
    public int Total
    {
        get
        {
            lock (_lock)
            {
                return _counts.Values.Sum();
            }
        }
    }

    /// <summary>A copy of the counts.</summary>
    public IReadOnlyDictionary<string, int> ByOperation
    {
        get
        {
            lock (_lock)
            {
                return new SortedDictionary<string, int>(_counts, StringComparer.Ordinal);
            }
        }
    }

    internal void Add(string operation)
    {
        lock (_lock)
        {
            _counts[operation] = _counts.GetValueOrDefault(operation) + 1;
        }
    }
}
