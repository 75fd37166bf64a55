using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using smSys.Server.Faults;
using smSys.Server.HeartBeats;
using smSys.Server.Spooling;

namespace smSys.Server.Callbacks;

/// <summary>
/// Brings what lies in the spool to CRM, at least once: a file is removed only after everything in it was taken. What CRM
/// refuses stays and is tried again; after a day it is set aside for a person, never thrown away.
/// </summary>
public sealed class CallbackDeliverer(
    Spool spool,
    ICallbackDelivery crm,
    TimeProvider time,
    EarOptions options,
    ILogger<CallbackDeliverer>? log = null)
{
    private const int LongestInput = 98_000;
    private static readonly TimeSpan _idle = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _longestPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _patience = TimeSpan.FromDays(1);
    private static readonly TimeSpan _refusalPause = TimeSpan.FromMinutes(10);

    private readonly ILogger _log = log ?? NullLogger<CallbackDeliverer>.Instance;
    private readonly Dictionary<string, DateTime> _refusedUntil = [];

    /// <summary>Delivers until it is cancelled; never throws for what CRM or the disk does.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        var pause = new RetryPause(TimeSpan.FromSeconds(1), _longestPause);
        try
        {
            while (true)
            {
                try
                {
                    await DeliverOnceAsync(cancel).ConfigureAwait(false);
                    if (pause.Failures > 0)
                    {
                        _log.CrmBack();
                        pause.Reset();
                    }

                    await spool.WaitAsync(_idle, cancel).ConfigureAwait(false);
                    await Task.Delay(options.Linger, time, cancel).ConfigureAwait(false);
                }
                catch (Exception fault) when (!cancel.IsCancellationRequested)
                {
                    var wait = pause.After(fault);
                    if (pause.IsWorthALine)
                    {
                        Tell(fault, pause.Failures, wait);
                    }

                    await Task.Delay(wait, time, cancel).ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return;
        }
    }

    /// <summary>Delivers everything that lies in the spool now.</summary>
    /// <returns>How many pushes were taken by CRM.</returns>
    /// <exception cref="CrmFaultException">CRM is away, busy or does not let us in; the rest stays in the spool.</exception>
    public async Task<int> DeliverOnceAsync(CancellationToken cancel = default)
    {
        await spool.CloseCurrentAsync().ConfigureAwait(false);
        var delivered = 0;
        try
        {
            foreach (var path in spool.ClosedFiles())
            {
                if (!_refusedUntil.TryGetValue(path, out var until) || until <= Now)
                {
                    using var segment = SpoolSegment.Take(path);
                    delivered += segment is null ? 0 : await DeliverAsync(segment, cancel).ConfigureAwait(false);
                }
            }
        }
        finally
        {
            spool.Count();
        }

        return delivered;
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private async Task<int> DeliverAsync(SpoolSegment segment, CancellationToken cancel)
    {
        var entries = segment.Read(out var damaged);
        if (damaged > 0)
        {
            segment.CopyTo(Path.Combine(spool.RefusedFolder, segment.Name + ".damaged"));
            _log.Damaged(damaged, segment.Path);
        }

        var refused = 0;
        var delivered = 0;
        foreach (var process in entries.Where(entry => entry.Target.Purpose == CallbackTarget.Bell).GroupBy(entry => entry.Target.Row))
        {
            await RingAsync(process.Key, cancel).ConfigureAwait(false);
            delivered += process.Count();
        }

        foreach (var carrier in CarrierPacker.Pack(segment.Name, entries, LongestInput))
        {
            var fault = await CarryAsync(carrier, cancel).ConfigureAwait(false);
            if (fault is null || IsSetAside(carrier, entries, fault))
            {
                delivered += fault is null ? carrier.Items.Count : 0;
            }
            else
            {
                refused++;
            }
        }

        if (refused > 0)
        {
            _refusedUntil[segment.Path] = Now + _refusalPause;
            return delivered;
        }

        _refusedUntil.Remove(segment.Path);
        segment.Remove();
        return delivered;
    }

    // A bell that nobody hears is dropped: the poll comes by its own interval.
    private async Task RingAsync(Guid process, CancellationToken cancel)
    {
        try
        {
            cancel.ThrowIfCancellationRequested();
            await crm.RingAsync(process, Now, cancel).ConfigureAwait(false);
        }
        catch (CrmFaultException fault) when (!fault.ConcernsAll)
        {
            _log.NobodyToRing(process, fault.Message);
        }
    }

    private async Task<CrmFaultException?> CarryAsync(Carrier carrier, CancellationToken cancel)
    {
        try
        {
            cancel.ThrowIfCancellationRequested();
            await crm.CarryAsync(carrier, Now, cancel).ConfigureAwait(false);
            return null;
        }
        catch (CrmFaultException fault) when (!fault.ConcernsAll)
        {
            _log.Refused(carrier.SettingId, fault.Message);
            return fault;
        }
    }

    private bool IsSetAside(Carrier carrier, IReadOnlyList<SpoolEntry> entries, CrmFaultException fault)
    {
        if (Now - entries.Min(entry => entry.Item.On) < _patience)
        {
            return false;
        }

        var file = Path.Combine(spool.RefusedFolder, carrier.Id.ToString("N") + ".pushes");
        var items = carrier.Items.ToHashSet();
        var lines = entries.Where(entry => items.Contains(entry.Item.Id)).Select(SpoolLine.Write);
        using (var stream = new FileStream(file, FileMode.Create, FileAccess.Write))
        {
            foreach (var line in lines)
            {
                stream.Write(line);
            }

            stream.Flush(flushToDisk: true);
        }

        _log.SetAside(carrier.SettingId, fault.Message, file);
        return true;
    }

    private void Tell(Exception fault, int failures, TimeSpan wait)
    {
        if (fault is CrmFaultException)
        {
            _log.CrmAway(failures, fault.Message, wait.TotalSeconds);
        }
        else
        {
            _log.SpoolUnreadable(fault.Message);
        }
    }
}
