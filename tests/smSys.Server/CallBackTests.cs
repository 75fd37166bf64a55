using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using smSys.Server.CallBacks;
using smSys.Server.Crm;
using smSys.Server.Options;
using smSys.Server.Spool;

namespace smSys.Server.Tests;

public sealed class CallBackTests : IDisposable
{
    private const string Secret = "a secret for these tests";
    private static readonly DateTime Now = new(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc);
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "smsys-spool-" + Guid.NewGuid().ToString("N"));

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, true);
        }
    }

    [Fact]
    public void The_key_of_a_process_fits_it_and_no_other()
    {
        var process = Guid.NewGuid();

        Assert.True(CallBackKey.Fits(Secret, process, CallBackKey.Of(Secret, process)));
        Assert.False(CallBackKey.Fits(Secret, Guid.NewGuid(), CallBackKey.Of(Secret, process)));
        Assert.False(CallBackKey.Fits("another secret, as long", process, CallBackKey.Of(Secret, process)));
        Assert.False(CallBackKey.Fits("", process, CallBackKey.Of("", process)));
    }

    [Fact]
    public async Task A_ring_survives_while_the_organisation_is_away_and_is_delivered_once_it_is_back()
    {
        await using var crm = await StandInCrm.StartAsync();
        var spool = new SpoolFolder(_folder);
        var process = Guid.NewGuid();
        spool.Put(process, Now);
        spool.Put(process, Now.AddSeconds(1));
        crm.Answer = _ => (503, "");
        var delivery = new Delivery(new SpoolFolder(_folder), new CrmWebApi(crm.Client()), () => Now);

        await Assert.ThrowsAsync<HttpRequestException>(() => delivery.DeliverAsync(CancellationToken.None));
        var waiting = spool.Waiting().Count;
        crm.Answer = _ => (204, "");
        var delivered = await delivery.DeliverAsync(CancellationToken.None);

        Assert.Equal((2, 2, 0), (waiting, delivered, spool.Waiting().Count));
        Assert.Equal(2, crm.Calls.Count);
    }

    [Fact]
    public async Task Rings_for_a_process_that_is_gone_are_dropped()
    {
        await using var crm = await StandInCrm.StartAsync();
        crm.Answer = _ => (404, "");
        var spool = new SpoolFolder(_folder);
        spool.Put(Guid.NewGuid(), Now);

        await new Delivery(spool, new CrmWebApi(crm.Client()), () => Now).DeliverAsync(CancellationToken.None);

        Assert.Empty(spool.Waiting());
    }

    [Fact]
    public async Task The_server_takes_a_push_with_the_right_key_only_and_tells_its_health()
    {
        await using var crm = await StandInCrm.StartAsync();
        crm.Answer = method => method == "GET" ? (200, """{"value":[]}""") : (503, "");
        await using var server = Server(crm.Address);
        await server.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(AddressOf(server)) };
        var process = Guid.NewGuid();

        var right = await client.PostAsync($"push/{process:D}/{CallBackKey.Of(Secret, process)}", new StringContent("id=1&text=سلام"));
        var byGet = await client.GetAsync($"push/{process:D}/{CallBackKey.Of(Secret, process)}?id=2");
        var wrong = await client.GetAsync($"push/{process:D}/0123456789abcdef0123456789abcdef");
        var health = await (await client.GetAsync("health")).Content.ReadAsStringAsync();

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.NotFound), (right.StatusCode, byGet.StatusCode, wrong.StatusCode));
        Assert.Contains("\"waiting\":2", health, StringComparison.Ordinal);
        await server.StopAsync();
    }

    [Fact]
    public void Wrong_options_are_named_in_sentences()
    {
        var options = new ServerOptions { Organisation = new OrganisationOptions { Address = "crm" }, BeatSeconds = 0, CallBackSecret = "short" };

        Assert.Equal(3, options.Problems().Count);
        Assert.Contains("write for example https://", options.Problems()[0], StringComparison.Ordinal);
    }

    private WebApplication Server(string crmAddress)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        var options = new ServerOptions
        {
            Organisation = new OrganisationOptions { Address = crmAddress, SignIn = SignIn.None },
            SpoolFolder = _folder,
            CallBackSecret = Secret,
        };
        return ServerHost.Build(builder, options, TimeProvider.System);
    }

    private static string AddressOf(WebApplication server) =>
        server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
}
