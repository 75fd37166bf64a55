namespace CrmEmulator.Latency;

/// <summary>Lets other callers in between the calls of a plug-in: at chosen points, or everywhere by a seed. Give <see cref="Observe"/> as <c>ExecutionOptions.OnCall</c>.</summary>
/// <remarks>Nothing is let in while the plug-in stands inside a transaction: its rows are locked, there as on SQL Server.</remarks>
public sealed class Interleaving
{
    private readonly Lock gate = new();
    private readonly List<Rule> rules = [];
    private readonly Random? chance;

    public Interleaving()
    {
    }

    /// <param name="seed">About half of all calls outside transactions give way for a moment, drawn by this seed.</param>
    public Interleaving(int seed) => chance = new Random(seed);

    /// <summary>Runs the action once, right before the first call that fits.</summary>
    public Interleaving Before(Func<CallPoint, bool> fits, Action action) => Add(isAfter: false, fits, action);

    /// <summary>Runs the action once, right after the first call that fits and before the plug-in sees its answer.</summary>
    public Interleaving After(Func<CallPoint, bool> fits, Action action) => Add(isAfter: true, fits, action);

    public void Observe(CallPoint point)
    {
        ArgumentNullException.ThrowIfNull(point);
        if (point.IsInTransaction)
        {
            return;
        }

        if (Take(point) is { } rule)
        {
            rule.Action();
        }
        else if (Draw())
        {
            Thread.Sleep(1);
        }
    }

    private Interleaving Add(bool isAfter, Func<CallPoint, bool> fits, Action action)
    {
        lock (gate)
        {
            rules.Add(new Rule(isAfter, fits, action));
        }

        return this;
    }

    private Rule? Take(CallPoint point)
    {
        lock (gate)
        {
            var found = rules.FirstOrDefault(rule => rule.IsAfter == point.IsAfter && rule.Fits(point));
            if (found is not null)
            {
                rules.Remove(found);
            }

            return found;
        }
    }

    private bool Draw()
    {
        lock (gate)
        {
            return chance?.Next(2) == 0;
        }
    }

    private sealed record Rule(bool IsAfter, Func<CallPoint, bool> Fits, Action Action);
}
