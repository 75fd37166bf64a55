using System.Collections.Concurrent;
using smSys.Server.Callbacks;

namespace smSys.Server.Tests.Doubles;

/// <summary>Takes what is delivered, or fails as a test says.</summary>
internal sealed class CollectingDelivery : ICallbackDelivery
{
    internal ConcurrentQueue<Guid> Rings { get; } = new();

    internal ConcurrentQueue<Carrier> Carriers { get; } = new();

    internal Func<Guid, Exception?> Fault { get; set; } = _ => null;

    public Task RingAsync(Guid processId, DateTime nowUtc, CancellationToken cancel) => Take(processId, () => Rings.Enqueue(processId));

    public Task CarryAsync(Carrier carrier, DateTime nowUtc, CancellationToken cancel) => Take(carrier.SettingId, () => Carriers.Enqueue(carrier));

    private Task Take(Guid row, Action take)
    {
        if (Fault(row) is { } fault)
        {
            return Task.FromException(fault);
        }

        take();
        return Task.CompletedTask;
    }
}
