using System.Collections.Concurrent;

namespace smSys.Server.HeartBeats;

/// <summary>Rows that CRM refused to wake, and until when they are left alone, so that one bad row costs neither calls nor log.</summary>
internal sealed class RowPauses(TimeSpan first, TimeSpan longest)
{
    private readonly ConcurrentDictionary<Guid, Pause> _pauses = new();

    internal bool IsPaused(Guid row, DateTime now) => _pauses.TryGetValue(row, out var pause) && pause.Until > now;

    /// <summary>Counts a refusal; tells until when the row is left alone.</summary>
    internal DateTime Add(Guid row, DateTime now)
    {
        var failures = _pauses.TryGetValue(row, out var earlier) ? Math.Min(earlier.Failures + 1, 20) : 1;
        var length = first * Math.Pow(2, failures - 1);
        var until = now + (length < longest ? length : longest);
        _pauses[row] = new Pause(failures, until);
        return until;
    }

    internal void Remove(Guid row) => _pauses.TryRemove(row, out _);

    /// <summary>Forgets rows whose pause has long been over.</summary>
    internal void Forget(DateTime before)
    {
        foreach (var pair in _pauses)
        {
            if (pair.Value.Until < before)
            {
                _pauses.TryRemove(pair);
            }
        }
    }

    private sealed record Pause(int Failures, DateTime Until);
}
