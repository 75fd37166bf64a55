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
        _milliseconds = milliseconds is { } measured && measured > 0 ? measured : null;
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
        _milliseconds = Math.Max(1, (int)(elapsed.TotalMilliseconds / result.Sent));
    }

    /// <summary>Lets the process row remember.</summary>
    public TickResult WriteInto(TickResult result)
    {
        result.Change.BatchSize = _cap;
        result.Change.CreateMilliseconds = _milliseconds;
        return result;
    }
}
