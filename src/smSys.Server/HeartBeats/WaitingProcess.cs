namespace smSys.Server.HeartBeats;

/// <summary>An SMS Process row as far as the heart looks at it. All times are UTC.</summary>
/// <param name="Id">Of the row.</param>
/// <param name="NextRunOn">When it is to run.</param>
/// <param name="RequestedOn">When a tick was last asked for.</param>
/// <param name="LastRunOn">When a tick last took the row.</param>
/// <param name="LeaseUntil">Until when a tick holds the row.</param>
public sealed record WaitingProcess(Guid Id, DateTime NextRunOn, DateTime? RequestedOn, DateTime? LastRunOn, DateTime? LeaseUntil);
