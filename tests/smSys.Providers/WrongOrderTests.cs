using ProviderSimulators.Pushes;
using smSys.Messaging.Delivery;
using smSys.Messaging.Messages;
using smSys.Messaging.Providers;
using smSys.Providers.Tests.Doubles;

namespace smSys.Providers.Tests;

/// <summary>Receipts that come twice and in any order, and clocks that are wrong, change nothing of what is true in the end.</summary>
public sealed class WrongOrderTests
{
    private static readonly string[] Recipients = ["09121110001", "09121110002", "09121110003", "09121110004", "09121117777"];

    public static TheoryData<string, int> ClocksOfAll => Crossed(ProviderFacts.Kinds);

    public static TheoryData<string, int> ClocksOfReceiving => Crossed(ProviderFacts.Receiving);

    [Theory]
    [MemberData(nameof(ProviderFacts.Kinds), MemberType = typeof(ProviderFacts))]
    public async Task Receipts_in_any_order_lead_to_the_same_states(string kind)
    {
        await using Simulated simulated = await Simulated.StartAsync(kind);
        IReadOnlyList<SendOutcome> outcomes = Send(simulated);
        simulated.Time.Advance(TimeSpan.FromMinutes(1));
        ICallbackReader reader = ProviderCatalog.CreateCallbackReader(ProviderFacts.KindOf(kind), simulated.Account.Options);

        MessageState[] honest = Follow(reader, outcomes, simulated.Simulator.Pushes.Receipts());

        Assert.Equal((MessageState.Delivered, MessageState.Sent, MessageState.Delivered), (honest[0], honest[3], honest[4]));
        Assert.All(new[] { honest[1], honest[2] }, state => Assert.Contains(state, new[] { MessageState.Undelivered, MessageState.BlockedByOperator, MessageState.Failed }));
        for (int seed = 0; seed < 20; seed++)
        {
            PushOrder order = seed == 0 ? PushOrder.Reversed : PushOrder.Twice | PushOrder.Shuffled;
            Assert.Equal(honest, Follow(reader, outcomes, simulated.Simulator.Pushes.Receipts(order, seed)));
        }
    }

    [Theory]
    [MemberData(nameof(ProviderFacts.Kinds), MemberType = typeof(ProviderFacts))]
    public async Task A_pushed_message_is_read_as_it_was_written(string kind)
    {
        await using Simulated simulated = await Simulated.StartAsync(kind);
        simulated.Simulator.Phones.Phone("09121110001").Send(simulated.Line, "مشکل حاد: چاپ & «۱۰٪» +");
        ICallbackReader reader = ProviderCatalog.CreateCallbackReader(ProviderFacts.KindOf(kind), simulated.Account.Options);

        ReceivedMessage message = Assert.Single(reader.Read(new CallbackRequest { Query = simulated.Simulator.Pushes.Messages().Single() }).Messages);

        Assert.Equal(("989121110001", simulated.Line, "مشکل حاد: چاپ & «۱۰٪» +"), (message.Sender, message.Line, message.Text));
    }

    [Theory]
    [MemberData(nameof(ClocksOfAll))]
    public async Task A_clock_that_is_wrong_does_not_change_what_was_sent_and_found(string kind, int minutes)
    {
        await using Simulated simulated = await Simulated.StartAsync(kind);
        simulated.Simulator.Faults.ClockSkew = TimeSpan.FromMinutes(minutes);

        IReadOnlyList<SendOutcome> outcomes = Send(simulated);
        simulated.Time.Advance(TimeSpan.FromMinutes(1));
        IReadOnlyList<DeliveryState> states = simulated.Provider.GetStates([.. outcomes.Select(outcome => outcome.ProviderMessageId!)]).Value;

        Assert.Equal(DeliveryStateKind.Delivered, states[0].Kind);
        Assert.Equal(DeliveryStateKind.NotDelivered, states[1].Kind);
        ReferenceAnswerKind known = simulated.Provider.Capabilities.AskLimit == 0 ? ReferenceAnswerKind.CannotSay : ReferenceAnswerKind.Found;
        Assert.All(simulated.Provider.AskCall([100, 101, 102, 103, 104]), answer => Assert.Equal(known, answer.Kind));
    }

    [Theory]
    [MemberData(nameof(ClocksOfReceiving))]
    public async Task A_clock_that_is_wrong_loses_no_incoming_message(string kind, int minutes)
    {
        await using Simulated simulated = await Simulated.StartAsync(kind);
        simulated.Simulator.Faults.ClockSkew = TimeSpan.FromMinutes(minutes);
        var read = new List<string>();
        string? cursor = null;
        for (int i = 0; i < 6; i++)
        {
            simulated.Simulator.Phones.Phone("09121110001").Send(simulated.Line, "پیام " + i);
            cursor = ReadAll(simulated, cursor, read);
            simulated.Time.Advance(TimeSpan.FromMinutes(4));
        }

        ReadAll(simulated, cursor, read);

        Assert.Equal(Enumerable.Range(0, 6).Select(i => "پیام " + i), read.Distinct().Order(StringComparer.Ordinal));
    }

    private static IReadOnlyList<SendOutcome> Send(Simulated simulated) =>
        simulated.Provider.Send([.. Recipients.Select((recipient, i) => Some.Message(100 + i, recipient, "سلام به همه", simulated.Line))]);

    /// <summary>Where each message stands after these pushes, by the rules that the engine has.</summary>
    private static MessageState[] Follow(ICallbackReader reader, IReadOnlyList<SendOutcome> outcomes, IReadOnlyList<string> pushes)
    {
        Dictionary<string, MessageState> states = outcomes.ToDictionary(outcome => outcome.ProviderMessageId!, _ => MessageState.Sent);
        foreach (string push in pushes)
        {
            DeliveryState receipt = Assert.Single(reader.Read(new CallbackRequest { Query = push }).Receipts);
            states[receipt.ProviderMessageId] = DeliveryRules.Judge(states[receipt.ProviderMessageId], receipt.Kind).To ?? states[receipt.ProviderMessageId];
        }

        return [.. outcomes.Select(outcome => states[outcome.ProviderMessageId!])];
    }

    private static string? ReadAll(Simulated simulated, string? cursor, List<string> read)
    {
        ReceivedPage page;
        do
        {
            page = simulated.Provider.Receive(new ReceiveRequest(simulated.Line, cursor, simulated.Time.UtcNow.AddDays(-1), simulated.Time.UtcNow)).Value;
            read.AddRange(page.Messages.Select(message => message.Text));
            cursor = page.Cursor;
            simulated.Time.Advance(TimeSpan.FromSeconds(3));
        }
        while (page.HasMore);
        return cursor;
    }

    private static TheoryData<string, int> Crossed(TheoryData<string> kinds)
    {
        var rows = new TheoryData<string, int>();
        foreach (string kind in (IEnumerable<string>)kinds)
        {
            rows.Add(kind, 10);
            rows.Add(kind, -10);
        }

        return rows;
    }
}
