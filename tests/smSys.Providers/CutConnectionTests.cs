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
                rows.Add(kind, SimulatedFault.WebPage, false);
                rows.Add(kind, SimulatedFault.CutBeforeAnswer, true);
                rows.Add(kind, SimulatedFault.CutMidAnswer, true);
                rows.Add(kind, SimulatedFault.ErrorAfterStoring, true);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public Task A_batch_is_cut_at_every_stage(string kind, CutAt stage) => CutAtStage(kind, stage, ProviderFacts.Batch(kind));

    [Theory]
    [MemberData(nameof(Stages))]
    public Task A_single_message_is_cut_at_every_stage(string kind, CutAt stage) => CutAtStage(kind, stage, [Some.Message()]);

    [Theory]
    [MemberData(nameof(AfterArrival))]
    public Task Cut_after_the_simulator_has_it(string kind, SimulatedFault fault, bool stores) => CutAfterArrival(kind, fault, stores, TimeSpan.FromSeconds(20));

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

    private static async Task CutAtStage(string kind, CutAt stage, OutgoingMessage[] messages)
    {
        await using CuttingListener listener = CuttingListener.At(stage);
        string address = "http://" + ProviderFacts.KindOf(kind) + ".sim.test/";
        ISmsProvider provider = ProviderFacts.Create(kind, Some.Account(address, options: ProviderFacts.Options(kind)), Some.RoutedTo(listener.Address));
        int tried = ProviderFacts.Of(kind).ACall ?? messages.Length;

        IReadOnlyList<SendOutcome> outcomes = provider.Send(messages);

        bool never = stage == CutAt.BeforeConnect;
        Assert.Equal(messages.Length, outcomes.Count);
        Assert.All(outcomes.Take(tried), outcome => Assert.Equal(never ? SendOutcomeKind.Rejected : SendOutcomeKind.Unknown, outcome.Kind));
        Assert.All(outcomes.Take(tried), outcome => Assert.Equal(never ? ProviderFaultKind.Unreachable : ProviderFaultKind.Unclear, outcome.Fault!.Kind));
        AssertNotTried(outcomes.Skip(tried), never ? "refused" : "not-tried");
        Assert.Equal(never ? 0 : 1, listener.Connections);
        (provider as IDisposable)?.Dispose();
    }

    internal static async Task CutAfterArrival(string kind, SimulatedFault fault, bool stores, TimeSpan timeout)
    {
        await using Simulated simulated = await Simulated.StartAsync(kind, timeout);
        OutgoingMessage[] messages = ProviderFacts.Batch(kind, simulated.Line);
        int tried = ProviderFacts.Of(kind).ACall ?? messages.Length;
        simulated.Simulator.Faults.Order(fault);

        IReadOnlyList<SendOutcome> outcomes = simulated.Provider.Send(messages);
        int arrivals = simulated.Simulator.Arrivals.Total;
        IReadOnlyList<ReferenceAnswer> answers = simulated.Provider.AskCall([.. messages.Select(message => message.Reference)]);

        Assert.All(outcomes.Take(tried), outcome => Assert.Equal(SendOutcomeKind.Unknown, outcome.Kind));
        AssertNotTried(outcomes.Skip(tried), "not-tried");
        Assert.Equal(stores ? tried : 0, simulated.Simulator.Messages.Count);
        Assert.Equal(1, arrivals);
        ReferenceAnswerKind known = simulated.Provider.Capabilities.AskLimit == 0 ? ReferenceAnswerKind.CannotSay
            : stores ? ReferenceAnswerKind.Found
            : ReferenceAnswerKind.Absent;
        Assert.All(answers, answer => Assert.Equal(known, answer.Kind));
    }

    private static void AssertNotTried(IEnumerable<SendOutcome> outcomes, string code)
    {
        Assert.All(outcomes, outcome => Assert.Equal(SendOutcomeKind.Rejected, outcome.Kind));
        Assert.All(outcomes, outcome => Assert.Equal(code, outcome.Fault!.Code));
    }
}
