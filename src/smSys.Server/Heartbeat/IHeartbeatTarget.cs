namespace smSys.Server.Heartbeat;

/// <summary>The organisation that a heart beats for: over the Web API, or in the process of a development host.</summary>
public interface IHeartbeatTarget
{
    /// <summary>Active processes, not paused, whose next run is not later than <paramref name="now"/>; at most a few hundred, longest due first.</summary>
    Task<IReadOnlyList<DueProcess>> FindDueAsync(DateTime now, CancellationToken cancellation);

    /// <summary>Asks for a tick of a process by setting its requested on.</summary>
    Task RequestAsync(Guid processId, DateTime now, CancellationToken cancellation);

    /// <summary>Writes into the heart-beat row that the heart is beating; does nothing when there is no such row yet.</summary>
    Task BeatAsync(DateTime now, CancellationToken cancellation);
}
