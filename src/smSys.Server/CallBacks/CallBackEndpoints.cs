using smSys.Server.Options;
using smSys.Server.Spool;

namespace smSys.Server.CallBacks;

/// <summary>
/// Takes what providers push: <c>/push/{process}/{key}</c>, by GET or POST, whatever the body. A push rings the bell of an SMS
/// Process (the Receive of a line, the Track of an account), and the poll that follows is the truth: nothing is believed that
/// a stranger sends. "Received" is said only once the ring lies on the disk.
/// </summary>
public static class CallBackEndpoints
{
    /// <summary>Adds the addresses.</summary>
    public static void MapCallBacks(this IEndpointRouteBuilder routes, ServerOptions options, SpoolFolder spool, Func<DateTime> clock)
    {
        routes.MapMethods("/push/{process:guid}/{key}", ["GET", "POST"], (Guid process, string key) =>
        {
            if (!CallBackKey.Fits(options.CallBackSecret, process, key))
            {
                return Results.NotFound();
            }

            spool.Put(process, clock());
            return Results.Text("OK");
        });
    }
}
