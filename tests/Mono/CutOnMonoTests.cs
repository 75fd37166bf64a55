using Mono.Tests.Runtime;
using ProviderSimulators.Faults;
using smSys.Messaging.Providers;
using smSys.Providers.Tests.Doubles;

namespace Mono.Tests;

/// <summary>Connections cut at every stage, under the DLL that ships, on Mono: never a second request, and unknown as soon as the request may have gone out.</summary>
public sealed class CutOnMonoTests(Probe probe) : IClassFixture<Probe>
{
    public static TheoryData<string, CutAt> Stages
    {
        get
        {
            var rows = new TheoryData<string, CutAt>();
            foreach (string kind in ProviderFacts.Names)
            {
                foreach (CutAt stage in Enum.GetValues<CutAt>())
                {
                    rows.Add(kind, stage);
                }
            }

            return rows;
        }
    }

    public static TheoryData<string, SimulatedFault, bool> AfterArrival
    {
        get
        {
            var rows = new TheoryData<string, SimulatedFault, bool>();
            foreach (string kind in ProviderFacts.Names)
            {
                rows.Add(kind, SimulatedFault.CutBeforeStoring, false);
                rows.Add(kind, SimulatedFault.CutBeforeAnswer, true);
                rows.Add(kind, SimulatedFault.CutMidAnswer, true);
                rows.Add(kind, SimulatedFault.ErrorAfterStoring, true);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public async Task Cut_at_every_stage(string kind, CutAt stage)
    {
        await using CuttingListener listener = CuttingListener.At(stage);
        string name = ProviderFacts.KindOf(kind);
        OutgoingMessage[] messages = ProviderFacts.Batch(kind);
        int tried = ProviderFacts.Of(kind).ACall ?? messages.Length;

        MonoOutcome[] outcomes = probe.Send(name, Some.Account("http://" + name + ".sim.test/", options: ProviderFacts.Options(kind)), listener.Address, messages);

        bool never = stage == CutAt.BeforeConnect;
        Assert.Equal(messages.Length, outcomes.Length);
        Assert.All(outcomes.Take(tried), outcome => Assert.Equal(never ? SendOutcomeKind.Rejected : SendOutcomeKind.Unknown, outcome.Kind));
        Assert.All(outcomes.Take(tried), outcome => Assert.Equal(never ? "Unreachable" : "Unclear", outcome.Fault));
        Assert.All(outcomes.Skip(tried), outcome => Assert.Equal((SendOutcomeKind.Rejected, never ? "refused" : "not-tried"), (outcome.Kind, outcome.Code)));
        Assert.Equal(never ? 0 : 1, listener.Connections);
    }

    [Theory]
    [MemberData(nameof(AfterArrival))]
    public async Task Cut_after_the_simulator_has_it(string kind, SimulatedFault fault, bool stores)
    {
        await using Simulated simulated = await Simulated.StartAsync(kind);
        OutgoingMessage[] messages = ProviderFacts.Batch(kind, simulated.Line);
        int tried = ProviderFacts.Of(kind).ACall ?? messages.Length;
        simulated.Simulator.Faults.Order(fault);

        MonoOutcome[] outcomes = probe.Send(ProviderFacts.KindOf(kind), simulated.Account, simulated.Simulator.Address, messages);

        Assert.All(outcomes.Take(tried), outcome => Assert.Equal(SendOutcomeKind.Unknown, outcome.Kind));
        Assert.All(outcomes.Skip(tried), outcome => Assert.Equal((SendOutcomeKind.Rejected, "not-tried"), (outcome.Kind, outcome.Code)));
        Assert.Equal(1, simulated.Simulator.Arrivals.Total);
        Assert.Equal(stores ? tried : 0, simulated.Simulator.Messages.Count);
    }
}
