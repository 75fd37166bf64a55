using smSys.Server.Faults;

namespace smSys.Server.HeartBeats;

/// <summary>How long to leave CRM alone after it failed: doubling up to a longest pause, and never shorter than CRM asks.</summary>
public sealed class RetryPause(TimeSpan first, TimeSpan longest)
{
    private static readonly TimeSpan _longestAsked = TimeSpan.FromMinutes(10);

    /// <summary>Failures in a row.</summary>
    public int Failures { get; private set; }

    /// <summary>True for the first failure and then ever more rarely: whether to write a line about it.</summary>
    public bool IsWorthALine => (Failures & (Failures - 1)) == 0;

    /// <summary>Counts a failure and tells the pause after it.</summary>
    public TimeSpan After(Exception fault)
    {
        Failures++;
        var pause = first * Math.Pow(2, Math.Min(Failures - 1, 20));
        pause = pause < longest ? pause : longest;
        var asked = (fault as CrmFaultException)?.RetryAfter ?? TimeSpan.Zero;
        asked = asked < _longestAsked ? asked : _longestAsked;
        return asked > pause ? asked : pause;
    }

    /// <summary>It works again.</summary>
    public void Reset() => Failures = 0;
}
