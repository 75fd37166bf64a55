namespace smSys.Server.HeartBeats;

/// <summary>
/// The few things that the heart asks of CRM. All times are UTC. Faults come as
/// <see cref="Faults.CrmFaultException"/>; anything else that is thrown counts as a fault of the row.
/// Calls may come in parallel, at most <see cref="HeartBeatOptions.Parallel"/> at once.
/// </summary>
public interface ICrmDoor
{
    /// <summary>Active SMS Process rows, waiting or running, that are due by their next run and that nobody holds by a lease.</summary>
    Task<IReadOnlyList<WaitingProcess>> FindDueAsync(DateTime nowUtc, CancellationToken cancel);

    /// <summary>Sets requested-on, which starts a tick. Never creates a row that is gone.</summary>
    Task RequestTickAsync(Guid processId, DateTime nowUtc, CancellationToken cancel);

    /// <summary>Writes last-beat-on of the heart-beat row, and creates the row when it is absent.</summary>
    Task WriteHeartBeatAsync(Guid rowId, DateTime nowUtc, CancellationToken cancel);

    /// <summary>Active SMS settings whose last-beat-on is empty or older than a time.</summary>
    Task<IReadOnlyList<Guid>> FindSettingsAsync(DateTime beatenBeforeUtc, CancellationToken cancel);

    /// <summary>Writes last-beat-on of a setting. Never creates a row that is gone.</summary>
    Task WriteSettingBeatAsync(Guid settingId, DateTime nowUtc, CancellationToken cancel);
}
