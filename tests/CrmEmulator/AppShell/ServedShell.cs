using System.Net;
using CrmEmulator.AppShell;
using CrmEmulator.WebApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CrmEmulator.Tests.AppShell;

/// <summary>The sample organisation's pages and Web API on loopback, and a browser that keeps its cookies.</summary>
internal sealed class ServedShell : IAsyncDisposable
{
    private readonly WebApplication application;

    public ServedShell()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        application = builder.Build();
        application.MapWebApi(Sample.Organization, new WebApiOptions());
        application.MapAppShell(Sample.Organization);
        application.StartAsync().GetAwaiter().GetResult();
        Client = new HttpClient(new SocketsHttpHandler { UseProxy = false, CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = new Uri(application.Urls.Single() + "/") };
    }

    public SampleOrganization Sample { get; } = new();

    public HttpClient Client { get; }

    public async Task<HttpResponseMessage> SignIn(Guid user, int language = 1033, string returnTo = "/main.aspx")
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["user"] = user.ToString("D"), ["language"] = language.ToString(System.Globalization.CultureInfo.InvariantCulture), ["returnTo"] = returnTo });
        return await Client.PostAsync("signin", form);
    }

    public async Task<JToken> Json(string address)
    {
        using var answer = await Client.GetAsync(address);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{address}: {answer.StatusCode} {text}");
        using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None };
        return JToken.ReadFrom(reader);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await application.DisposeAsync();
        Sample.Dispose();
    }
}
