namespace ProviderSimulators.Faults;

/// <summary>Faults to come, in the order in which they were ordered. Safe for requests at the same time.</summary>
public sealed class FaultPlan
{
    private readonly Lock _lock = new();
    private readonly LinkedList<Ordered> _orders = [];

    /// <summary>How questions by reference are answered until somebody changes it.</summary>
    public ReferenceShow References { get; set; }

    /// <summary>Simulated time that <see cref="ReferenceShow.Late"/> takes.</summary>
    public TimeSpan LateBy { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How much the provider's clock is ahead; negative: behind. Set it before anything is stored.</summary>
    public TimeSpan ClockSkew { get; set; }

    /// <summary>The next requests of an operation (null: of any) go wrong.</summary>
    public void Order(SimulatedFault fault, int count = 1, string? operation = null)
    {
        lock (_lock)
        {
            _orders.AddLast(new Ordered(fault, operation) { Left = count });
        }
    }

    /// <summary>Forgets all orders.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _orders.Clear();
            References = ReferenceShow.Honest;
            ClockSkew = TimeSpan.Zero;
        }
    }

    /// <summary>The fault that a request meets; null when all is well.</summary>
    internal SimulatedFault? Take(string operation)
    {
        lock (_lock)
        {
            for (LinkedListNode<Ordered>? node = _orders.First; node is not null; node = node.Next)
            {
                if (node.Value.Operation is null || string.Equals(node.Value.Operation, operation, StringComparison.OrdinalIgnoreCase))
                {
                    if (--node.Value.Left <= 0)
                    {
                        _orders.Remove(node);
                    }

                    return node.Value.Fault;
                }
            }

            return null;
        }
    }

    private sealed record Ordered(SimulatedFault Fault, string? Operation)
    {
        public int Left { get; set; }
    }
}
