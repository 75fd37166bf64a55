using System.Collections.Concurrent;

namespace CrmEmulator.PlugIns;

/// <summary>The newest executions with their traces, kept in memory; the rows of plugintracelog are written from it.</summary>
public sealed class TraceLog
{
    private const int Limit = 2_000;

    private readonly ConcurrentQueue<PlugInTrace> traces = new();

    /// <summary>Raised after each execution, on the thread that waited for it.</summary>
    public event Action<PlugInTrace>? Ended;

    /// <summary>The newest executions, oldest first.</summary>
    public IReadOnlyList<PlugInTrace> Executions => [.. traces];

    /// <summary>Executions that ended in an exception, oldest first.</summary>
    public IReadOnlyList<PlugInTrace> Failures => [.. traces.Where(trace => trace.Exception is not null)];

    public void Clear() => traces.Clear();

    internal void Add(PlugInTrace trace)
    {
        traces.Enqueue(trace);
        while (traces.Count > Limit)
        {
            traces.TryDequeue(out _);
        }

        Ended?.Invoke(trace);
    }
}
