using ProviderSimulators.Faults;
using ProviderSimulators.Phones;
using smSys.Messaging.Providers;
using smSys.Providers.Tests.Doubles;

namespace smSys.Providers.Tests;

/// <summary>Each adapter against its simulator: out, delivered, in, and what the money says.</summary>
public sealed class SimulatedJourneyTests
{
    [Theory]
    [MemberData(nameof(ProviderFacts.Kinds), MemberType = typeof(ProviderFacts))]
    public async Task A_message_goes_out_and_its_state_follows_the_recipient(string kind)
    {
        ProviderFacts facts = ProviderFacts.Of(kind);
        await using Simulated simulated = await Simulated.StartAsync(kind);
        string[] recipients = ["09121110001", "09121110002", "09121110003", "09121110004", "09121117777"];
        OutgoingMessage[] messages = [.. recipients.Select((recipient, i) => Some.Message(100 + i, recipient, "سلام " + i, simulated.Line))];

        IReadOnlyList<SendOutcome> outcomes = simulated.Provider.Send(messages);
        simulated.Time.Advance(TimeSpan.FromSeconds(1.5));
        DeliveryStateKind[] early = States(simulated, outcomes);
        simulated.Time.Advance(TimeSpan.FromMinutes(1));
        DeliveryStateKind[] late = States(simulated, outcomes);

        Assert.All(outcomes, outcome => Assert.Equal(SendOutcomeKind.Accepted, outcome.Kind));
        Assert.All(early, state => Assert.Equal(facts.PendingAs, state));
        Assert.Equal([DeliveryStateKind.Delivered, DeliveryStateKind.NotDelivered, facts.BlockedAs, facts.PendingAs, DeliveryStateKind.Delivered], late);
        PhoneMessage read = simulated.Simulator.Phones.Phone("+98 912 111 0001").Inbox.Single();
        Assert.Equal("سلام 0", read.Text);
    }

    [Theory]
    [MemberData(nameof(ProviderFacts.Receiving), MemberType = typeof(ProviderFacts))]
    public async Task A_phone_answers_and_the_answer_is_received_once_a_cursor(string kind)
    {
        await using Simulated simulated = await Simulated.StartAsync(kind);
        simulated.Simulator.Phones.Phone("09121110001").Send(simulated.Line, "مشکل حاد: ذخیره نشدن فرم‌های برنامه");
        simulated.Time.Advance(TimeSpan.FromSeconds(10));
        simulated.Simulator.Phones.Phone("09121110002").Send(simulated.Line, "بله ✓");

        (List<ReceivedMessage> first, string? cursor) = ReadAll(simulated, null);
        simulated.Time.Advance(TimeSpan.FromSeconds(10));
        simulated.Simulator.Phones.Phone("09121110003").Send(simulated.Line, "دیر رسید");
        (List<ReceivedMessage> second, _) = ReadAll(simulated, cursor);

        Assert.Equal(["مشکل حاد: ذخیره نشدن فرم‌های برنامه", "بله ✓"], first.Select(message => message.Text).Distinct());
        Assert.Equal(new DateTime(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc), first[0].Time);
        Assert.Equal(simulated.Line, first[0].Line);
        Assert.EndsWith("9121110001", first[0].Sender, StringComparison.Ordinal);
        Assert.Contains(second, message => message.Text == "دیر رسید");
    }

    [Theory]
    [MemberData(nameof(ProviderFacts.Receiving), MemberType = typeof(ProviderFacts))]
    public async Task An_answer_that_is_lost_while_receiving_is_read_again(string kind)
    {
        await using Simulated simulated = await Simulated.StartAsync(kind);
        simulated.Simulator.Phones.Phone("09121110001").Send(simulated.Line, "لغو");
        simulated.Simulator.Faults.Order(SimulatedFault.CutMidAnswer);

        ProviderAnswer<ReceivedPage> lost = simulated.Provider.Receive(Request(simulated, null));
        simulated.Time.Advance(TimeSpan.FromSeconds(10));
        (List<ReceivedMessage> read, _) = ReadAll(simulated, null);

        Assert.Equal(ProviderFaultKind.Unclear, lost.Fault!.Kind);
        Assert.Contains(read, message => message.Text == "لغو");
    }

    [Theory]
    [MemberData(nameof(ProviderFacts.Kinds), MemberType = typeof(ProviderFacts))]
    public async Task The_balance_falls_by_what_was_sent(string kind)
    {
        await using Simulated simulated = await Simulated.StartAsync(kind);

        decimal before = simulated.Provider.GetBalance().Value.Amount;
        simulated.Provider.Send([Some.Message(1, text: new string('س', 71), line: simulated.Line)]);

        Assert.Equal(before - 2_000m, simulated.Provider.GetBalance().Value.Amount);
    }

