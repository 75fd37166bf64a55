using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using smSys.Messaging.Providers;

namespace Kannel.Gateway;

/// <summary>Takes what Kannel pushes, as it comes.</summary>
internal sealed class Ear : IAsyncDisposable
{
    private readonly WebApplication _web;
    private readonly List<CallbackRequest> _heard = [];

    private Ear(WebApplication web) => _web = web;

    public string Address => _web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    public IReadOnlyList<CallbackRequest> Heard
    {
        get
        {
            lock (_heard)
            {
                return [.. _heard];
            }
        }
    }

    public static async Task<Ear> ListenAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        WebApplication web = builder.Build();
        var ear = new Ear(web);
        web.Run(async http =>
        {
            using var reader = new StreamReader(http.Request.Body);
            string body = await reader.ReadToEndAsync();
            ear.Keep(new CallbackRequest { Query = http.Request.QueryString.Value ?? string.Empty, ContentType = http.Request.ContentType ?? string.Empty, Body = body });
            await http.Response.WriteAsync("OK");
        });
        await web.StartAsync();
        return ear;
    }

    public ValueTask DisposeAsync() => _web.DisposeAsync();

    private void Keep(CallbackRequest request)
    {
        lock (_heard)
        {
            _heard.Add(request);
        }
    }
}
