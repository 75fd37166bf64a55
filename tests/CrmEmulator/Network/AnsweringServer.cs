using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CrmEmulator.Tests.Network;

/// <summary>A web server on a free loopback port that answers every request with its own text, or with the host name it was asked for.</summary>
internal sealed class AnsweringServer : IDisposable
{
    private readonly WebApplication application;
    private int requests;

    public AnsweringServer(string? text = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        application = builder.Build();
        application.Run(context =>
        {
            Interlocked.Increment(ref requests);
            return context.Response.WriteAsync(text ?? context.Request.Host.ToString());
        });
        application.StartAsync().GetAwaiter().GetResult();
        Address = new Uri(application.Urls.Single());
    }

    public Uri Address { get; }

    public int Requests => Volatile.Read(ref requests);

    public void Dispose() => application.DisposeAsync().AsTask().GetAwaiter().GetResult();
}
