using CrmEmulator.Faults;
using CrmEmulator.Latency;

namespace Bulk.Tests.Faults;

/// <summary>Dynamics on a bad day: one call in so many is throttled, loses a deadlock, times out, or works and its answer is lost.</summary>
internal sealed class CrmTrouble(int seed, int oneIn)
{
    private static readonly FaultCode Throttled = new(unchecked((int)0x80072322), "RateLimitExceeded");
    private static readonly FaultCode Deadlock = new(unchecked((int)0x80044150), "SqlDeadlock");
    private static readonly FaultCode SqlTimeout = new(unchecked((int)0x80044151), "SqlErrorTimeout");

    private readonly Random _chance = new(seed);

    /// <summary>How many calls went wrong.</summary>
    public int Happened { get; private set; }

    /// <summary>Calls go wrong from now on.</summary>
    public bool IsOn { get; set; }

    /// <summary>Give this as <c>ExecutionOptions.OnCall</c>.</summary>
    public void See(CallPoint point)
    {
        if (!IsOn || point.Kind != CallKind.Service || point.IsInTransaction || !point.IsAsynchronous)
        {
            return;
        }

        // Every call has two moments: before it leaves, and when it has worked.
        var drawn = _chance.Next(oneIn * 2);
        if (drawn > 0)
        {
            return;
        }

        Happened++;
        if (point.IsAfter)
        {
            throw new TimeoutException("The request channel timed out while waiting for a reply.");
        }

        throw _chance.Next(3) switch
        {
            0 => Fault.Of(Throttled, "Number of requests exceeded the limit of 6000 over time window of 300 seconds."),
            1 => Fault.Of(Deadlock, "SQL deadlock: this transaction was chosen as the victim."),
            _ => Fault.Of(SqlTimeout, "SQL timeout expired."),
        };
    }
}
