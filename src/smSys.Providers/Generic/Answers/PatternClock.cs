using System;
using System.Text.RegularExpressions;
using System.Threading;

namespace smSys.Providers.Generic.Answers;

/// <summary>Runs an administrator's regular expressions over a provider's answer, within a time for the whole answer.</summary>
internal sealed class PatternClock : IDisposable
{
    /// <summary>For one match.</summary>
    public static readonly TimeSpan OfMatch = TimeSpan.FromMilliseconds(250);

    private static readonly TimeSpan OfAnswer = TimeSpan.FromMilliseconds(500);

    private CancellationTokenSource? _time;

    /// <summary>An expression took too long: nothing that was found or not found can be believed.</summary>
    public bool RanOut { get; private set; }

    /// <summary>The first match; null when there is none or the time is used up.</summary>
    public Match? First(Regex pattern, string text) => Run(() => pattern.Match(text));

    /// <summary>The next match.</summary>
    public Match? Next(Match match) => Run(match.NextMatch);

    public void Dispose() => _time?.Dispose();

    private Match? Run(Func<Match> run)
    {
        _time ??= new CancellationTokenSource(OfAnswer);
        RanOut |= _time.IsCancellationRequested;
        if (RanOut)
        {
            return null;
        }

        try
        {
            Match match = run();
            return match.Success ? match : null;
        }
        catch (RegexMatchTimeoutException)
        {
            RanOut = true;
            return null;
        }
    }
}
