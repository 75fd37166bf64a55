using System.Globalization;
using Newtonsoft.Json.Linq;
using smSys.Server.Faults;
using smSys.Server.HeartBeats;
using static smSys.Server.WebApi.CrmNames;

namespace smSys.Server.WebApi;

/// <summary>The heart's door to a real organisation.</summary>
public sealed class WebApiDoor(WebApiClient api) : ICrmDoor
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<WaitingProcess>> FindDueAsync(DateTime nowUtc, CancellationToken cancel)
    {
        var now = WebApiTime.Write(nowUtc);
        var rows = await api.FindAsync(
            ProcessSet
            + "?$select=" + string.Join(',', ProcessId, NextRunOn, RequestedOn, LastRunOn, LeaseUntil)
            + "&$filter=statecode eq " + Number(Active)
            + " and (statuscode eq " + Number(Waiting) + " or statuscode eq " + Number(Running) + ")"
            + " and " + NextRunOn + " le " + now
            + " and (" + LeaseUntil + " eq null or " + LeaseUntil + " le " + now + ")"
            + "&$orderby=" + NextRunOn,
            cancel).ConfigureAwait(false);
        return [.. rows.Select(Read)];
    }

    /// <inheritdoc/>
    public Task RequestTickAsync(Guid processId, DateTime nowUtc, CancellationToken cancel) =>
        api.UpdateAsync(ProcessSet, processId, new JObject { [RequestedOn] = WebApiTime.Write(nowUtc) }, cancel);

    /// <inheritdoc/>
    public async Task WriteHeartBeatAsync(Guid rowId, DateTime nowUtc, CancellationToken cancel)
    {
        var values = new JObject { [LastBeatOn] = WebApiTime.Write(nowUtc) };
        try
        {
            await api.UpdateAsync(ProcessSet, rowId, values, cancel).ConfigureAwait(false);
        }
        catch (CrmFaultException fault) when (fault.Kind == CrmFaultKind.Gone)
        {
            values[Name] = "smSys";
            values[ProcessKind] = HeartBeatKind;
            await CreateOrLeaveAsync(rowId, values, cancel).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Guid>> FindSettingsAsync(DateTime beatenBeforeUtc, CancellationToken cancel)
    {
        var rows = await api.FindAsync(
            SettingSet
            + "?$select=" + SettingId
            + "&$filter=statecode eq " + Number(Active)
            + " and (" + LastBeatOn + " eq null or " + LastBeatOn + " lt " + WebApiTime.Write(beatenBeforeUtc) + ")",
            cancel).ConfigureAwait(false);
        return [.. rows.Select(row => Guid.Parse((string)row[SettingId]!))];
    }

    /// <inheritdoc/>
    public Task WriteSettingBeatAsync(Guid settingId, DateTime nowUtc, CancellationToken cancel) =>
        api.UpdateAsync(SettingSet, settingId, new JObject { [LastBeatOn] = WebApiTime.Write(nowUtc) }, cancel);

    // Another replica may have created it meanwhile; then its beat counts for both.
    private async Task CreateOrLeaveAsync(Guid rowId, JObject values, CancellationToken cancel)
    {
        try
        {
            await api.CreateAsync(ProcessSet, rowId, values, cancel).ConfigureAwait(false);
        }
        catch (CrmFaultException fault) when (fault.Kind == CrmFaultKind.Exists)
        {
            return;
        }
    }

    private static WaitingProcess Read(JObject row) => new(
        Guid.Parse((string)row[ProcessId]!),
        WebApiTime.Read(row[NextRunOn]) ?? DateTime.MaxValue,
        WebApiTime.Read(row[RequestedOn]),
        WebApiTime.Read(row[LastRunOn]),
        WebApiTime.Read(row[LeaseUntil]));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
