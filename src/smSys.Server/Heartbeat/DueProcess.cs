namespace smSys.Server.Heartbeat;

/// <summary>An SMS Process whose next run is due, as the organisation tells it. Times are UTC.</summary>
/// <param name="Id">Its id.</param>
/// <param name="NextRunOn">When it was to run.</param>
/// <param name="RequestedOn">When a tick was last asked for.</param>
/// <param name="LeaseUntil">Until when somebody works on it.</param>
public sealed record DueProcess(Guid Id, DateTime NextRunOn, DateTime? RequestedOn, DateTime? LeaseUntil)
{
    /// <summary>So long a tick that was asked for may take to begin and end before it is asked for again.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>
    /// True when a tick has to be asked for: nobody is at work, and none was asked for since the run was due, or it was so long
    /// ago that its job must have died.
    /// </summary>
    public bool NeedsTick(DateTime now) =>
        NextRunOn <= now
        && (LeaseUntil is null || LeaseUntil <= now)
        && (RequestedOn is not { } requested || requested < NextRunOn || now - requested >= Patience);
}
