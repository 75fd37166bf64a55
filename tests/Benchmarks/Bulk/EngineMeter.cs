using System.Collections.Concurrent;
using System.Diagnostics;
using CrmEmulator.Latency;
using smSys.Crm.Tables;
using smSys.Providers.Tests.Doubles;

namespace Benchmarks.Bulk;

/// <summary>Watches the calls that leave the engine: what its own code costs between them, and how long a message is on its way.</summary>
internal sealed class EngineMeter
{
    [ThreadStatic]
    private static Guid _execution;

    [ThreadStatic]
    private static TimeSpan _answeredAt;

    private readonly ConcurrentDictionary<Guid, Batch> _batches = new();
    private readonly int[] _byMillisecond = new int[120_000];
    private long _ownTicks;

    /// <summary>Processor time of the engine's code between its service calls, its HTTP client on that thread included.</summary>
    public TimeSpan OwnCpu => TimeSpan.FromTicks(Interlocked.Read(ref _ownTicks));

    /// <summary>Milliseconds from the announcement of a batch to the row of a message that so many in a hundred did not exceed.</summary>
    public int Percentile(double percent)
    {
        var left = _byMillisecond.Sum(count => (long)count) * percent / 100;
        for (var milliseconds = 0; milliseconds < _byMillisecond.Length; milliseconds++)
        {
            left -= _byMillisecond[milliseconds];
            if (left <= 0)
            {
                return milliseconds;
            }
        }

        return _byMillisecond.Length;
    }

    /// <summary>What was seen so far does not count.</summary>
    public void Forget()
    {
        Interlocked.Exchange(ref _ownTicks, 0);
        Array.Clear(_byMillisecond);
    }

    /// <summary>Give this as <c>ExecutionOptions.OnCall</c>.</summary>
    public void See(CallPoint point)
    {
        if (!point.IsAsynchronous || !point.TypeName.StartsWith("smSys.", StringComparison.Ordinal))
        {
            return;
        }

        if (point.Kind == CallKind.Http)
        {
            Called(point);
            return;
        }

        if (point.IsAfter)
        {
            Answered(point);
            _execution = point.ExecutionId;
            _answeredAt = ThreadClock.Now;
        }
        else if (_execution == point.ExecutionId)
        {
            Interlocked.Add(ref _ownTicks, (ThreadClock.Now - _answeredAt).Ticks);
        }
    }

    /// <summary>The last update before a request to the provider is the announcement.</summary>
    private void Called(CallPoint point)
    {
        if (!point.IsAfter && _batches.TryGetValue(point.ExecutionId, out var batch))
        {
            batch.AnnouncedAt = batch.UpdatedAt;
        }
    }

    private void Answered(CallPoint point)
    {
        if (point is { Name: "Update", Table: SmsProcess.LogicalName })
        {
            _batches.GetOrAdd(point.ExecutionId, _ => new Batch()).UpdatedAt = Stopwatch.GetTimestamp();
        }
        else if (point is { Name: "Create", Table: Sms.LogicalName } && _batches.TryGetValue(point.ExecutionId, out var batch) && batch.AnnouncedAt != 0)
        {
            var milliseconds = (int)Stopwatch.GetElapsedTime(batch.AnnouncedAt).TotalMilliseconds;
            Interlocked.Increment(ref _byMillisecond[Math.Min(milliseconds, _byMillisecond.Length - 1)]);
        }
    }

    private sealed class Batch
    {
        public long UpdatedAt { get; set; }

        public long AnnouncedAt { get; set; }
    }
}
