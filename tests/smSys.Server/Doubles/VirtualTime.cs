using Microsoft.Extensions.Time.Testing;

namespace smSys.Server.Tests.Doubles;

/// <summary>Virtual seconds pass one after the other, with room in between for real work, until something is true.</summary>
internal static class VirtualTime
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    internal static async Task AdvanceUntilAsync(this FakeTimeProvider time, Func<bool> isTrue)
    {
        using var patience = new CancellationTokenSource(_patience);
        while (!isTrue())
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(5, patience.Token);
        }
    }

    /// <summary>Waits in real time, for what no virtual clock governs.</summary>
    internal static async Task UntilAsync(Func<bool> isTrue)
    {
        using var patience = new CancellationTokenSource(_patience);
        while (!isTrue())
        {
            await Task.Delay(10, patience.Token);
        }
    }
}
