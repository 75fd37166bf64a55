using System.Collections.Concurrent;

namespace CrmEmulator.Pipeline;

/// <summary>Calls that code of one plug-in or activity type made, by message and table.</summary>
public sealed record ServiceCallCount(string Assembly, string TypeName, string Message, string Table, long Count);

/// <summary>Counts the organization-service calls that plug-ins and workflow steps make; calls from outside are not counted.</summary>
public sealed class ServiceCounters
{
    private readonly ConcurrentDictionary<(string Assembly, string TypeName, string Message, string Table), StrongBoxedCount> counts = new();

    /// <summary>All calls since the start or the last <see cref="Reset"/>.</summary>
    public long Total => counts.Values.Sum(count => count.Value);

    /// <summary>The calls that code of that assembly made, by simple name, for example "smSys".</summary>
    public long TotalOf(string assembly) => counts.Where(count => count.Key.Assembly == assembly).Sum(count => count.Value.Value);

    public IReadOnlyList<ServiceCallCount> Snapshot() =>
        [.. counts.Select(count => new ServiceCallCount(count.Key.Assembly, count.Key.TypeName, count.Key.Message, count.Key.Table, count.Value.Value))
            .OrderBy(count => count.TypeName, StringComparer.Ordinal).ThenBy(count => count.Message, StringComparer.Ordinal).ThenBy(count => count.Table, StringComparer.Ordinal)];

    public void Reset() => counts.Clear();

    internal void Count(string assembly, string typeName, string message, string table) =>
        Interlocked.Increment(ref counts.GetOrAdd((assembly, typeName, message, table), _ => new StrongBoxedCount()).Value);

    private sealed class StrongBoxedCount
    {
        public long Value;
    }
}
