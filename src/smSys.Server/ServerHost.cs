using smSys.Server.CallBacks;
using smSys.Server.Crm;
using smSys.Server.Health;
using smSys.Server.Heartbeat;
using smSys.Server.Options;
using smSys.Server.Spool;

namespace smSys.Server;

/// <summary>Puts the server together: a heart and an ear.</summary>
public static class ServerHost
{
    /// <summary>The server, ready to run.</summary>
    /// <exception cref="InvalidOperationException">An option is wrong; the sentences say which and what to do.</exception>
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        var options = builder.Configuration.GetSection("smSys").Get<ServerOptions>() ?? new ServerOptions();
        return Build(builder, options, TimeProvider.System);
    }

    /// <summary>The server with these options and this time.</summary>
    /// <exception cref="InvalidOperationException">As above.</exception>
    public static WebApplication Build(WebApplicationBuilder builder, ServerOptions options, TimeProvider time)
    {
        var problems = options.Problems();
        if (problems.Count > 0)
        {
            throw new InvalidOperationException(string.Join(Environment.NewLine, problems));
        }

        DateTime Clock() => time.GetUtcNow().UtcDateTime;
        var spool = new SpoolFolder(options.SpoolFolder);
        var api = new CrmWebApi(CrmConnection.Open(options.Organisation, time));
        var heart = new Heart(new WebApiTarget(api), Clock);
        builder.Services.AddSingleton(options).AddSingleton(time).AddSingleton(heart).AddSingleton(new Delivery(spool, api, Clock));
        builder.Services.AddHostedService<HeartService>().AddHostedService<DeliveryService>();

        var server = builder.Build();
        server.MapCallBacks(options, spool, Clock);
        server.MapGet("/health", () =>
        {
            var report = HealthReport.Of(heart.Last, TimeSpan.FromSeconds(options.BeatSeconds), spool.Waiting(), Clock());
            return Results.Json(report, statusCode: report.IsWell ? 200 : 503);
        });
        return server;
    }
}
