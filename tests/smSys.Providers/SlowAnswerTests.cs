using ProviderSimulators.Faults;
using smSys.Providers.Tests.Doubles;

namespace smSys.Providers.Tests;

/// <summary>As the cut connections, but the answer is slower than we wait; apart, because the waiting is real.</summary>
public sealed class SlowAnswerTests
{
    [Theory]
    [MemberData(nameof(ProviderFacts.Kinds), MemberType = typeof(ProviderFacts))]
    public Task An_answer_after_the_time_out_is_unknown_and_can_be_asked_for(string kind) =>
        CutConnectionTests.CutAfterArrival(kind, SimulatedFault.Slow, stores: true, TimeSpan.FromSeconds(4));
}
