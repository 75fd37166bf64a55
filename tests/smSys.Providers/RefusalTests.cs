using ProviderSimulators.Faults;
using smSys.Messaging.Providers;
using smSys.Providers.Tests.Doubles;

namespace smSys.Providers.Tests;

/// <summary>What each provider refuses, in its own form, is sorted by what to do next, and nothing of it is stored.</summary>
public sealed class RefusalTests
{
    [Theory]
    [MemberData(nameof(ProviderFacts.Kinds), MemberType = typeof(ProviderFacts))]
    public async Task An_account_that_is_not_active_pauses_the_setting(string kind)
    {
        await using Simulated simulated = await Simulated.StartAsync(kind);
        simulated.Simulator.Account.IsActive = false;

        AssertRefused(simulated, simulated.Messages(2), ProviderFaultKind.SignIn);
    }

    [Theory]
    [MemberData(nameof(ProviderFacts.Kinds), MemberType = typeof(ProviderFacts))]
    public async Task A_line_of_somebody_else_is_refused(string kind)
    {
        await using Simulated simulated = await Simulated.StartAsync(kind);

        AssertRefused(simulated, Some.Messages(2, "99887766"), ProviderFaultKind.SignIn, ProviderFaultKind.Refused);
    }

    [Theory]
    [MemberData(nameof(ProviderFacts.Kinds), MemberType = typeof(ProviderFacts))]
    public async Task An_empty_text_is_refused(string kind)
    {
        await using Simulated simulated = await Simulated.StartAsync(kind);

        AssertRefused(simulated, [Some.Message(1, text: string.Empty, line: simulated.Line)], ProviderFaultKind.Refused);
    }

    [Theory]
    [MemberData(nameof(ProviderFacts.Pacing), MemberType = typeof(ProviderFacts))]
    public async Task Too_many_requests_come_again_later(string kind)
    {
        await using Simulated simulated = await Simulated.StartAsync(kind);
        simulated.Simulator.Faults.Order(SimulatedFault.TooFast);

        AssertRefused(simulated, simulated.Messages(2), ProviderFaultKind.SlowDown, ProviderFaultKind.OutOfService);
    }

    [Theory]
    [MemberData(nameof(ProviderFacts.OfOneAddress), MemberType = typeof(ProviderFacts))]
    public async Task An_address_that_is_not_the_service_proves_nothing(string kind)
    {
        await using Simulated simulated = await Simulated.StartAsync(kind);
        var elsewhere = new ProviderAccount
        {
            Address = new Uri(simulated.Account.Address, "/somewhere/else.asmx"),
            UserName = simulated.Account.UserName,
            Secret = simulated.Account.Secret,
            AllowPlainHttp = true,
            Options = simulated.Account.Options,
        };
        ISmsProvider provider = ProviderFacts.Create(kind, elsewhere, Some.RoutedTo(simulated.Simulator.Address));

        SendOutcome outcome = provider.Send([Some.Message(1, line: simulated.Line)]).Single();

        Assert.NotEqual(SendOutcomeKind.Accepted, outcome.Kind);
        Assert.Equal(0, simulated.Simulator.Messages.Count);
        Assert.NotEmpty(outcome.Fault!.Words);
        (provider as IDisposable)?.Dispose();
    }

    [Fact]
    public async Task Too_many_requests_that_no_code_names_are_unclear_at_MehrAfraz()
    {
        await using Simulated simulated = await Simulated.StartAsync("mehrafraz");
        simulated.Simulator.Faults.Order(SimulatedFault.TooFast);

        SendOutcome outcome = simulated.Provider.Send([Some.Message(1, line: simulated.Line)]).Single();

        Assert.Equal((SendOutcomeKind.Unknown, "http-503", "HTTP 503, text/html: Service Unavailable Service Unavailable"), (outcome.Kind, outcome.Fault!.Code, outcome.Fault.Words));
        Assert.Equal(0, simulated.Simulator.Messages.Count);
    }

    private static void AssertRefused(Simulated simulated, OutgoingMessage[] messages, params ProviderFaultKind[] kinds)
    {
        IReadOnlyList<SendOutcome> outcomes = simulated.Provider.Send(messages);

        // What follows a refusal of the account is either refused like it or not even tried.
        Assert.Contains(outcomes[0].Fault!.Kind, kinds);
        Assert.All(outcomes, outcome => Assert.Equal(SendOutcomeKind.Rejected, outcome.Kind));
        Assert.All(outcomes, outcome => Assert.NotEmpty(outcome.Fault!.Words));
        Assert.Equal(0, simulated.Simulator.Messages.Count);
    }
}
