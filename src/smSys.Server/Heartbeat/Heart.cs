namespace smSys.Server.Heartbeat;

/// <summary>
/// Wakes SMS Process rows when they are due. It holds no rule of sending and no state that matters: any number of hearts may
/// beat for the same organisation, a process lets only one job work.
/// </summary>
/// <param name="target">The organisation.</param>
/// <param name="clock">UTC.</param>
public sealed class Heart(IHeartbeatTarget target, Func<DateTime> clock)
{
    private static readonly TimeSpan BeatWriteInterval = TimeSpan.FromSeconds(30);
    private DateTime _writtenOn = DateTime.MinValue;

    /// <summary>How the last beat went; null before the first one.</summary>
    public BeatReport? Last { get; private set; }

    /// <summary>One beat. What goes wrong is reported, not thrown: the next beat tries again.</summary>
    public async Task<BeatReport> BeatAsync(CancellationToken cancellation)
    {
        var now = clock();
        var requested = 0;
        try
        {
            foreach (var process in await target.FindDueAsync(now, cancellation).ConfigureAwait(false))
            {
                if (process.NeedsTick(now))
                {
                    await target.RequestAsync(process.Id, now, cancellation).ConfigureAwait(false);
                    requested++;
                }
            }

            // The row is for people and dead-man alarms; writing it at every beat would only wear out the database.
            if (now - _writtenOn >= BeatWriteInterval)
            {
                await target.BeatAsync(now, cancellation).ConfigureAwait(false);
                _writtenOn = now;
            }

            return Last = new BeatReport(now, requested, null);
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException or InvalidDataException
            && !cancellation.IsCancellationRequested)
        {
            return Last = new BeatReport(now, requested, fault.Message);
        }
    }
}

/// <summary>How a beat went.</summary>
/// <param name="On">When, UTC.</param>
/// <param name="Requested">Ticks that were asked for.</param>
/// <param name="Problem">What went wrong, for the operator; null when nothing did.</param>
public sealed record BeatReport(DateTime On, int Requested, string? Problem);
