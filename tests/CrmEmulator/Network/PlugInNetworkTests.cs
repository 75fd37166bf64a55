using System.Net;
using System.Net.Sockets;
using CrmEmulator.Latency;
using CrmEmulator.Network;
using CrmEmulator.Pipeline;
using CrmEmulator.Tests.Pipeline;
using Microsoft.Xrm.Sdk;

namespace CrmEmulator.Tests.Network;

public class PlugInNetworkTests
{
    [Fact]
    public void A_routed_name_reaches_its_simulator_by_HttpClient_and_by_HttpWebRequest()
    {
        using var simulator = new AnsweringServer();
        using var crm = new PipelineOrganization();
        crm.Organization.Network.Route("ghasedak.sim.test", simulator.Address);
        crm.On("Create", "contact", 40, run =>
        {
            crm.Note(Get("http://ghasedak.sim.test/v2/send"));
#pragma warning disable SYSLIB0014 // plug-ins of .NET Framework use it
            var request = (HttpWebRequest)WebRequest.Create("http://ghasedak.sim.test:8080/state");
#pragma warning restore SYSLIB0014
            using var response = request.GetResponse();
            crm.Note(new StreamReader(response.GetResponseStream()).ReadToEnd());
        });

        crm.Contact();

        Assert.Equal(["ghasedak.sim.test", "ghasedak.sim.test:8080"], crm.Notes);
        Assert.Equal([new HostCallCount("ghasedak.sim.test", false, 2)], crm.Organization.Network.Calls);
    }

    [Theory]
    [InlineData("http://127.0.0.1:{0}/")]
    [InlineData("http://[::1]:{0}/")]
    [InlineData("http://localhost:{0}/")]
    [InlineData("http://unknown.sim.test/")]
    [InlineData("https://ghasedak.sim.test/")]
    public void What_Dynamics_refuses_and_what_is_unknown_is_never_reached(string address)
    {
        using var simulator = new AnsweringServer();
        using var crm = new PipelineOrganization();
        crm.Organization.Network.Route("ghasedak.sim.test", simulator.Address);
        crm.On("Create", "contact", 40, run =>
        {
            var thrown = Record.Exception(() => Get(string.Format(address, simulator.Address.Port)));
            for (var inner = thrown; inner is not null; inner = inner.InnerException)
            {
                if (inner is SocketException socket)
                {
                    crm.Note(socket.SocketErrorCode.ToString());
                }
            }
        });

        crm.Contact();

        Assert.Equal([nameof(SocketError.ConnectionRefused)], crm.Notes);
        Assert.Equal(0, simulator.Requests);
        Assert.True(Assert.Single(crm.Organization.Network.Calls).IsRefused);
        Assert.Contains("was refused", crm.Organization.Traces.Executions[0].Text);
    }

    [Fact]
    public void The_hosts_own_clients_go_direct_and_organisations_do_not_disturb_each_other()
    {
        using var first = new AnsweringServer("first");
        using var second = new AnsweringServer("second");
        using var one = new PipelineOrganization();
        using var two = new PipelineOrganization();
        one.Organization.Network.Route("panel.sim.test", first.Address);
        two.Organization.Network.Route("panel.sim.test", second.Address);
        foreach (var crm in new[] { one, two })
        {
            crm.On("Create", "contact", 40, run => crm.Note(Get("http://panel.sim.test/")));
        }

        Parallel.For(0, 10, _ =>
        {
            one.Contact();
            two.Contact();
        });

        Assert.Equal(Enumerable.Repeat("first", 10), one.Notes);
        Assert.Equal(Enumerable.Repeat("second", 10), two.Notes);
        Assert.Equal("first", Get(first.Address.AbsoluteUri));
    }

    [Fact]
    public async Task An_execution_that_was_ended_reaches_nobody_any_more()
    {
        using var simulator = new AnsweringServer();
        using var release = new ManualResetEventSlim();
        using var begun = new ManualResetEventSlim();
        var late = new TaskCompletionSource<Exception?>();
        using var crm = new PipelineOrganization();
        crm.Organization.Network.Route("ghasedak.sim.test", simulator.Address);
        crm.On("Create", "contact", 20, run =>
        {
            begun.Set();
            release.Wait();
            late.SetResult(Record.Exception(() => Get("http://ghasedak.sim.test/")));
        });
        var creating = Task.Run(() => Record.Exception(() => crm.Contact()));
        begun.Wait();
        crm.Organization.Clock.Advance(TimeSpan.FromMinutes(2));
        await creating;

        release.Set();

        Assert.IsType<HttpRequestException>(await late.Task);
        Assert.Equal(0, simulator.Requests);
    }

    [Fact]
    public void The_observer_sees_each_request_before_and_after_it()
    {
        using var simulator = new AnsweringServer();
        var seen = new List<string>();
        using var crm = new PipelineOrganization(new ExecutionOptions
        {
            OnCall = point => seen.Add($"{point.Number} {point.Kind} {point.Name} {point.IsAfter} {simulator.Requests}"),
        });
        crm.Organization.Network.Route("ghasedak.sim.test", simulator.Address);
        crm.On("Create", "contact", 40, run =>
        {
            Get("http://ghasedak.sim.test/send?key=secret");
            run.Service.Create(new Entity("account") { ["name"] = "یک" });
        });

        crm.Contact();

        Assert.Equal(
            [
                "1 Http GET http://ghasedak.sim.test/send False 0",
                "1 Http GET http://ghasedak.sim.test/send True 1",
                "2 Service Create False 1",
                "2 Service Create True 1",
            ],
            seen);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("[::1]")]
    public void A_route_for_an_address_or_loopback_is_refused(string name) =>
        Assert.Throws<ArgumentException>(() => new PlugInNetwork().Route(name, new Uri("http://127.0.0.1:1")));

    private static string Get(string address)
    {
        using var client = new HttpClient();
        return client.GetStringAsync(address).GetAwaiter().GetResult();
    }
}
