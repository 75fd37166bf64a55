using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace smSys.Server.Tests;

/// <summary>A Web API on loopback that answers what a test says and remembers what it was asked.</summary>
public sealed class StandInCrm : IAsyncDisposable
{
    private readonly WebApplication _app;

    private StandInCrm(WebApplication app) => _app = app;

    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    public ConcurrentQueue<(string Method, string Path, string Body)> Calls { get; } = new();

    public Func<string, (int Status, string Body)> Answer { get; set; } = _ => (200, """{"value":[]}""");

    public static async Task<StandInCrm> StartAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        var app = builder.Build();
        var crm = new StandInCrm(app);
        app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var path = context.Request.Path + context.Request.QueryString;
            crm.Calls.Enqueue((context.Request.Method, Uri.UnescapeDataString(path), await reader.ReadToEndAsync()));
            var (status, body) = crm.Answer(context.Request.Method);
            context.Response.StatusCode = status;
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(body);
        });
        await app.StartAsync();
        return crm;
    }

    public HttpClient Client() => new() { BaseAddress = new Uri(Address + "/api/data/v9.0/") };

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
