using System;
using smSys.Messaging.Sending;
using smSys.Plugins.Processes;
using smSys.Plugins.Sending;

namespace smSys.Plugins.Recovering;

/// <summary>
/// How many messages go into the next call: what fits into the time that is left by the measured cost of a message, at most
/// the provider's limit, and less after the provider refused a call as a whole.
/// </summary>
public sealed class BatchSize
{
    /// <summary>A message that took longer was held up by something else: one has to fit into a tick, or nothing is ever measured again.</summary>
    private const int MostMilliseconds = 20_000;

    private readonly int _limit;
    private int _cap;
    private int? _milliseconds;

    /// <summary>As the process row remembers it from the tick before.</summary>
    /// <param name="cap">The size that the provider last took; null: no limit but its own.</param>
    /// <param name="limit">The provider's.</param>
    /// <param name="milliseconds">What a message cost; null: not measured.</param>
    public BatchSize(int? cap, int limit, int? milliseconds)
    {
        _limit = Math.Max(1, limit);
        _cap = cap is { } known && known > 0 ? Math.Min(known, _limit) : _limit;
        _milliseconds = milliseconds is { } measured && measured > 0 ? Math.Min(measured, MostMilliseconds) : null;
    }

    /// <summary>The size of the next batch; 0: the time is up.</summary>
    public int For(TimeSpan remaining, TimeSpan callTimeout) => Math.Min(
        _cap,
        LeaseRules.BatchSize(remaining, callTimeout, _milliseconds is { } ms ? TimeSpan.FromMilliseconds(ms) : null, _limit));

    /// <summary>Learns from a hand-over.</summary>
    public void Learn(HandOverResult result, TimeSpan elapsed)
    {
        if (result.Sent == 0)
        {
            return;
        }

        _cap = result.WasTooMuch ? Math.Max(1, result.Sent / 2) : Math.Min(_limit, _cap * 2);
        _milliseconds = (int)Math.Min(MostMilliseconds, Math.Max(1, elapsed.TotalMilliseconds / result.Sent));
    }

    /// <summary>Lets the process row remember.</summary>
    public TickResult WriteInto(TickResult result)
    {
        result.Change.BatchSize = _cap;
        result.Change.CreateMilliseconds = _milliseconds;
        return result;
    }
}
