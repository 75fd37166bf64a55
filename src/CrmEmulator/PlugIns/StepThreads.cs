using System.Collections.Concurrent;

namespace CrmEmulator.PlugIns;

/// <summary>Threads on which plug-in code runs, so that whoever waits for it can give it up; a thread that never comes back is simply not used again.</summary>
internal static class StepThreads
{
    private static readonly ConcurrentStack<StepThread> Idle = new();

    /// <summary>Starts the work and gives what is set when it has ended; the work must not throw.</summary>
    public static ManualResetEvent Start(Action work)
    {
        var ended = new ManualResetEvent(false);
        if (!Idle.TryPop(out var thread))
        {
            thread = new StepThread();
        }

        thread.Run(work, ended);
        return ended;
    }

    private sealed class StepThread
    {
        private readonly SemaphoreSlim wake = new(0);
        private Action? work;
        private ManualResetEvent? ended;

        public StepThread()
        {
            using (ExecutionContext.SuppressFlow())
            {
                new Thread(Loop) { IsBackground = true, Name = "Sandbox" }.Start();
            }
        }

        public void Run(Action next, ManualResetEvent end)
        {
            work = next;
            ended = end;
            wake.Release();
        }

        private void Loop()
        {
            while (true)
            {
                wake.Wait();
                var end = ended!;
                work!();
                work = null;
                StepExecution.Current = null;
                Idle.Push(this);
                end.Set();
            }
        }
    }
}
