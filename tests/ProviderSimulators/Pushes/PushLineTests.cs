using System.Text.Json;
using ProviderSimulators.Hosting;
using ProviderSimulators.Pushes;
using ProviderSimulators.Tests.Doubles;
using ProviderSimulators.Time;

namespace ProviderSimulators.Tests.Pushes;

public sealed class PushLineTests
{
    public static TheoryData<string> Names => [.. SimulatorHost.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_receipt_is_pushed_for_each_state_that_was_reached(string name)
    {
        ManualTime time = Some.Time();
        await using SimulatorHost host = await SimulatorHost.StartAsync(Some.Setup(time), name);
        ProviderSimulator simulator = host[name];
        simulator.Messages.Accept([Some.Message("9121110001"), Some.Message("9121110004", "2")]);

        Assert.Empty(simulator.Pushes.Receipts());
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2, simulator.Pushes.Receipts().Count);
        time.Advance(TimeSpan.FromSeconds(9));
        IReadOnlyList<string> honest = simulator.Pushes.Receipts();
        Assert.Equal(3, honest.Count);
        Assert.Equal(honest.Reverse(), simulator.Pushes.Receipts(PushOrder.Reversed));
        Assert.Equal(honest.Concat(honest).Order(), simulator.Pushes.Receipts(PushOrder.Twice | PushOrder.Shuffled, 7).Order());
        Assert.NotEqual(honest.Concat(honest), simulator.Pushes.Receipts(PushOrder.Twice | PushOrder.Shuffled, 7));
        Assert.Equal(simulator.Pushes.Receipts(PushOrder.Shuffled, 7), simulator.Pushes.Receipts(PushOrder.Shuffled, 7));
    }

    [Fact]
    public async Task The_side_door_pushes_to_an_address_and_says_how_many_were_heard()
    {
        ManualTime time = Some.Time();
        await using SimulatorHost host = await SimulatorHost.StartAsync(Some.Setup(time), "rahyab", "ghasedak");
        host["rahyab"].Messages.Accept([Some.Message("9121110001")]);
        host.Phones.Phone("09121110001").Send(host["rahyab"].Account.Lines[0], "بله");
        time.Advance(TimeSpan.FromSeconds(9));
        using HttpClient client = Some.ClientThrough(host["rahyab"]);

        // The ear is another simulator, which knows no such path and says so.
        HttpResponseMessage answer = await client.PostAsync(
            new Uri("/_sim/pushes", UriKind.Relative), Some.Json("{\"address\":\"" + host["ghasedak"].Address + "bell\",\"order\":\"Twice, Reversed\"}"));
        using JsonDocument said = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());

        Assert.Equal((6, 0), (said.RootElement.GetProperty("pushed").GetInt32(), said.RootElement.GetProperty("heard").GetInt32()));
        Assert.Equal(6, host["ghasedak"].Arrivals["bell"]);
    }

    [Fact]
    public async Task A_clock_that_is_wrong_dates_messages_and_moves_nothing_else()
    {
        ManualTime time = Some.Time();
        await using SimulatorHost host = await SimulatorHost.StartAsync(Some.Setup(time), "ghasedak");
        using HttpClient client = Some.ClientThrough(host["ghasedak"]);

        await client.PostAsync(new Uri("/_sim/faults", UriKind.Relative), Some.Json("{\"clockSkewSeconds\":-600}"));
        DateTime written = host.Phones.Phone("09121110001").Send("30001234", "بله").ReceivedOn;

        Assert.Equal(Some.Start.AddMinutes(-10), written);
    }
}
