using Microsoft.Extensions.Logging;

namespace smSys.Server.WebApi;

/// <summary>
/// This machine's clock, corrected by CRM's. Next-run, last-run and lease are written by CRM's clock; a server whose clock is
/// a minute ahead would take every request for one that nobody answered.
/// </summary>
public sealed class CrmClock(TimeProvider inner, ILogger? log = null) : TimeProvider
{
    // The Date header has whole seconds, and the answer was on its way for a while.
    private static readonly TimeSpan _tolerance = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan _worthALine = TimeSpan.FromSeconds(30);
    private long _offset;

    /// <summary>How far CRM's clock is ahead of this machine's.</summary>
    public TimeSpan Offset => TimeSpan.FromTicks(Interlocked.Read(ref _offset));

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow() + Offset;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => inner.LocalTimeZone;

    /// <inheritdoc/>
    public override long TimestampFrequency => inner.TimestampFrequency;

    /// <inheritdoc/>
    public override long GetTimestamp() => inner.GetTimestamp();

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        inner.CreateTimer(callback, state, dueTime, period);

    /// <summary>Takes note of what CRM's clock showed just now.</summary>
    public void Observe(DateTimeOffset crmTime)
    {
        var offset = crmTime - inner.GetUtcNow();
        var before = Offset;
        if ((offset - before).Duration() <= _tolerance)
        {
            return;
        }

        var isSmall = offset.Duration() <= _tolerance;
        Interlocked.Exchange(ref _offset, isSmall ? 0 : offset.Ticks);
        if (!isSmall && (offset - before).Duration() > _worthALine)
        {
            log?.LogWarning(
                "This machine's clock differs from CRM's by {Seconds} s; the server goes by CRM's. Mend the time service of this machine or of CRM's.",
                Math.Round(offset.TotalSeconds));
        }
    }
}
