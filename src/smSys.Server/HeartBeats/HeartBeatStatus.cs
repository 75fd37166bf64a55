namespace smSys.Server.HeartBeats;

/// <summary>How the heart is.</summary>
/// <param name="LastBeatOn">The last beat that reached CRM, in UTC; null before the first.</param>
/// <param name="IsCrmReachable">The last beat reached CRM.</param>
/// <param name="FaultCode">The code of what is wrong; null when nothing is.</param>
/// <param name="Requested">Ticks asked for since the start.</param>
public sealed record HeartBeatStatus(DateTime? LastBeatOn, bool IsCrmReachable, string? FaultCode, long Requested);
