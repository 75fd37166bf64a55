using smSys.Server.Heartbeat;
using smSys.Server.Spool;

namespace smSys.Server.Health;

/// <summary>What <c>/health</c> tells a watchdog.</summary>
/// <param name="IsWell">The heart beats and reaches the organisation.</param>
/// <param name="LastBeatOn">UTC; null before the first beat.</param>
/// <param name="Problem">Why it is not well.</param>
/// <param name="Waiting">Call-backs that are acknowledged and not delivered.</param>
/// <param name="OldestWaitingOn">Since when, UTC.</param>
public sealed record HealthReport(bool IsWell, DateTime? LastBeatOn, string? Problem, int Waiting, DateTime? OldestWaitingOn)
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    /// <summary>The report of this moment.</summary>
    public static HealthReport Of(BeatReport? last, TimeSpan interval, IReadOnlyList<SpoolItem> waiting, DateTime now)
    {
        var isLate = last is null || now - last.On > (interval * 3) + Grace;
        var problem = last?.Problem ?? (isLate ? "The heart has not beaten for too long." : null);
        return new HealthReport(problem is null, last?.On, problem, waiting.Count, waiting.Count == 0 ? null : waiting[0].TakenOn);
    }
}
