namespace smSys.Server.Spool;

/// <summary>A call-back that was acknowledged and has to reach the organisation.</summary>
/// <param name="File">Where it lies.</param>
/// <param name="ProcessId">The SMS Process that it wakes.</param>
/// <param name="TakenOn">When it came, UTC.</param>
public sealed record SpoolItem(string File, Guid ProcessId, DateTime TakenOn);
