namespace smSys.Server.HeartBeats;

/// <summary>
/// Which rows a beat wakes. Asking twice is harmless, because a tick takes its row by a lease, but every request costs the
/// asynchronous service a job: so a request that was not taken yet is left alone for a while.
/// </summary>
public static class DueRules
{
    /// <summary>True when a tick is to be asked for now.</summary>
    /// <param name="process">As read from CRM.</param>
    /// <param name="nowUtc">By CRM's clock, as well as it is known.</param>
    /// <param name="repeatAfter">So long after a request that nobody took it is made again.</param>
    public static bool IsDue(WaitingProcess process, DateTime nowUtc, TimeSpan repeatAfter)
    {
        if (process.NextRunOn > nowUtc || process.LeaseUntil > nowUtc)
        {
            return false;
        }

        return !IsAskedFor(process) || process.RequestedOn <= nowUtc - repeatAfter;
    }

    // CRM keeps whole seconds. A tick that was asked for, ran and asked to run again within one second has both times
    // equal; it counts as taken, since asking once too often is harmless and waiting for nobody is not.
    private static bool IsAskedFor(WaitingProcess process) =>
        process.RequestedOn >= process.NextRunOn && (process.LastRunOn is not { } taken || taken < process.RequestedOn);
}
