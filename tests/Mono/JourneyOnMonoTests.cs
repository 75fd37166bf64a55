using System.Globalization;
using Mono.Tests.Runtime;
using smSys.Messaging.Providers;
using smSys.Providers.Tests.Doubles;

namespace Mono.Tests;

/// <summary>Each adapter of the DLL that ships, on Mono against its simulator: out, delivered, asked about, in, and what the money says.</summary>
public sealed class JourneyOnMonoTests(Probe probe) : IClassFixture<Probe>
{
    [Theory]
    [MemberData(nameof(ProviderFacts.Kinds), MemberType = typeof(ProviderFacts))]
    public async Task Out_delivered_in_and_paid_for(string kind)
    {
        await using Simulated simulated = await Simulated.StartAsync(kind);
        string name = ProviderFacts.KindOf(kind);
        string[] Ask(string operation, params string[] rest) => probe.Ask(operation, name, simulated.Account, simulated.Simulator.Address, rest);
        OutgoingMessage[] messages = [Some.Message(77, "09121110001", "سلام ۱ & <۲>", simulated.Line), Some.Message(78, "09121110002", "سلام «دو»", simulated.Line)];
        decimal before = Number(Ask("balance"));

        MonoOutcome[] outcomes = probe.Send(name, simulated.Account, simulated.Simulator.Address, messages);
        simulated.Time.Advance(TimeSpan.FromMinutes(1));
        string[] states = Ask("states", [.. outcomes.Select(outcome => outcome.Id)]);
        simulated.Simulator.Phones.Phone("09121110001").Send(simulated.Line, "بله ✓");
        simulated.Time.Advance(TimeSpan.FromSeconds(10));

        Assert.All(outcomes, outcome => Assert.Equal((SendOutcomeKind.Accepted, string.Empty), (outcome.Kind, outcome.Code)));
        Assert.Equal(["Delivered", "NotDelivered"], states);
        Assert.Equal("سلام ۱ & <۲>", simulated.Simulator.Phones.Phone("09121110001").Inbox.Single().Text);
        Assert.Equal(before - 2_000m, Number(Ask("balance")));
        ProviderCapabilities can = simulated.Provider.Capabilities;
        Assert.Equal(can.AskLimit > 0 ? ["Found", outcomes[0].Id, "Found", outcomes[1].Id] : ["CannotSay", string.Empty, "CannotSay", string.Empty], Ask("ask", "77", "78"));
        simulated.Time.Advance(TimeSpan.FromSeconds(10));
        string[] received = Ask("receive", simulated.Line, Time(simulated.Time.UtcNow.AddDays(-1)), Time(simulated.Time.UtcNow));
        Assert.Equal(can.ReceiveLimit > 0 ? "بله ✓" : "fault", received[0]);
    }

    private static decimal Number(string[] words) => decimal.Parse(Assert.Single(words), CultureInfo.InvariantCulture);

    private static string Time(DateTime utc) => utc.ToString("O", CultureInfo.InvariantCulture);
}
