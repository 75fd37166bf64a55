namespace smSys.Server.Spooling;

/// <summary>What lies in the spool.</summary>
/// <param name="Items">Acknowledged and not delivered.</param>
/// <param name="OldestOn">When the oldest of them came, in UTC; null when there is none.</param>
/// <param name="SetAside">Files in the folder of what CRM refused for a day, and of damaged lines.</param>
/// <param name="IsWritable">The last write succeeded.</param>
public sealed record SpoolState(long Items, DateTime? OldestOn, int SetAside, bool IsWritable);
