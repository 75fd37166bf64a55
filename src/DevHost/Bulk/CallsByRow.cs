using System.Collections.Concurrent;
using CrmEmulator.Latency;

namespace DevHost.Bulk;

/// <summary>Counts the engine's calls to Dynamics and to providers by the row that set them going, so that those of a bulk can be told from those of the standing processes.</summary>
public sealed class CallsByRow
{
    private readonly ConcurrentDictionary<Guid, int> _calls = new();
    private readonly ConcurrentDictionary<Guid, int> _requests = new();

    /// <summary>Give this as <c>ExecutionOptions.OnCall</c>.</summary>
    public void See(CallPoint point)
    {
        if (!point.IsAfter && point.TypeName.StartsWith("smSys.", StringComparison.Ordinal))
        {
            var counts = point.Kind == CallKind.Service ? _calls : _requests;
            counts.AddOrUpdate(point.IsAsynchronous ? point.OnRowId : Guid.Empty, 1, (_, count) => count + 1);
        }
    }

    /// <summary>Calls to Dynamics that these rows set going.</summary>
    public int Of(IEnumerable<Guid> rows) => rows.Sum(row => _calls.GetValueOrDefault(row));

    /// <summary>Requests to providers that these rows set going.</summary>
    public int RequestsOf(IEnumerable<Guid> rows) => rows.Sum(row => _requests.GetValueOrDefault(row));
}
