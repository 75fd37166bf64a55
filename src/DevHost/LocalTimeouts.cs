namespace DevHost;

/// <summary>How long calls to a simulator may take, in real seconds, and how long its slow answers take.</summary>
/// <param name="SingleSeconds">A call with one message or a question.</param>
/// <param name="BatchSeconds">A call with a batch.</param>
/// <param name="SlowReply">What a simulator calls slow: longer than both.</param>
public sealed record LocalTimeouts(int SingleSeconds, int BatchSeconds, TimeSpan SlowReply)
{
    /// <summary>At life's own pace the time-outs of a real setting; faster, short ones, because calls take real time.</summary>
    public static LocalTimeouts At(double timeScale) => timeScale <= 1
        ? new LocalTimeouts(15, 45, TimeSpan.FromSeconds(50))
        : new LocalTimeouts(1, 2, TimeSpan.FromSeconds(4));
}
