using CrmEmulator.Pipeline;
using CrmEmulator.PlugIns;
using Microsoft.Xrm.Sdk;

namespace CrmEmulator.Async;

/// <summary>The asynchronous service: runs the rows of asyncoperation, at least once each, in no promised order.</summary>
/// <remarks>Tests call <see cref="RunUntilQuiet"/>; a host calls <see cref="Start"/>. A job that was running when the process ended runs again after the organisation is opened anew.</remarks>
public sealed class AsyncService : IDisposable
{
    private readonly ExecutionHost host;
    private readonly JobTable table;
    private readonly JobRunner runner;
    private readonly JobQueue queue;
    private readonly object gate = new();
    private readonly List<Thread> workers = [];
    private readonly ITimer wake;
    private readonly int[] counts = new int[6];
    private int running;
    private bool isLoaded;
    private volatile bool isStopping;

    internal AsyncService(ExecutionHost host)
    {
        this.host = host;
        table = new JobTable(host);
        runner = new JobRunner(host, table);
        queue = new JobQueue(host.Options.AsyncOrderSeed);
        wake = host.Clock.CreateTimer(_ => Pulse(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public bool IsRunning => workers.Count > 0;

    public AsyncStatistics Statistics
    {
        get
        {
            lock (gate)
            {
                return new AsyncStatistics(counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]);
            }
        }
    }

    /// <summary>When the earliest postponed job is due; null when none waits.</summary>
    public DateTime? NextDueOn
    {
        get
        {
            lock (gate)
            {
                return queue.NextDueOn;
            }
        }
    }

    /// <summary>Jobs not ended yet: due, postponed and running.</summary>
    public int Unfinished
    {
        get
        {
            Load();
            lock (gate)
            {
                return queue.Count + running;
            }
        }
    }

    /// <summary>Starts the workers (<see cref="ExecutionOptions.AsyncWorkers"/> threads).</summary>
    public void Start()
    {
        Load();
        lock (gate)
        {
            if (IsRunning)
            {
                return;
            }

            isStopping = false;
            for (var number = 1; number <= Math.Max(1, host.Options.AsyncWorkers); number++)
            {
                workers.Add(new Thread(Work) { IsBackground = true, Name = "Asynchronous service " + number });
            }

            workers.ForEach(worker => worker.Start());
        }
    }

    /// <summary>Lets the workers end their present job and stops them.</summary>
    public void Stop()
    {
        List<Thread> stopping;
        lock (gate)
        {
            isStopping = true;
            stopping = [.. workers];
            workers.Clear();
            Monitor.PulseAll(gate);
        }

        stopping.ForEach(worker => worker.Join());
    }

    /// <summary>Runs every job that is due now, and those that these cause, until none is left; postponed jobs wait for their time. Gives the number of runs.</summary>
    /// <remarks>Without started workers the calling thread runs the jobs, one after another.</remarks>
    public int RunUntilQuiet(CancellationToken cancellation = default)
    {
        Load();
        var before = Volatile.Read(ref counts[1]);
        if (IsRunning)
        {
            Drain(cancellation);
        }
        else
        {
            while (TryTake(out var id))
            {
                cancellation.ThrowIfCancellationRequested();
                Run(id);
            }
        }

        return Volatile.Read(ref counts[1]) - before;
    }

    /// <summary>Waits until no job is due and none runs.</summary>
    /// <exception cref="OperationCanceledException">It took longer than the caller allows.</exception>
    public void Drain(CancellationToken cancellation = default)
    {
        using var registration = cancellation.Register(Pulse);
        lock (gate)
        {
            while (queue.HasReady(host.Clock.UtcNow) || running > 0)
            {
                cancellation.ThrowIfCancellationRequested();
                if (host.Closing.IsCancellationRequested)
                {
                    return;
                }

                Monitor.Wait(gate, 200);
            }
        }
    }

    public void Dispose()
    {
        isStopping = true;
        Pulse();
        workers.ForEach(worker => worker.Join(TimeSpan.FromSeconds(5)));
        wake.Dispose();
    }

    /// <summary>Writes the job of an asynchronous step into the operation's transaction.</summary>
    internal void Enqueue(RegisteredStep step, PlugInContext context, OperationTransaction transaction) =>
        Enqueue(JobTable.RowOf(step, context), context, transaction);

    /// <summary>Writes a job and gives its id.</summary>
    internal Guid Enqueue(Entity row, PlugInContext context, OperationTransaction transaction)
    {
        var id = table.Create(row, context, transaction);
        transaction.AfterCommit(() =>
        {
            Interlocked.Increment(ref counts[0]);
            Schedule(id, null);
        });
        return id;
    }

    private void Pulse()
    {
        lock (gate)
        {
            Monitor.PulseAll(gate);
        }
    }

    /// <summary>Reads a job again whose row somebody changed; if it is not due, it goes back to waiting.</summary>
    internal void LookAgain(Guid id)
    {
        lock (gate)
        {
            queue.Hurry(id);
            Monitor.PulseAll(gate);
        }
    }

    internal void Schedule(Guid id, DateTime? dueOn)
    {
        lock (gate)
        {
            queue.Add(id, dueOn);
            Monitor.PulseAll(gate);
            Arm();
        }
    }

    private void Load()
    {
        lock (gate)
        {
            if (isLoaded)
            {
                return;
            }

            isLoaded = true;
        }

        using var transaction = host.Begin();
        var jobs = table.Unfinished(transaction);
        foreach (var job in jobs.Where(job => job.State == JobTable.Locked))
        {
            table.Set(job.Id, transaction, JobTable.Ready, 0);
        }

        transaction.Commit();
        foreach (var job in jobs)
        {
            Schedule(job.Id, job.State == JobTable.Suspended ? job.PostponeUntil : null);
        }
    }

    private void Work()
    {
        while (true)
        {
            Guid id = default;
            lock (gate)
            {
                while (!isStopping && !TryTake(out id))
                {
                    Arm();
                    Monitor.Wait(gate);
                }

                if (id == default)
                {
                    return;
                }
            }

            Run(id);
        }
    }

    private bool TryTake(out Guid id)
    {
        lock (gate)
        {
            id = default;
            if (host.Closing.IsCancellationRequested || !queue.TryTake(host.Clock.UtcNow, out id))
            {
                return false;
            }

            running++;
            return true;
        }
    }

    private void Run(Guid id)
    {
        JobEnd? end = null;
        try
        {
            end = runner.Run(id, () => Interlocked.Increment(ref counts[1]));
        }
        finally
        {
            lock (gate)
            {
                running--;
                if (end is { } known)
                {
                    counts[(int)known.Outcome]++;
                    if (known.DueOn is { } due)
                    {
                        queue.Add(id, due);
                        Arm();
                    }
                }

                Monitor.PulseAll(gate);
            }
        }
    }

    private void Arm()
    {
        if (queue.NextDueOn is { } due)
        {
            var left = due - host.Clock.UtcNow;
            wake.Change(left > TimeSpan.Zero ? left : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }
}
