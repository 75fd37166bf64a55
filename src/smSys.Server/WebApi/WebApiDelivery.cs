using System.Globalization;
using Newtonsoft.Json.Linq;
using smSys.Server.Callbacks;
using smSys.Server.Faults;
using static smSys.Server.WebApi.CrmNames;

namespace smSys.Server.WebApi;

/// <summary>The ear's way to a real organisation.</summary>
public sealed class WebApiDelivery(WebApiClient api) : ICallbackDelivery
{
    /// <inheritdoc/>
    public Task RingAsync(Guid processId, DateTime nowUtc, CancellationToken cancel)
    {
        var now = WebApiTime.Write(nowUtc);
        return api.UpdateAsync(ProcessSet, processId, new JObject { [NextRunOn] = now, [RequestedOn] = now }, cancel);
    }

    /// <inheritdoc/>
    public async Task CarryAsync(Carrier carrier, DateTime nowUtc, CancellationToken cancel)
    {
        var now = WebApiTime.Write(nowUtc);
        var row = new JObject
        {
            [Name] = string.Create(CultureInfo.InvariantCulture, $"Pushed – {carrier.Provider} – {now} ({carrier.Items.Count})"),
            [ProcessKind] = ReceiveKind,
            [SettingLookup + "@odata.bind"] = "/" + SettingSet + "(" + carrier.SettingId.ToString("D") + ")",
            [NextRunOn] = now,
            [Input] = carrier.Input,
        };
        try
        {
            await api.CreateAsync(ProcessSet, carrier.Id, row, cancel).ConfigureAwait(false);
        }
        catch (CrmFaultException fault) when (fault.Kind == CrmFaultKind.Exists)
        {
            return;
        }

        try
        {
            // A step on Create does not see requested-on; without this the row waits for the next heart-beat.
            await api.UpdateAsync(ProcessSet, carrier.Id, new JObject { [RequestedOn] = now }, cancel).ConfigureAwait(false);
        }
        catch (CrmFaultException)
        {
            // It has arrived and is due: a heart will wake it.
            return;
        }
    }
}
