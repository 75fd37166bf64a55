using ProviderSimulators.Faults;
using smSys.Messaging.Providers;
using smSys.Providers.Tests.Doubles;

namespace smSys.Providers.Tests;

/// <summary>Asking by our reference while the provider shows a message late, never, twice, or answers short.</summary>
public sealed class ReferenceTests
{
    [Theory]
    [MemberData(nameof(ProviderFacts.Askable), MemberType = typeof(ProviderFacts))]
    public async Task Late_is_absent_first_and_found_then(string kind)
    {
        await using Simulated simulated = await Sent(kind, ReferenceShow.Late);

        ReferenceAnswerKind before = simulated.Provider.AskCall([77]).Single().Kind;
        simulated.Time.Advance(TimeSpan.FromSeconds(61));
        ReferenceAnswerKind after = simulated.Provider.AskCall([77]).Single().Kind;

        Assert.Equal((ReferenceAnswerKind.Absent, ReferenceAnswerKind.Found), (before, after));
    }

    [Theory]
    [MemberData(nameof(ProviderFacts.Askable), MemberType = typeof(ProviderFacts))]
    public async Task Never_stays_absent(string kind)
    {
        await using Simulated simulated = await Sent(kind, ReferenceShow.Never);

        Assert.Equal(ReferenceAnswerKind.Absent, simulated.Provider.AskCall([77]).Single().Kind);
    }

    [Theory]
    [MemberData(nameof(ProviderFacts.Askable), MemberType = typeof(ProviderFacts))]
    public async Task Twice_is_found_with_the_first_id(string kind)
    {
        await using Simulated simulated = await Sent(kind, ReferenceShow.Twice);

        ReferenceAnswer answer = simulated.Provider.AskCall([77]).Single();

        Assert.Equal(simulated.Simulator.Messages.All[0].Id.ToString(), answer.ProviderMessageId);
    }

    [Fact]
    public async Task A_short_answer_of_Rahyab_cannot_say()
    {
        await using Simulated simulated = await Sent("rahyab", ReferenceShow.Short);

        Assert.Equal([ReferenceAnswerKind.Found, ReferenceAnswerKind.CannotSay], simulated.Provider.AskCall([77, 78]).Select(answer => answer.Kind));
    }

    [Theory]
    [MemberData(nameof(ProviderFacts.Askable), MemberType = typeof(ProviderFacts))]
    public async Task A_fault_cannot_say(string kind)
    {
        await using Simulated simulated = await Sent(kind, ReferenceShow.Honest);
        simulated.Simulator.Faults.Order(SimulatedFault.Unauthorized);

        ReferenceAnswer answer = simulated.Provider.AskCall([77]).Single();

        Assert.Equal(ReferenceAnswerKind.CannotSay, answer.Kind);
        Assert.Equal(ProviderFaultKind.SignIn, answer.Fault!.Kind);
    }

    private static async Task<Simulated> Sent(string kind, ReferenceShow show)
    {
        Simulated simulated = await Simulated.StartAsync(kind);
        simulated.Provider.Send([Some.Message(77, line: simulated.Line)]);
        simulated.Simulator.Faults.References = show;
        return simulated;
    }
}
