using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using smSys.Server.HeartBeats;
using smSys.Server.WebApi;

namespace smSys.Server.Hosting;

/// <summary>The whole server: heart, ear and health page. The program runs one; the development host and the tests start their own.</summary>
public sealed class SmsServer : IAsyncDisposable
{
    private readonly WebApplication _web;

    private SmsServer(WebApplication web) => _web = web;

    /// <summary>Where it listens; after <see cref="StartAsync"/>.</summary>
    public Uri Address => new(_web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>The heart, to look at its status.</summary>
    public HeartBeat Heart => _web.Services.GetRequiredService<HeartBeat>();

    /// <summary>Puts a server together.</summary>
    /// <param name="options">Checked: <see cref="OptionRules.ProblemsOf"/> is empty.</param>
    /// <param name="time">The clock and its timers; null is the machine's, corrected by CRM's.</param>
    /// <param name="door">The heart's way to CRM; null is the Web API that the options name.</param>
    /// <param name="surroundings">Changes logging and services of the host.</param>
    public static SmsServer Build(
        ServerOptions options,
        TimeProvider? time = null,
        ICrmDoor? door = null,
        Action<WebApplicationBuilder>? surroundings = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.SetMinimumLevel(LogLevel.Information);
        // Addresses of call-backs hold keys: no line about requests.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("System.Net.Http", LogLevel.Warning);
        builder.WebHost.UseUrls(options.Listen);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddSingleton<TimeProvider>(services =>
            time ?? new CrmClock(TimeProvider.System, services.GetRequiredService<ILogger<CrmClock>>()));
        builder.Services.AddSingleton(services => new WebApiClient(options.Crm, services.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton(services => door ?? new WebApiDoor(services.GetRequiredService<WebApiClient>()));
        builder.Services.AddSingleton(options.Heart);
        builder.Services.AddSingleton<HeartBeat>();
        builder.Services.AddSingleton<HealthPage>();
        builder.Services.AddHostedService<HeartBeatService>();
        surroundings?.Invoke(builder);

        var web = builder.Build();
        web.MapGet("/health", web.Services.GetRequiredService<HealthPage>().WriteAsync);
        return new SmsServer(web);
    }

    /// <summary>Starts to listen and to beat.</summary>
    /// <exception cref="IOException">The address is taken.</exception>
    public Task StartAsync(CancellationToken cancel = default) => _web.StartAsync(cancel);

    /// <summary>Runs until it is stopped from outside.</summary>
    public Task WaitAsync(CancellationToken cancel = default) => _web.WaitForShutdownAsync(cancel);

    /// <summary>Ends the beat and the requests under way.</summary>
    public Task StopAsync(CancellationToken cancel = default) => _web.StopAsync(cancel);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _web.DisposeAsync();
}
