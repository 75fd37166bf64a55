using DevHost;
using Xunit.Abstractions;

namespace Bulk.Tests.Crashes;

/// <summary>
/// A bulk that is stopped at any call that leaves the engine ends as if nobody had stopped it. A sample drawn by a seed runs
/// here; <c>SMSYS_CRASH_POINTS=all</c> tries every point, <c>3/8</c> the third of eight shares of them, another number so many.
/// </summary>
public abstract class CrashEverywhereTests(ITestOutputHelper output)
{
    private const string Wanted = "SMSYS_CRASH_POINTS";
    private const int SampleSize = 60;
    private const int Seed = 20261123;

    private protected async Task NothingIsTwiceAndNothingIsLost(LocalProvider provider)
    {
        await using var matrix = await CrashMatrix.StartAsync(provider);
        Assert.Empty(matrix.UndisturbedViolations());
        var wrong = new List<string>();
        var points = PointsOf(matrix.Calls);
        foreach (var point in points)
        {
            wrong.AddRange(matrix.Try(point));
        }

        output.WriteLine($"Crash points tried with {provider.Name}: {points.Count} of {2 * matrix.Calls}; undisturbed: {matrix.Undisturbed}; most in doubt after a stop: {matrix.MostInDoubt}");
        Assert.Empty(wrong);
        if (provider == Providers.Mute && points.Count >= SampleSize)
        {
            Assert.True(matrix.MostInDoubt > 0, "No stop left anybody unknown, so the bound was not tried.");
        }
    }

    private static IReadOnlyList<CrashPoint> PointsOf(int calls) => Environment.GetEnvironmentVariable(Wanted) switch
    {
        "all" => CrashPoint.All(calls),
        { } share when share.Split('/') is [var which, var shares] =>
            [.. CrashPoint.All(calls).Where((_, index) => index % Number(shares) == Number(which) - 1)],
        { Length: > 0 } number => CrashPoint.Sample(calls, Number(number), Seed),
        _ => CrashPoint.Sample(calls, SampleSize, Seed),
    };

    private static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>With a provider that can be asked whether it has a message: nobody is unknown.</summary>
public sealed class CrashWithAskableProviderTests(ITestOutputHelper output) : CrashEverywhereTests(output)
{
    [Fact]
    public Task Stopped_at_any_call_everybody_is_accepted_exactly_once() => NothingIsTwiceAndNothingIsLost(Providers.Askable);
}

/// <summary>With a provider that cannot be asked: at most a batch is unknown, and nobody gets two.</summary>
public sealed class CrashWithMuteProviderTests(ITestOutputHelper output) : CrashEverywhereTests(output)
{
    [Fact]
    public Task Stopped_at_any_call_at_most_one_batch_is_unknown() => NothingIsTwiceAndNothingIsLost(Providers.Mute);
}
