namespace CrmEmulator.Storage;

/// <summary>Dates are kept as whole seconds since 1970 in UTC: Dynamics keeps no fractions of a second.</summary>
internal static class CrmDate
{
    public static readonly DateTime Earliest = new(1753, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public static long ToSeconds(DateTime value) =>
        (value.Ticks / TimeSpan.TicksPerSecond) - (DateTime.UnixEpoch.Ticks / TimeSpan.TicksPerSecond);

    public static DateTime FromSeconds(long seconds) => DateTime.UnixEpoch.AddTicks(seconds * TimeSpan.TicksPerSecond);
}
