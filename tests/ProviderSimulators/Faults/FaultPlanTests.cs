using ProviderSimulators.Faults;

namespace ProviderSimulators.Tests.Faults;

public sealed class FaultPlanTests
{
    [Fact]
    public void Orders_are_taken_in_turn_by_the_operation_they_are_for()
    {
        var plan = new FaultPlan();
        plan.Order(SimulatedFault.Slow, operation: "Ask");
        plan.Order(SimulatedFault.WebPage, count: 2);

        SimulatedFault?[] taken = [plan.Take("Send"), plan.Take("ask"), plan.Take("Send"), plan.Take("Send")];

        Assert.Equal([SimulatedFault.WebPage, SimulatedFault.Slow, SimulatedFault.WebPage, null], taken);
    }

    [Fact]
    public void A_pace_lets_one_through_in_a_span_and_forgives_the_network()
    {
        var gate = new PaceGate(TimeSpan.FromSeconds(3));
        DateTime start = new(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc);

        Assert.True(gate.Admits(start, TimeSpan.Zero));
        Assert.False(gate.Admits(start.AddSeconds(2.9), TimeSpan.Zero));
        Assert.True(gate.Admits(start.AddSeconds(2.9), TimeSpan.FromSeconds(0.2)));
        Assert.True(gate.Admits(start.AddSeconds(5.9), TimeSpan.Zero));
    }
}
