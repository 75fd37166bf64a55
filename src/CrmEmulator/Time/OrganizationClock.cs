using System.Diagnostics;

namespace CrmEmulator.Time;

/// <summary>The organisation's clock: real, running at a multiple of real time, or moved by hand. Everything inside the organisation asks it.</summary>
/// <remarks>It is a <see cref="TimeProvider"/>, so simulators and timers of a host can run on the same time.</remarks>
public sealed class OrganizationClock : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<ClockTimer> waiting = [];
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly long startTicks;
    private readonly TimeProvider? source;
    private long addedTicks;

    private OrganizationClock(DateTime startUtc, double factor, TimeProvider? source = null)
    {
        this.source = source;
        if (startUtc.Kind == DateTimeKind.Local)
        {
            startUtc = startUtc.ToUniversalTime();
        }

        startTicks = startUtc.Ticks;
        Factor = factor;
    }

    /// <summary>How many seconds pass in the organisation while one passes outside; 0 for a clock moved by hand.</summary>
    public double Factor { get; }

    public bool IsManual => Factor == 0;

    public DateTime UtcNow => new(NowTicks, DateTimeKind.Utc);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    private long NowTicks => (source?.GetUtcNow().UtcTicks ?? startTicks) + Volatile.Read(ref addedTicks) + (long)(watch.Elapsed.Ticks * Factor);

    public static OrganizationClock Real() => new(DateTime.UtcNow, 1);

    /// <summary>Runs from <paramref name="start"/> at <paramref name="factor"/> times real time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The factor is not a positive number.</exception>
    public static OrganizationClock Scaled(DateTime start, double factor)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(factor);
        return new OrganizationClock(start, factor);
    }

    /// <summary>Stands still until <see cref="Advance"/> moves it.</summary>
    public static OrganizationClock Manual(DateTime start) => new(start, 0);

    /// <summary>Tells the time of another clock and counts as one moved by hand: timers are due when <see cref="Advance"/> is called.</summary>
    public static OrganizationClock Following(TimeProvider other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other as OrganizationClock ?? new OrganizationClock(DateTime.UnixEpoch, 0, other);
    }

    /// <summary>Moves the clock forward and wakes whoever waited for that moment.</summary>
    public void Advance(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        ClockTimer[] timers;
        lock (gate)
        {
            Volatile.Write(ref addedTicks, addedTicks + time.Ticks);
            timers = [.. waiting];
        }

        foreach (var timer in timers.OrderBy(timer => timer.DueTicks))
        {
            timer.Wake();
        }
    }

    /// <summary>Ends when that much time has passed on this clock.</summary>
    public Task Delay(TimeSpan time, CancellationToken cancellation = default) =>
        time <= TimeSpan.Zero ? Task.CompletedTask : Task.Delay(time, this, cancellation);

    /// <summary>Blocks the calling thread for that much time of this clock.</summary>
    public void Sleep(TimeSpan time)
    {
        if (time > TimeSpan.Zero)
        {
            Delay(time).GetAwaiter().GetResult();
        }
    }

    /// <summary>Waits for work, at most until that time on this clock and, unless the clock is moved by hand, at least <paramref name="realFloor"/> of real time. False when time ran out or <paramref name="stop"/> came.</summary>
    public bool WaitFor(WaitHandle work, DateTime until, TimeSpan realFloor, CancellationToken stop = default)
    {
        if (work.WaitOne(0))
        {
            return true;
        }

        if (!IsManual)
        {
            var real = ToReal(until - UtcNow);
            return WaitHandle.WaitAny([work, stop.WaitHandle], real > realFloor ? real : realFloor) == 0;
        }

        using var elapsed = new ManualResetEvent(false);
        var limit = until - UtcNow;
        using var timer = CreateTimer(_ => elapsed.Set(), null, limit > TimeSpan.Zero ? limit : TimeSpan.Zero, Timeout.InfiniteTimeSpan);

        // The clock may have been moved while the timer was being set; nobody might move it again.
        if (UtcNow >= until)
        {
            elapsed.Set();
        }

        return WaitHandle.WaitAny([work, elapsed, stop.WaitHandle]) == 0;
    }

    /// <summary>How long the time takes outside; endless for a clock moved by hand.</summary>
    public TimeSpan ToReal(TimeSpan time) => IsManual ? Timeout.InfiniteTimeSpan : TimeSpan.FromTicks((long)Math.Ceiling(time.Ticks / Factor));

    public override DateTimeOffset GetUtcNow() => new(UtcNow);

    public override long GetTimestamp() => NowTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ClockTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>A timer that is due by this clock.</summary>
    private sealed class ClockTimer : ITimer
    {
        private readonly OrganizationClock clock;
        private readonly TimerCallback callback;
        private readonly object? state;
        private readonly ExecutionContext? context = ExecutionContext.Capture();
        private readonly Timer? real;
        private TimeSpan period;

        public ClockTimer(OrganizationClock clock, TimerCallback callback, object? state)
        {
            this.clock = clock;
            this.callback = callback;
            this.state = state;
            real = clock.IsManual ? null : new Timer(_ => Wake());
        }

        public long DueTicks { get; private set; } = long.MaxValue;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.gate)
            {
                this.period = period;
                clock.waiting.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan)
                {
                    DueTicks = long.MaxValue;
                }
                else
                {
                    DueTicks = clock.NowTicks + dueTime.Ticks;
                    clock.waiting.Add(this);
                }
            }

            Arm();
            return true;
        }

        public void Wake()
        {
            lock (clock.gate)
            {
                if (DueTicks > clock.NowTicks || !clock.waiting.Contains(this))
                {
                    Arm();
                    return;
                }

                if (period > TimeSpan.Zero)
                {
                    DueTicks += period.Ticks;
                }
                else
                {
                    clock.waiting.Remove(this);
                    DueTicks = long.MaxValue;
                }
            }

            if (context is null)
            {
                callback(state);
            }
            else
            {
                ExecutionContext.Run(context, one => callback(one), state);
            }

            Arm();
        }

        public void Dispose()
        {
            lock (clock.gate)
            {
                clock.waiting.Remove(this);
                DueTicks = long.MaxValue;
            }

            real?.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Arm()
        {
            if (real is null)
            {
                return;
            }

            var due = DueTicks;
            if (due == long.MaxValue)
            {
                return;
            }

            var left = clock.ToReal(TimeSpan.FromTicks(Math.Max(0, due - clock.NowTicks)));
            try
            {
                real.Change((long)Math.Min(Math.Ceiling(left.TotalMilliseconds), uint.MaxValue - 2), Timeout.Infinite);
            }
            catch (ObjectDisposedException)
            {
                DueTicks = long.MaxValue;
            }
        }
    }
}
