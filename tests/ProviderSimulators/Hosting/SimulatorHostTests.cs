using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using ProviderSimulators.Hosting;
using ProviderSimulators.Messages;
using ProviderSimulators.Phones;
using ProviderSimulators.Tests.Doubles;

namespace ProviderSimulators.Tests.Hosting;

public sealed class SimulatorHostTests
{
    [Fact]
    public async Task All_simulators_start_on_free_ports_of_loopback_and_have_names()
    {
        await using SimulatorHost host = await SimulatorHost.StartAsync(Some.Setup());

        Assert.Equal(SimulatorHost.Names.Select(name => name + ".sim.test").Order(), host.Routes.Keys.Order());
        Assert.All(host.Routes.Values, address => Assert.True(address.IsLoopback && address.Port > 0));
        Assert.Equal(host.Routes.Count, host.Routes.Values.Distinct().Count());
    }

    [Fact]
    public async Task A_name_nobody_knows_is_refused() =>
        await Assert.ThrowsAsync<ArgumentException>(() => SimulatorHost.StartAsync(Some.Setup(), "post-office"));

    [Theory]
    [InlineData("GET /_sim/arrivals HTTP/1.1\r\nHost: 127.0.0.1")]
    [InlineData("GET http://ghasedak.sim.test/_sim/arrivals HTTP/1.1\r\nHost: ghasedak.sim.test")]
    public async Task Requests_may_name_a_path_or_the_whole_address(string head)
    {
        await using SimulatorHost host = await SimulatorHost.StartAsync(Some.Setup(), "ghasedak");
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, host["ghasedak"].Address.Port);

        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head + "\r\nConnection: close\r\n\r\n"));
        string answer = await new StreamReader(socket.GetStream()).ReadToEndAsync();

        Assert.StartsWith("HTTP/1.1 200", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Phones_are_shared_and_a_line_finds_its_provider()
    {
        await using SimulatorHost host = await SimulatorHost.StartAsync(Some.Setup());
        string line = host["rahyab"].Account.Lines[0];

        InboundMessage sent = host.Phones.Phone("09121110001").Send("+" + line, "مشکل حاد: چاپ");
        host["ghasedak"].Messages.Accept([Some.Message("9121110001") with { AcceptedOn = Some.Start.AddSeconds(-1) }]);
        host["rahyab"].Messages.Accept([Some.Message("9121110001") with { AcceptedOn = Some.Start.AddSeconds(-9), Text = "اول" }]);
        ((ProviderSimulators.Time.ManualTime)host["rahyab"].Setup.Time).Advance(TimeSpan.FromSeconds(1));

        Assert.Equal((line, "9121110001"), (sent.Line, sent.Sender));
        Assert.Equal(["اول", "سلام"], host.Phones.Phone("+989121110001").Inbox.Select(message => message.Text));
        Assert.Equal(["09121110001"], host.Phones.Numbers);
        Assert.Throws<ArgumentException>(() => host.Phones.Phone("09121110001").Send("999", "سلام"));
        Assert.Throws<ArgumentException>(() => host.Phones.Phone("02188776655"));
    }

    [Fact]
    public async Task The_side_door_reads_phones_sends_from_them_and_orders_faults()
    {
        await using SimulatorHost host = await SimulatorHost.StartAsync(Some.Setup(), "ghasedak");
        ProviderSimulator simulator = host["ghasedak"];
        simulator.Messages.Accept([Some.Message("9121110001") with { AcceptedOn = Some.Start.AddMinutes(-1) }]);
        using var client = new HttpClient { BaseAddress = simulator.Address };

        string inbox = await client.GetStringAsync("_sim/phones/09121110001");
        HttpResponseMessage sent = await client.PostAsync("_sim/phones/09121110001", Some.Json("{\"line\":\"30001234\",\"text\":\"بله\"}"));
        HttpResponseMessage refused = await client.PostAsync("_sim/phones/09121110001", Some.Json("{\"line\":\"1\",\"text\":\"بله\"}"));
        HttpResponseMessage ordered = await client.PostAsync("_sim/faults", Some.Json("{\"fault\":\"webpage\",\"count\":1,\"references\":\"never\"}"));
        HttpResponseMessage faulty = await client.GetAsync("rest/api/v1/WebService/GetAccountInformation");
        string arrivals = await client.GetStringAsync("_sim/arrivals");

        Assert.Equal("سلام", JsonDocument.Parse(inbox).RootElement[0].GetProperty("text").GetString());
        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        Assert.Equal("بله", simulator.Inbound.Read(message => true, found => found, marks: false).Single().Text);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, ordered.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, faulty.StatusCode);
        Assert.Equal("{\"GetAccountInformation\":1}", arrivals);
    }

    [Fact]
    public async Task A_restarted_host_knows_what_it_accepted_and_what_it_cost()
    {
        using var folder = new TemporaryFolder();
        decimal credit;
        await using (SimulatorHost first = await SimulatorHost.StartAsync(Some.Setup(folder: folder.Path), "rahyab"))
        {
            first["rahyab"].Messages.Accept([Some.Message(reference: "77")]);
            credit = first["rahyab"].Credit;
        }

        await using SimulatorHost second = await SimulatorHost.StartAsync(Some.Setup(folder: folder.Path), "rahyab");

        Assert.Single(second["rahyab"].Messages.WithReference("77"));
        Assert.Equal(credit, second["rahyab"].Credit);
    }
}
