using Newtonsoft.Json.Linq;
using smSys.Server.Crm;
using smSys.Server.Spool;

namespace smSys.Server.CallBacks;

/// <summary>Delivers what lies in the spool: each process that was rung for is asked for a tick, once for all its rings.</summary>
public sealed class Delivery(SpoolFolder spool, CrmWebApi api, Func<DateTime> clock)
{
    /// <summary>Delivers everything that waits.</summary>
    /// <returns>How many rings were delivered.</returns>
    /// <exception cref="HttpRequestException">The organisation was not reached; what was not delivered stays in the spool.</exception>
    public async Task<int> DeliverAsync(CancellationToken cancellation)
    {
        var delivered = 0;
        foreach (var rings in spool.Waiting().GroupBy(item => item.ProcessId))
        {
            var now = CrmTime.Text(clock());
            var change = new JObject { [ProcessTable.NextRunOn] = now, [ProcessTable.RequestedOn] = now };

            // A process that is gone has nobody to wake: its rings are dropped as well.
            await api.UpdateAsync(ProcessTable.Set, rings.Key, change, cancellation).ConfigureAwait(false);
            foreach (var item in rings)
            {
                spool.Remove(item);
                delivered++;
            }
        }

        return delivered;
    }
}
