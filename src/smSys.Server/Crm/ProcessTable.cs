namespace smSys.Server.Crm;

/// <summary>The names of SMS Process that the server needs; a test holds them against the solution.</summary>
public static class ProcessTable
{
    /// <summary>The set of the Web API.</summary>
    public const string Set = "smsys_smsprocesses";

    /// <summary>The key.</summary>
    public const string Id = "smsys_smsprocessid";

    /// <summary>When to run next.</summary>
    public const string NextRunOn = "smsys_nextrunon";

    /// <summary>The tick.</summary>
    public const string RequestedOn = "smsys_requestedon";

    /// <summary>Until when somebody works on it.</summary>
    public const string LeaseUntil = "smsys_leaseuntil";

    /// <summary>When the heart last beat.</summary>
    public const string LastBeatOn = "smsys_lastbeaton";

    /// <summary>What kind of work.</summary>
    public const string Kind = "smsys_processkind";

    /// <summary>The value of the kind of the heart-beat's row.</summary>
    public const int HeartBeat = 100000000;

    /// <summary>The status reason of a paused process.</summary>
    public const int Paused = 100000001;
}