    [Theory]
    [MemberData(nameof(ProviderFacts.Kinds), MemberType = typeof(ProviderFacts))]
    public async Task Wrong_credentials_and_empty_accounts_pause_the_setting(string kind)
    {
        await using Simulated simulated = await Simulated.StartAsync(kind);
        OutgoingMessage[] messages = simulated.Messages(2);
        simulated.Simulator.Faults.Order(SimulatedFault.Unauthorized);
        simulated.Simulator.Faults.Order(SimulatedFault.CreditGone);

        IReadOnlyList<SendOutcome> unauthorized = simulated.Provider.Send(messages);
        simulated.Time.Advance(TimeSpan.FromSeconds(3));
        IReadOnlyList<SendOutcome> poor = simulated.Renew().Send(messages);

        Assert.All(unauthorized, outcome => Assert.Equal(ProviderFaultKind.SignIn, outcome.Fault!.Kind));
        Assert.All(poor, outcome => Assert.Equal(ProviderFaultKind.Credit, outcome.Fault!.Kind));
        Assert.Equal(0, simulated.Simulator.Messages.Count);
    }

    [Fact]
    public async Task Credit_that_ends_in_mid_array_refuses_only_the_rest_at_Rahyab()
    {
        await using Simulated simulated = await Simulated.StartAsync("rahyab");
        simulated.Simulator.Account.PaidIn = 3_500m;

        IReadOnlyList<SendOutcome> outcomes = simulated.Provider.Send(simulated.Messages(5));

        Assert.Equal([true, true, true, false, false], outcomes.Select(outcome => outcome.Kind == SendOutcomeKind.Accepted));
        Assert.Equal(ProviderFaultKind.Credit, outcomes[4].Fault!.Kind);
    }

    [Fact]
    public async Task A_block_list_at_the_hand_over_refuses_the_item_at_Rahyab_and_the_call_at_Ghasedak()
    {
        await using Simulated rahyab = await Simulated.StartAsync("rahyab");
        await using Simulated ghasedak = await Simulated.StartAsync("ghasedak");

        IReadOnlyList<SendOutcome> item = rahyab.Provider.Send([Some.Message(1, "09121110013", line: rahyab.Line), Some.Message(2, line: rahyab.Line)]);
        IReadOnlyList<SendOutcome> call = ghasedak.Provider.Send([Some.Message(1, "09121110013", line: ghasedak.Line), Some.Message(2, line: ghasedak.Line)]);

        Assert.Equal([SendOutcomeKind.Rejected, SendOutcomeKind.Accepted], item.Select(outcome => outcome.Kind));
        Assert.Equal(ProviderFaultKind.Blocked, item[0].Fault!.Kind);
        Assert.All(call, outcome => Assert.True(outcome.Fault is { Kind: ProviderFaultKind.Refused, WholeCall: true }));
    }

    [Fact]
    public async Task A_token_may_stand_for_the_user_name_at_Rahyab()
    {
        await using Simulated simulated = await Simulated.StartAsync("rahyab");
        using var provider = (IDisposable)ProviderCatalog.Create(
            "rahyab", Some.Account("http://rahyab.sim.test/", simulated.Simulator.Account.Token, "12345"), Some.RoutedTo(simulated.Simulator.Address));

        Assert.True(((ISmsProvider)provider).GetBalance().Succeeded);
    }

    private static DeliveryStateKind[] States(Simulated simulated, IReadOnlyList<SendOutcome> outcomes) =>
        [.. simulated.Provider.GetStates([.. outcomes.Select(outcome => outcome.ProviderMessageId!)]).Value.Select(state => state.Kind)];

    private static ReceiveRequest Request(Simulated simulated, string? cursor) =>
        new(simulated.Line, cursor, simulated.Time.UtcNow.AddDays(-1), simulated.Time.UtcNow);

    private static (List<ReceivedMessage> Messages, string? Cursor) ReadAll(Simulated simulated, string? cursor)
    {
        var messages = new List<ReceivedMessage>();
        ReceivedPage page;
        do
        {
            page = simulated.Provider.Receive(Request(simulated, cursor)).Value;
            messages.AddRange(page.Messages);
            cursor = page.Cursor;
            simulated.Time.Advance(TimeSpan.FromSeconds(3));
        }
        while (page.HasMore);
        return (messages, cursor);
    }
}
