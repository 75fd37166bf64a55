using CrmEmulator.Time;

namespace CrmEmulator.Latency;

/// <summary>What a service call of plug-in code costs in time, by message, on the organisation's clock.</summary>
public sealed class ServiceLatency
{
    /// <summary>Calls cost nothing but what the machine needs.</summary>
    public static readonly ServiceLatency None = new(new Dictionary<string, TimeSpan>());

    /// <summary>Figures near those of an ordinary on-premises organisation: a create 60 ms, an update 40, a read 10.</summary>
    public static readonly ServiceLatency Ordinary = new(new Dictionary<string, TimeSpan>
    {
        ["Create"] = TimeSpan.FromMilliseconds(60),
        ["Update"] = TimeSpan.FromMilliseconds(40),
        ["Upsert"] = TimeSpan.FromMilliseconds(70),
        ["Delete"] = TimeSpan.FromMilliseconds(40),
        ["Retrieve"] = TimeSpan.FromMilliseconds(10),
        ["RetrieveMultiple"] = TimeSpan.FromMilliseconds(15),
        [string.Empty] = TimeSpan.FromMilliseconds(30),
    });

    private static readonly TimeSpan SmallestSleep = TimeSpan.FromMilliseconds(2);

    private readonly IReadOnlyDictionary<string, TimeSpan> times;
    private long owedTicks;

    /// <param name="times">Time by message name; the empty name stands for all others.</param>
    public ServiceLatency(IReadOnlyDictionary<string, TimeSpan> times) => this.times = times;

    public TimeSpan Of(string message) => times.TryGetValue(message, out var time) || times.TryGetValue(string.Empty, out time) ? time : TimeSpan.Zero;

    /// <summary>Waits as long as the message costs; what is too short for the machine's timer is saved up.</summary>
    internal void Wait(string message, OrganizationClock clock)
    {
        var cost = Of(message);
        if (cost <= TimeSpan.Zero || clock.IsManual)
        {
            return;
        }

        var owed = Interlocked.Add(ref owedTicks, clock.ToReal(cost).Ticks);
        if (owed >= SmallestSleep.Ticks && Interlocked.CompareExchange(ref owedTicks, 0, owed) == owed)
        {
            Thread.Sleep(TimeSpan.FromTicks(owed));
        }
    }
}
