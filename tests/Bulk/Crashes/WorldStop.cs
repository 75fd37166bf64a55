using CrmEmulator.Latency;
using CrmEmulator.Time;

namespace Bulk.Tests.Crashes;

/// <summary>
/// Stops the engine at its k-th call since it was armed, right before the call leaves or right after it took effect: the call
/// never returns. No catch and no finally of the engine runs while the world is still watching, as in a crash.
/// </summary>
/// <remarks>
/// What happens next is the world's: either the platform gives the step up after its two minutes and the organisation lives on,
/// or the whole process is ended and another opens the file. Inside a transaction only the latter is a crash.
/// </remarks>
internal sealed class WorldStop(OrganizationClock clock) : IDisposable
{
    private static readonly TimeSpan PlatformPatience = TimeSpan.FromSeconds(121);

    private readonly Lock _lock = new();
    private readonly HashSet<Guid> _dead = [];
    private HashSet<Guid> _standing = [];
    private ManualResetEventSlim _released = new(false);
    private int _at;
    private bool _after;
    private bool _endsProcess;
    private int _seen;
    private long _callNumber;
    private Task _ending = Task.CompletedTask;

    /// <summary>Ends the process that holds the organisation; runs on a thread of its own.</summary>
    public Action EndProcess { get; set; } = () => { };

    /// <summary>The world was stopped.</summary>
    public bool HasHappened { get; private set; }

    /// <summary>Where it was stopped, in words.</summary>
    public string Place { get; private set; } = string.Empty;

    /// <summary>Set while the process is being ended.</summary>
    public Task Ending
    {
        get => Volatile.Read(ref _ending);
        private set => Volatile.Write(ref _ending, value);
    }

    /// <summary>Calls seen since it was armed.</summary>
    public int Seen => _seen;

    /// <summary>Waits for the k-th call from now on; 0 only counts. Calls of processes that stood before are not the bulk's.</summary>
    public void Arm(int at, bool after, bool endsProcess, IEnumerable<Guid> standing)
    {
        lock (_lock)
        {
            _standing = [.. standing];
            (_at, _after, _endsProcess, _seen, _callNumber) = (at, after, endsProcess, 0, 0);
            (HasHappened, Place, Ending) = (false, string.Empty, Task.CompletedTask);
        }
    }

    /// <summary>The ended process has a successor.</summary>
    public void Forget() => Ending = Task.CompletedTask;

    /// <summary>Lets the threads of the dead go, after nobody can see any more what they try.</summary>
    public void Release()
    {
        lock (_lock)
        {
            _at = 0;
            var old = _released;
            _released = new ManualResetEventSlim(false);
            old.Set();
        }
    }

    /// <summary>Give this as <c>ExecutionOptions.OnCall</c>.</summary>
    public void See(CallPoint point)
    {
        ManualResetEventSlim released;
        lock (_lock)
        {
            if (_dead.Contains(point.ExecutionId))
            {
                throw new InvalidOperationException("The process is dead.");
            }

            if (!point.TypeName.StartsWith("smSys.", StringComparison.Ordinal) || _standing.Contains(point.OnRowId) || !IsTheOne(point))
            {
                return;
            }

            HasHappened = true;
            Place = $"{(point.IsAfter ? "after" : "before")} call {_at}, {point.Kind} {point.Name} {point.Table}";
            _dead.Add(point.ExecutionId);
            released = _released;
        }

        if (_endsProcess || point.IsInTransaction)
        {
            // Known to be ending before it begins to end: whoever meets the closed organisation has to see why.
            var ending = new Task(EndProcess);
            Ending = ending;
            ending.Start(TaskScheduler.Default);
        }
        else
        {
            clock.Advance(PlatformPatience);
        }

        released.Wait();
        throw new InvalidOperationException("The process was killed here.");
    }

    public void Dispose() => Release();

    private bool IsTheOne(CallPoint point)
    {
        if (!point.IsAfter)
        {
            _seen++;
            _callNumber = _seen == _at ? point.Number : _callNumber;
        }

        // By its number: what the call itself set going, and what others do meanwhile, is counted before its answer comes.
        return !HasHappened && _at > 0 && _callNumber == point.Number && point.IsAfter == _after;
    }
}
