using System;
using System.Threading;
using smSys.Messaging.Providers;

namespace smSys.Providers.Batches;

/// <summary>The time of one batch, shared by several calls one after the other: no call starts that could outlast it.</summary>
internal sealed class TimeShare : IDisposable
{
    private readonly CancellationTokenSource _time;

    /// <summary>From now on, for so many calls.</summary>
    public TimeShare(ProviderAccount account, int calls)
    {
        TimeSpan half = TimeSpan.FromTicks(account.BatchTimeout.Ticks / 2);
        Timeout = calls > 1 && half < account.SingleTimeout ? half : account.SingleTimeout;
        TimeSpan startable = account.BatchTimeout - Timeout;
        _time = new CancellationTokenSource(startable > TimeSpan.Zero ? startable : TimeSpan.Zero);
    }

    /// <summary>Of each call.</summary>
    public TimeSpan Timeout { get; }

    /// <summary>Another call may start; the first always may.</summary>
    public bool MayStart => !_time.IsCancellationRequested;

    /// <summary>Ends the count.</summary>
    public void Dispose() => _time.Dispose();
}
