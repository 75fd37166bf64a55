using ProviderSimulators.Faults;
using smSys.Messaging.Providers;
using smSys.Providers.Tests.Doubles;

namespace smSys.Providers.Tests;

/// <summary>Whatever happens after the first byte of the request went out is unknown, and no request is ever made twice.</summary>
public sealed class CutConnectionTests
{
    public static TheoryData<string, CutAt> Stages
    {
        get
        {
            var rows = new TheoryData<string, CutAt>();
            foreach (string kind in ProviderCatalog.Kinds)
            {
                foreach (CutAt stage in Enum.GetValues<CutAt>())
                {
                    rows.Add(kind, stage);
                }
            }

            return rows;
        }
    }

    public static TheoryData<string, SimulatedFault, int> AfterArrival
    {
        get
        {
            var rows = new TheoryData<string, SimulatedFault, int>();
            foreach (string kind in ProviderCatalog.Kinds)
            {
                rows.Add(kind, SimulatedFault.CutBeforeStoring, 0);
                rows.Add(kind, SimulatedFault.WebPage, 0);
                rows.Add(kind, SimulatedFault.CutBeforeAnswer, 100);
                rows.Add(kind, SimulatedFault.CutMidAnswer, 100);
                rows.Add(kind, SimulatedFault.ErrorAfterStoring, 100);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public async Task Cut_at_every_stage(string kind, CutAt stage)
    {
        await using CuttingListener listener = CuttingListener.At(stage);
        ISmsProvider provider = ProviderCatalog.Create(kind, Some.Account("http://" + kind + ".sim.test/"), Some.RoutedTo(listener.Address));

        IReadOnlyList<SendOutcome> outcomes = provider.Send(Some.Messages(100));

        bool never = stage == CutAt.BeforeConnect;
        Assert.Equal(100, outcomes.Count);
        Assert.All(outcomes, outcome => Assert.Equal(never ? SendOutcomeKind.Rejected : SendOutcomeKind.Unknown, outcome.Kind));
        Assert.All(outcomes, outcome => Assert.Equal(never ? ProviderFaultKind.Unreachable : ProviderFaultKind.Unclear, outcome.Fault!.Kind));
        Assert.Equal(never ? 0 : 1, listener.Connections);
    }

    [Theory]
    [MemberData(nameof(AfterArrival))]
    public Task Cut_after_the_simulator_has_it(string kind, SimulatedFault fault, int stored) => CutAfterArrival(kind, fault, stored, TimeSpan.FromSeconds(20));

    [Theory]
    [MemberData(nameof(ProviderFacts.Askable), MemberType = typeof(ProviderFacts))]
    public async Task A_recipient_whose_message_meets_an_error_after_storing_is_found_by_asking(string kind)
    {
        await using Simulated simulated = await Simulated.StartAsync(kind);
        OutgoingMessage message = Some.Message(77, "09121110005", line: simulated.Line);

        SendOutcome outcome = simulated.Provider.Send([message]).Single();
        ReferenceAnswer answer = simulated.Provider.AskCall([77]).Single();

        Assert.Equal(SendOutcomeKind.Unknown, outcome.Kind);
        Assert.Equal("http-500", outcome.Fault!.Code);
        Assert.Equal(ReferenceAnswerKind.Found, answer.Kind);
    }

    internal static async Task CutAfterArrival(string kind, SimulatedFault fault, int stored, TimeSpan timeout)
    {
        await using Simulated simulated = await Simulated.StartAsync(kind, timeout);
        OutgoingMessage[] messages = simulated.Messages(100);
        simulated.Simulator.Faults.Order(fault);

        IReadOnlyList<SendOutcome> outcomes = simulated.Provider.Send(messages);
        int arrivals = simulated.Simulator.Arrivals.Total;
        IReadOnlyList<ReferenceAnswer> answers = simulated.Provider.AskCall([.. messages.Select(message => message.Reference)]);

        Assert.All(outcomes, outcome => Assert.Equal(SendOutcomeKind.Unknown, outcome.Kind));
        Assert.Equal(stored, simulated.Simulator.Messages.Count);
        Assert.Equal(1, arrivals);
        ReferenceAnswerKind known = simulated.Provider.Capabilities.AskLimit == 0 ? ReferenceAnswerKind.CannotSay
            : stored == 0 ? ReferenceAnswerKind.Absent
            : ReferenceAnswerKind.Found;
        Assert.All(answers, answer => Assert.Equal(known, answer.Kind));
    }
}
