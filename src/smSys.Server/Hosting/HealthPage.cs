using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using smSys.Server.HeartBeats;
using smSys.Server.Spooling;

namespace smSys.Server.Hosting;

/// <summary>
/// <c>/health</c>: 200 while the heart beats and reaches CRM and pushes can be kept, else 503, for a watchdog.
/// <c>/health/ear</c>: 200 while pushes can be kept, whatever CRM does, for a load balancer. Both hold no address and no content.
/// </summary>
internal sealed class HealthPage(HeartBeat heart, Spool spool, HeartBeatOptions options, TimeProvider time)
{
    private static readonly TimeSpan _grace = TimeSpan.FromSeconds(30);

    internal void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health", (HttpContext context) => WriteAsync(context, false));
        routes.MapGet("/health/ear", (HttpContext context) => WriteAsync(context, true));
    }

    private Task WriteAsync(HttpContext context, bool isEarOnly)
    {
        var beat = heart.Status;
        var kept = spool.State();
        var age = beat.LastBeatOn is { } last ? time.GetUtcNow().UtcDateTime - last : (TimeSpan?)null;
        var isBeating = beat.IsCrmReachable && age <= (options.Interval * 3) + _grace;
        var isWell = kept.IsWritable && (isBeating || isEarOnly);
        var page = new JObject
        {
            ["status"] = isWell ? "ok" : "degraded",
            ["crmReachable"] = beat.IsCrmReachable,
            ["crmFault"] = beat.FaultCode,
            ["lastBeatOn"] = beat.LastBeatOn,
            ["secondsSinceLastBeat"] = age is { } since ? Math.Round(since.TotalSeconds) : null,
            ["ticksRequested"] = beat.Requested,
            ["spoolItems"] = kept.Items,
            ["spoolOldestOn"] = kept.OldestOn,
            ["spoolSetAside"] = kept.SetAside,
            ["spoolWritable"] = kept.IsWritable,
        };
        context.Response.StatusCode = isWell ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(page.ToString(Formatting.None), context.RequestAborted);
    }
}
