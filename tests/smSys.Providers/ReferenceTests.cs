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

    [Theory]
    [MemberData(nameof(ProviderFacts.Askable), MemberType = typeof(ProviderFacts))]
    public async Task A_short_answer_never_hides_a_message(string kind)
    {
        await using Simulated simulated = await Simulated.StartAsync(kind);
        OutgoingMessage[] messages = ProviderFacts.Batch(kind, simulated.Line)[..7];
        simulated.Provider.Send(messages);
        simulated.Simulator.Faults.References = ReferenceShow.Short;

        IReadOnlyList<ReferenceAnswer> answers = simulated.Provider.AskCall([.. messages.Select(message => message.Reference)]);

        Assert.Equal(7, simulated.Simulator.Messages.Count);
        Assert.DoesNotContain(answers, answer => answer.Kind == ReferenceAnswerKind.Absent);
        Assert.All(answers.Select((answer, i) => (answer, i)), pair => Assert.True(
            pair.answer.Kind == ReferenceAnswerKind.CannotSay || pair.answer.ProviderMessageId == simulated.Simulator.Messages.All[pair.i].Id.ToString()));
    }

    [Theory]
    [MemberData(nameof(ProviderFacts.Askable), MemberType = typeof(ProviderFacts))]
    public async Task Some_found_and_some_absent_are_told_apart(string kind)
    {
        await using Simulated simulated = await Sent(kind, ReferenceShow.Honest);

        ReferenceAnswerKind[] answers = [.. simulated.Provider.AskCall([77, 78]).Select(answer => answer.Kind)];

        // Where one reference a call is kept, a call of two that shows one id is a short answer.
        Assert.Equal(
            simulated.Provider.Capabilities.OneReferenceACall ? [ReferenceAnswerKind.CannotSay, ReferenceAnswerKind.CannotSay] : [ReferenceAnswerKind.Found, ReferenceAnswerKind.Absent],
            answers);
    }

    [Theory]
    [MemberData(nameof(ProviderFacts.Askable), MemberType = typeof(ProviderFacts))]
    public async Task An_answer_that_is_cut_off_or_a_web_page_cannot_say(string kind)
    {
        await using Simulated simulated = await Sent(kind, ReferenceShow.Honest);
        foreach (SimulatedFault fault in new[] { SimulatedFault.CutMidAnswer, SimulatedFault.CutBeforeAnswer, SimulatedFault.WebPage, SimulatedFault.ErrorAfterStoring })
        {
            simulated.Time.Advance(TimeSpan.FromSeconds(5));
            simulated.Simulator.Faults.Order(fault);

            ReferenceAnswer answer = simulated.Renew().AskCall([77]).Single();

            Assert.Equal((ReferenceAnswerKind.CannotSay, ProviderFaultKind.Unclear), (answer.Kind, answer.Fault!.Kind));
        }
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
