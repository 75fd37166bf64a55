using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using smSys.Server.Callbacks;
using smSys.Server.HeartBeats;
using smSys.Server.Spooling;
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
    /// <param name="delivery">The ear's way to CRM; null is the Web API that the options name.</param>
    /// <param name="surroundings">Changes logging and services of the host.</param>
    /// <exception cref="IOException">The spool folder cannot be written to.</exception>
    /// <exception cref="UnauthorizedAccessException">The spool folder cannot be written to.</exception>
    public static SmsServer Build(
        ServerOptions options,
        TimeProvider? time = null,
        ICrmDoor? door = null,
        ICallbackDelivery? delivery = null,
        Action<WebApplicationBuilder>? surroundings = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.SetMinimumLevel(options.LogLevel);
        // Addresses of call-backs hold keys: no line about requests.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("System.Net.Http", LogLevel.Warning);
        builder.WebHost.UseUrls(options.Listen);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        AddTimeAndDoors(builder.Services, options, time, door, delivery);
        builder.Services.AddSingleton(options.Heart).AddSingleton(options.Ear);
        builder.Services.AddSingleton<HeartBeat>().AddHostedService<HeartBeatService>();
        builder.Services.AddSingleton(services => new Spool(
            options.Ear.Folder, options.Ear.FolderMegabytes * 1024L * 1024L, services.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton<CallbackDeliverer>().AddHostedService<DeliveryService>();
        builder.Services.AddSingleton<CallbackEndpoints>().AddSingleton<HealthPage>();
        surroundings?.Invoke(builder);

        var web = builder.Build();
        if (options.Ear.Proxies.Length > 0)
        {
            web.UseForwardedHeaders(Forwarding(options.Ear));
        }

        web.UseRouting();
        web.Services.GetRequiredService<HealthPage>().Map(web);
        web.Services.GetRequiredService<CallbackEndpoints>().Map(web);
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

    private static void AddTimeAndDoors(
        IServiceCollection services,
        ServerOptions options,
        TimeProvider? time,
        ICrmDoor? door,
        ICallbackDelivery? delivery)
    {
        services.AddSingleton<TimeProvider>(provider =>
            time ?? new CrmClock(TimeProvider.System, provider.GetRequiredService<ILogger<CrmClock>>()));
        services.AddSingleton(provider => new WebApiClient(options.Crm, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => door ?? new WebApiDoor(provider.GetRequiredService<WebApiClient>()));
        services.AddSingleton(provider => delivery ?? new WebApiDelivery(provider.GetRequiredService<WebApiClient>()));
    }

    private static ForwardedHeadersOptions Forwarding(EarOptions ear)
    {
        var forwarding = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor, ForwardLimit = ear.Proxies.Length };
        forwarding.KnownProxies.Clear();
        forwarding.KnownIPNetworks.Clear();
        foreach (var proxy in ear.Proxies)
        {
            forwarding.KnownProxies.Add(IPAddress.Parse(proxy));
        }

        return forwarding;
    }
}
