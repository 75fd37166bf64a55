using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using smSys.Messaging.Messages;
using smSys.Server.Faults;

namespace smSys.Server.HeartBeats;

/// <summary>
/// Wakes due SMS Process rows and tells CRM that it is alive. It knows no rule of sending or receiving and keeps nothing:
/// any number of hearts may beat for one organisation, and one may stop at any moment.
/// </summary>
public sealed class HeartBeat(ICrmDoor crm, TimeProvider time, HeartBeatOptions options, ILogger<HeartBeat>? log = null)
{
    private static readonly TimeSpan _longestRowPause = TimeSpan.FromMinutes(10);

    private readonly ILogger _log = log ?? NullLogger<HeartBeat>.Instance;
    private readonly RowPauses _pauses = new(options.LongestPause, _longestRowPause);
    private DateTime? _rowWrittenOn;
    private DateTime? _settingsWrittenOn;
    private long _requested;

    /// <summary>The id of the one row that holds when the heart last beat; the engine makes the same.</summary>
    public static Guid RowId { get; } = DeterministicId.Create(new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc), "heart-beat");

    /// <summary>How the heart is.</summary>
    public HeartBeatStatus Status { get; private set; } = new(null, false, null, 0);

    /// <summary>Beats until it is cancelled; never throws for what CRM does.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        var pause = new RetryPause(options.Interval, options.LongestPause);
        while (!cancel.IsCancellationRequested)
        {
            var wait = options.Interval;
            try
            {
                await BeatOnceAsync(cancel).ConfigureAwait(false);
                TellRecovery(pause);
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                wait = pause.After(fault);
                TellFault(fault, pause, wait);
            }

            try
            {
                await Task.Delay(wait, time, cancel).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    /// <summary>Wakes what is due now, and writes the signs of life that are due.</summary>
    /// <returns>How many ticks it asked for.</returns>
    /// <exception cref="CrmFaultException">CRM is away, busy or does not let us in; the rest of the beat was left out.</exception>
    public async Task<int> BeatOnceAsync(CancellationToken cancel = default)
    {
        try
        {
            var requested = await WakeDueAsync(cancel).ConfigureAwait(false);
            await TellAliveAsync(cancel).ConfigureAwait(false);
            Status = new HeartBeatStatus(Now, true, null, Interlocked.Read(ref _requested));
            return requested;
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            Status = Status with { IsCrmReachable = false, FaultCode = CodeOf(fault) };
            throw;
        }
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private async Task<int> WakeDueAsync(CancellationToken cancel)
    {
        var now = Now;
        var rows = await crm.FindDueAsync(now, cancel).ConfigureAwait(false);
        var due = rows
            .Where(row => DueRules.IsDue(row, now, options.RepeatAfter))
            .OrderBy(row => row.NextRunOn)
            .Select(row => row.Id);
        var count = await EachAsync(
            due,
            (id, stop) => crm.RequestTickAsync(id, Now, stop),
            "wake the SMS process",
            cancel).ConfigureAwait(false);
        Interlocked.Add(ref _requested, count);
        if (count > 0)
        {
            _log.Woken(count);
        }

        return count;
    }

    private async Task TellAliveAsync(CancellationToken cancel)
    {
        var now = Now;
        if (IsOver(_rowWrittenOn, options.RowInterval, now))
        {
            await EachAsync([RowId], (id, stop) => crm.WriteHeartBeatAsync(id, now, stop), "write the heart-beat row", cancel)
                .ConfigureAwait(false);
            _rowWrittenOn = now;
            _pauses.Forget(now - _longestRowPause);
        }

        if (IsOver(_settingsWrittenOn, options.SettingInterval, now))
        {
            // Half an interval of grace: whoever else wrote a moment ago has done it for us.
            var settings = await crm.FindSettingsAsync(now - (options.SettingInterval / 2), cancel).ConfigureAwait(false);
            await EachAsync(settings, (id, stop) => crm.WriteSettingBeatAsync(id, now, stop), "write the last heart-beat into the SMS setting", cancel)
                .ConfigureAwait(false);
            _settingsWrittenOn = now;
        }
    }

    private static bool IsOver(DateTime? last, TimeSpan interval, DateTime now) => last is not { } then || now - then >= interval;

    // What CRM has against one row does not keep the others waiting; what it has against us ends the beat.
    private async Task<int> EachAsync(
        IEnumerable<Guid> rows,
        Func<Guid, CancellationToken, Task> write,
        string purpose,
        CancellationToken cancel)
    {
        var done = 0;
        var started = Now;
        var width = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, options.Parallel), CancellationToken = cancel };
        await Parallel.ForEachAsync(
            rows.Where(row => !_pauses.IsPaused(row, started)),
            width,
            async (id, stop) =>
            {
                try
                {
                    await write(id, stop).ConfigureAwait(false);
                    Interlocked.Increment(ref done);
                    _pauses.Remove(id);
                }
                catch (CrmFaultException fault) when (fault.Kind == CrmFaultKind.Gone)
                {
                    _log.RowGone(id);
                }
                catch (Exception fault) when (!stop.IsCancellationRequested && fault is not CrmFaultException { ConcernsAll: true })
                {
                    _log.RowRefused(purpose, id, fault.Message, _pauses.Add(id, Now));
                }
            }).ConfigureAwait(false);
        return done;
    }

    private void TellRecovery(RetryPause pause)
    {
        if (pause.Failures > 0)
        {
            _log.CrmBack(pause.Failures);
            pause.Reset();
        }
    }

    private void TellFault(Exception fault, RetryPause pause, TimeSpan wait)
    {
        if (pause.IsWorthALine)
        {
            _log.CrmAway(pause.Failures, fault.Message, wait.TotalSeconds);
        }
    }

    private static string CodeOf(Exception fault) => fault is CrmFaultException known ? known.Code : "unexpected";
}
