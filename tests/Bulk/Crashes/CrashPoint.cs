namespace Bulk.Tests.Crashes;

/// <summary>A moment at which the world is stopped.</summary>
/// <param name="Call">The k-th call that leaves the engine.</param>
/// <param name="After">After it took effect and before its answer; false: before it leaves.</param>
/// <param name="EndsProcess">Another process opens the organisation; false: the call does not return and the platform gives the step up.</param>
internal sealed record CrashPoint(int Call, bool After, bool EndsProcess)
{
    /// <summary>Every point of a run with so many calls; how the world goes on alternates.</summary>
    public static IReadOnlyList<CrashPoint> All(int calls) =>
        [.. Enumerable.Range(1, calls).SelectMany(call => new[] { new CrashPoint(call, false, call % 2 == 0), new CrashPoint(call, true, call % 2 == 1) })];

    /// <summary>So many of them, drawn by a seed.</summary>
    public static IReadOnlyList<CrashPoint> Sample(int calls, int count, int seed)
    {
        var points = All(calls).ToArray();
        new Random(seed).Shuffle(points);
        return [.. points.Take(count)];
    }

    public override string ToString() => $"{(After ? "after" : "before")} call {Call}, {(EndsProcess ? "process ended" : "never returns")}";
}
