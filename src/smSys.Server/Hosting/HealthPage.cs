using Microsoft.AspNetCore.Http;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using smSys.Server.HeartBeats;

namespace smSys.Server.Hosting;

/// <summary>What <c>/health</c> answers: how old the last heart-beat is and whether CRM answers. It holds no address and no content.</summary>
internal sealed class HealthPage(HeartBeat heart, TimeProvider time)
{
    internal Task WriteAsync(HttpContext context)
    {
        var beat = heart.Status;
        var now = time.GetUtcNow().UtcDateTime;
        var page = new JObject
        {
            ["status"] = beat.IsCrmReachable ? "ok" : "degraded",
            ["crmReachable"] = beat.IsCrmReachable,
            ["crmFault"] = beat.FaultCode,
            ["lastBeatOn"] = beat.LastBeatOn,
            ["secondsSinceLastBeat"] = beat.LastBeatOn is { } last ? Math.Round((now - last).TotalSeconds) : null,
            ["ticksRequested"] = beat.Requested,
        };
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(page.ToString(Formatting.None), context.RequestAborted);
    }
}
