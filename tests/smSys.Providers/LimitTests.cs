using smSys.Messaging.Providers;
using smSys.Providers.Tests.Doubles;

namespace smSys.Providers.Tests;

/// <summary>A full batch is accepted with an id each; one message more never reaches the wire.</summary>
public sealed class LimitTests
{
    [Theory]
    [MemberData(nameof(ProviderFacts.Kinds), MemberType = typeof(ProviderFacts))]
    public async Task The_largest_batch_is_accepted_and_one_message_more_is_not_tried(string kind)
    {
        await using Simulated simulated = await Simulated.StartAsync(kind);
        int limit = simulated.Provider.Capabilities.SendLimit;
        OutgoingMessage[] messages = [.. Some.Messages(limit + 1, simulated.Line).Select(message => message with { Text = "سلام به همه" })];

        Assert.Throws<ArgumentOutOfRangeException>(() => simulated.Provider.Send(messages));
        Assert.Equal(0, simulated.Simulator.Arrivals.Total);
        IReadOnlyList<SendOutcome> outcomes = simulated.Provider.Send(messages[..limit]);

        Assert.All(outcomes, outcome => Assert.Equal(SendOutcomeKind.Accepted, outcome.Kind));
        Assert.Equal(limit, simulated.Simulator.Messages.Count);
        Assert.Equal(limit, outcomes.Select(outcome => outcome.ProviderMessageId).Distinct().Count());
    }
}
