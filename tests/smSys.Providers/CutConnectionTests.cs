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
            foreach (string kind in TestedKind.All.Select(row => row.Name))
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
            foreach (string kind in TestedKind.All.Select(row => row.Name))
            {
                rows.Add(kind, SimulatedFault.CutBeforeStoring, false);
                rows.Add(kind, SimulatedFault.WebPage, false);
                rows.Add(kind, SimulatedFault.CutBeforeAnswer, true);
                rows.Add(kind, SimulatedFault.CutMidAnswer, true);
                rows.Add(kind, SimulatedFault.ErrorAfterStoring, true);
                rows.Add(kind, SimulatedFault.Slow, true);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public async Task Cut_at_every_stage(string kind, CutAt stage)
    {
        await using CuttingListener listener = CuttingListener.At(stage);
        TestedKind row = TestedKind.Of(kind);
        ISmsProvider provider = row.Create("http://" + row.Kind + ".sim.test/", Some.RoutedTo(listener.Address));
        OutgoingMessage[] messages = row.Batch();
        int tried = row.ACall ?? messages.Length;

        IReadOnlyList<SendOutcome> outcomes = provider.Send(messages);

        bool never = stage == CutAt.BeforeConnect;
        Assert.Equal(messages.Length, outcomes.Count);
        Assert.All(outcomes.Take(tried), outcome => Assert.Equal(never ? SendOutcomeKind.Rejected : SendOutcomeKind.Unknown, outcome.Kind));
        Assert.All(outcomes.Take(tried), outcome => Assert.Equal(never ? ProviderFaultKind.Unreachable : ProviderFaultKind.Unclear, outcome.Fault!.Kind));
        AssertNotTried(outcomes.Skip(tried), never ? "refused" : "not-tried");
        Assert.Equal(never ? 0 : 1, listener.Connections);
    }

    [Theory]
    [MemberData(nameof(AfterArrival))]
    public async Task Cut_after_the_simulator_has_it(string kind, SimulatedFault fault, bool stores)
    {
        TimeSpan timeout = fault == SimulatedFault.Slow ? TimeSpan.FromSeconds(4) : TimeSpan.FromSeconds(20);
        await using Simulated simulated = await Simulated.StartAsync(kind, timeout);
        OutgoingMessage[] messages = simulated.Row.Batch(simulated.Line);
        int tried = simulated.Row.ACall ?? messages.Length;
        bool asked = simulated.Provider.Capabilities.AskLimit > 0;
        simulated.Simulator.Faults.Order(fault);

        IReadOnlyList<SendOutcome> outcomes = simulated.Provider.Send(messages);
        IReadOnlyList<ReferenceAnswer> answers = asked ? simulated.Provider.Ask([.. messages.Select(message => message.Reference)]) : [];

        Assert.All(outcomes.Take(tried), outcome => Assert.Equal(SendOutcomeKind.Unknown, outcome.Kind));
        AssertNotTried(outcomes.Skip(tried), "not-tried");
        Assert.Equal(stores ? tried : 0, simulated.Simulator.Messages.Count);
        Assert.Equal(asked ? 2 : 1, simulated.Simulator.Arrivals.Total);
        Assert.All(answers, answer => Assert.Equal(stores ? ReferenceAnswerKind.Found : ReferenceAnswerKind.Absent, answer.Kind));
    }

    [Theory]
    [MemberData(nameof(TestedKind.Asked), MemberType = typeof(TestedKind))]
    public async Task A_recipient_whose_message_meets_an_error_after_storing_is_found_by_asking(string kind)
    {
        await using Simulated simulated = await Simulated.StartAsync(kind);
        OutgoingMessage message = Some.Message(77, "09121110005", line: simulated.Line);

        SendOutcome outcome = simulated.Provider.Send([message]).Single();
        ReferenceAnswer answer = simulated.Provider.Ask([77]).Single();

        Assert.Equal(SendOutcomeKind.Unknown, outcome.Kind);
        Assert.Equal("http-500", outcome.Fault!.Code);
        Assert.Equal(ReferenceAnswerKind.Found, answer.Kind);
    }

    private static void AssertNotTried(IEnumerable<SendOutcome> outcomes, string code)
    {
        Assert.All(outcomes, outcome => Assert.Equal(SendOutcomeKind.Rejected, outcome.Kind));
        Assert.All(outcomes, outcome => Assert.Equal(code, outcome.Fault!.Code));
    }
}
