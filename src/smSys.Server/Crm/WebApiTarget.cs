using Newtonsoft.Json.Linq;
using smSys.Server.Heartbeat;

namespace smSys.Server.Crm;

/// <summary>An organisation reached over its Web API.</summary>
public sealed class WebApiTarget(CrmWebApi api) : IHeartbeatTarget
{
    private const int AtOnce = 250;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DueProcess>> FindDueAsync(DateTime now, CancellationToken cancellation)
    {
        var filter = $"statecode eq 0 and statuscode ne {ProcessTable.Paused} and {ProcessTable.Kind} ne {ProcessTable.HeartBeat}"
            + $" and {ProcessTable.NextRunOn} le {CrmTime.Text(now)}";
        var query = $"{ProcessTable.Set}?$select={ProcessTable.Id},{ProcessTable.NextRunOn},{ProcessTable.RequestedOn},{ProcessTable.LeaseUntil}"
            + $"&$filter={Uri.EscapeDataString(filter)}&$orderby={ProcessTable.NextRunOn}%20asc&$top={AtOnce}";
        var rows = await api.ReadAsync(query, cancellation).ConfigureAwait(false);
        return rows.Select(Due).ToArray();
    }

    /// <inheritdoc/>
    public Task RequestAsync(Guid processId, DateTime now, CancellationToken cancellation) =>
        api.UpdateAsync(ProcessTable.Set, processId, new JObject { [ProcessTable.RequestedOn] = CrmTime.Text(now) }, cancellation);

    /// <inheritdoc/>
    public async Task BeatAsync(DateTime now, CancellationToken cancellation)
    {
        var filter = Uri.EscapeDataString($"{ProcessTable.Kind} eq {ProcessTable.HeartBeat} and statecode eq 0");
        var rows = await api.ReadAsync($"{ProcessTable.Set}?$select={ProcessTable.Id}&$filter={filter}&$top=5", cancellation).ConfigureAwait(false);
        foreach (var row in rows)
        {
            await api.UpdateAsync(ProcessTable.Set, IdOf(row), new JObject { [ProcessTable.LastBeatOn] = CrmTime.Text(now) }, cancellation)
                .ConfigureAwait(false);
        }
    }

    private static DueProcess Due(JObject row) => new(
        IdOf(row),
        CrmTime.Read(row[ProcessTable.NextRunOn]) ?? DateTime.MinValue,
        CrmTime.Read(row[ProcessTable.RequestedOn]),
        CrmTime.Read(row[ProcessTable.LeaseUntil]));

    private static Guid IdOf(JObject row) => Guid.TryParse(row[ProcessTable.Id]?.Value<string>(), out var id)
        ? id
        : throw new InvalidDataException("Dynamics answered with a process that has no id.");
}
