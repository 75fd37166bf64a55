namespace Bulk.Tests.Schedules;

/// <summary>
/// Lets several actors work on one organisation, one at a time, and draws by a seed whose turn it is whenever the one at work
/// makes a call: the same seed gives the same order. Nobody is stopped inside a transaction, where rows are locked.
/// </summary>
internal sealed class Turns(int seed) : IDisposable
{
    /// <summary>Who only looks whether there is something to do gets one turn in so many while others work.</summary>
    private const int IdleOneIn = 8;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Lock _lock = new();
    private readonly List<Waiter> _waiting = [];
    private readonly SemaphoreSlim _stopped = new(0);
    private readonly List<Thread> _threads = [];
    private readonly List<Exception> _failures = [];
    private volatile bool _isGiving;

    /// <summary>Draws for actors too, so that the whole schedule hangs on one seed.</summary>
    public Random Chance { get; } = new(seed);

    /// <summary>Turns given so far.</summary>
    public int Given { get; private set; }

    /// <summary>One in so many stops is long: the actor sleeps while others have so many turns; 0: none.</summary>
    public int LongSleepOneIn { get; init; }

    /// <summary>How many turns of others a long sleep takes.</summary>
    public int LongSleep { get; init; } = 200;

    /// <summary>An actor; it begins when it is drawn for the first time.</summary>
    public void Add(string name, Action work)
    {
        var mine = new Waiter();
        lock (_lock)
        {
            _waiting.Add(mine);
        }

        var thread = new Thread(() =>
        {
            mine.Turn.Wait();
            try
            {
                work();
            }
            catch (Exception failure)
            {
                lock (_lock)
                {
                    _failures.Add(new InvalidOperationException(name + " failed", failure));
                }
            }

            _stopped.Release();
        })
        { IsBackground = true, Name = name };
        _threads.Add(thread);
        thread.Start();
    }

    /// <summary>Gives turns until every actor has ended.</summary>
    /// <exception cref="AggregateException">An actor failed.</exception>
    /// <exception cref="TimeoutException">Whoever has the turn neither calls nor ends.</exception>
    public void Run()
    {
        _isGiving = true;
        while (Draw() is { } next)
        {
            Given++;
            next.Turn.Set();
            if (!_stopped.Wait(Patience))
            {
                throw new TimeoutException($"Turn {Given} of seed {seed} did not come to a stop.");
            }
        }

        _isGiving = false;
        _threads.ForEach(thread => thread.Join(Patience));
        if (_failures.Count > 0)
        {
            throw new AggregateException(_failures);
        }
    }

    /// <summary>Waits for the next turn; an actor calls it between two things it does, the engine's code at its calls.</summary>
    public void Stop(bool isCall = false)
    {
        if (!_isGiving)
        {
            return;
        }

        var mine = new Waiter { IsCall = isCall };
        lock (_lock)
        {
            mine.NotBefore = isCall && LongSleepOneIn > 0 && Chance.Next(LongSleepOneIn) == 0 ? Given + LongSleep : 0;
            _waiting.Add(mine);
        }

        _stopped.Release();
        mine.Turn.Wait();
    }

    public void Dispose() => _stopped.Dispose();

    private Waiter? Draw()
    {
        lock (_lock)
        {
            if (_waiting.Count == 0)
            {
                return null;
            }

            var awake = _waiting.Where(waiter => waiter.NotBefore <= Given).ToList();
            if (Chance.Next(IdleOneIn) != 0 && awake.Exists(waiter => waiter.IsCall))
            {
                awake.RemoveAll(waiter => !waiter.IsCall);
            }

            var next = awake.Count > 0 ? awake[Chance.Next(awake.Count)] : _waiting.MinBy(waiter => waiter.NotBefore)!;
            _waiting.Remove(next);
            return next;
        }
    }

    private sealed class Waiter
    {
        public ManualResetEventSlim Turn { get; } = new(false);

        public int NotBefore { get; set; }

        public bool IsCall { get; init; }
    }
}
