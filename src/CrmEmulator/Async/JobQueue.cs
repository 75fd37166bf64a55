namespace CrmEmulator.Async;

/// <summary>The ids of the jobs that still have to run, in memory; the rows of asyncoperation are the truth, and every job is read again before it runs.</summary>
internal sealed class JobQueue(int? seed)
{
    private readonly Random? shuffle = seed is { } given ? new Random(given) : null;
    private readonly HashSet<Guid> known = [];
    private readonly List<Guid> ready = [];
    private readonly PriorityQueue<Guid, (DateTime, long)> waiting = new();
    private long sequence;

    public int ReadyCount => ready.Count;

    public int Count => known.Count;

    public void Add(Guid id, DateTime? dueOn)
    {
        if (!known.Add(id))
        {
            return;
        }

        if (dueOn is { } due)
        {
            waiting.Enqueue(id, (due, sequence++));
        }
        else
        {
            ready.Add(id);
        }
    }

    /// <summary>Makes a job due at once, whether it waited or not.</summary>
    public void Hurry(Guid id)
    {
        if (known.Contains(id) && !waiting.Remove(id, out _, out _))
        {
            return;
        }

        known.Add(id);
        ready.Add(id);
    }

    /// <summary>When the earliest postponed job is due; null when none waits.</summary>
    public DateTime? NextDueOn => waiting.TryPeek(out _, out var due) ? due.Item1 : null;

    /// <summary>Takes a due job: the oldest, or one drawn by the seed.</summary>
    public bool TryTake(DateTime now, out Guid id)
    {
        Promote(now);
        id = default;
        if (ready.Count == 0)
        {
            return false;
        }

        var position = shuffle?.Next(ready.Count) ?? 0;
        id = ready[position];
        ready.RemoveAt(position);
        known.Remove(id);
        return true;
    }

    public bool HasReady(DateTime now)
    {
        Promote(now);
        return ready.Count > 0;
    }

    private void Promote(DateTime now)
    {
        while (waiting.TryPeek(out var id, out var due) && due.Item1 <= now)
        {
            waiting.Dequeue();
            ready.Add(id);
        }
    }
}
