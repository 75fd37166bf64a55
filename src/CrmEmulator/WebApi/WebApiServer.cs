using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace CrmEmulator.WebApi;

/// <summary>A web server on loopback with nothing but an organisation's Web API.</summary>
public sealed class WebApiServer : IAsyncDisposable
{
    private readonly WebApplication application;

    private WebApiServer(WebApplication application, Uri address)
    {
        this.application = application;
        Address = address;
    }

    /// <summary>http://127.0.0.1:port/</summary>
    public Uri Address { get; }

    /// <param name="organization">Whose data it serves.</param>
    /// <param name="port">0 takes a free port.</param>
    /// <param name="options">Who may call; by default everybody is the administrator.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<WebApiServer> StartAsync(Organization organization, int port = 0, WebApiOptions? options = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port);
            kestrel.Limits.MaxRequestBodySize = 128 * 1024 * 1024;
        });
        var application = builder.Build();
        application.MapWebApi(organization, options);
        await application.StartAsync();
        return new WebApiServer(application, new Uri(application.Urls.Single() + "/"));
    }

    public ValueTask DisposeAsync() => application.DisposeAsync();
}
