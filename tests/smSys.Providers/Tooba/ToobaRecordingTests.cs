using ProviderSimulators.Faults;
using smSys.Messaging.Providers;
using smSys.Providers.Tests.Doubles;

namespace smSys.Providers.Tests.Tooba;

public sealed class ToobaRecordingTests
{
    private static readonly DateTime Now = new(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Each_its_own_text_and_line_goes_in_one_call()
    {
        ReplayHandler replay = ReplayHandler.Of("tooba/send-many.txt");

        IReadOnlyList<SendOutcome> outcomes = Provider(replay).Send(
        [
            Some.Message(11, "09121110001", "یک & «دو»", "3000770011"),
            Some.Message(12, "09121110002", "Hello", "3000770011"),
            Some.Message(13, "09121110003", "سه", "3000770022"),
        ]);

        replay.Verify();
        Assert.Equal(["310000001", null, "310000003"], outcomes.Select(outcome => outcome.ProviderMessageId));
        Assert.Equal(ProviderFaultKind.Refused, outcomes[1].Fault!.Kind);
    }

    [Fact]
    public void A_whole_call_is_asked_about_by_the_reference_of_its_first_message()
    {
        ReplayHandler replay = ReplayHandler.Of("tooba/ask-call.txt");
        ISmsProvider provider = Provider(replay);

        IReadOnlyList<ReferenceAnswer> there = provider.AskCall([11, 12, 13]);
        IReadOnlyList<ReferenceAnswer> nothing = provider.AskCall([11, 12, 13]);
        IReadOnlyList<ReferenceAnswer> mixed = provider.AskCall([11, 12, 13]);
        IReadOnlyList<ReferenceAnswer> tooShort = provider.AskCall([11, 12, 13]);

        replay.Verify();
        Assert.Equal(["310000001", "310000002", "310000003"], there.Select(answer => answer.ProviderMessageId));
        Assert.All(nothing, answer => Assert.Equal(ReferenceAnswerKind.Absent, answer.Kind));
        Assert.Equal([ReferenceAnswerKind.Found, ReferenceAnswerKind.CannotSay, ReferenceAnswerKind.Absent], mixed.Select(answer => answer.Kind));
        Assert.All(tooShort, answer => Assert.Equal(ReferenceAnswerKind.CannotSay, answer.Kind));
    }

    [Fact]
    public void One_reference_alone_can_be_found_but_never_proves_an_absence()
    {
        ReplayHandler replay = ReplayHandler.Of("tooba/ask-one.txt");
        ISmsProvider provider = Provider(replay);

        ReferenceAnswer first = provider.Ask([11]).Single();
        ReferenceAnswer second = provider.Ask([12]).Single();

        replay.Verify();
        Assert.Equal((ReferenceAnswerKind.Found, "310000001"), (first.Kind, first.ProviderMessageId));
        Assert.Equal((ReferenceAnswerKind.CannotSay, "not-first"), (second.Kind, second.Fault!.Code));
        Assert.True(provider.Capabilities.OneReferenceACall);
        Assert.Throws<ArgumentOutOfRangeException>(() => provider.Ask([11, 12]));
    }

    [Fact]
    public async Task With_one_message_a_call_every_reference_can_be_asked_about()
    {
        await using Simulated simulated = await Simulated.StartAsync("tooba");
        ProviderAccount account = new()
        {
            Address = simulated.Simulator.PublicAddress,
            UserName = simulated.Simulator.Account.UserName,
            Secret = simulated.Simulator.Account.Secret,
            AllowPlainHttp = true,
            Options = new Dictionary<string, string> { ["batchSize"] = "1" },
        };
        ISmsProvider provider = ProviderCatalog.Create("tooba", account, Some.RoutedTo(simulated.Simulator.Address));

        provider.Send([Some.Message(77, line: simulated.Line)]);

        Assert.Equal((1, false), (provider.Capabilities.SendLimit, provider.Capabilities.OneReferenceACall));
        Assert.Equal(ReferenceAnswerKind.Found, provider.Ask([77]).Single().Kind);
        Assert.Equal(ReferenceAnswerKind.Absent, provider.Ask([78]).Single().Kind);
    }

    [Fact]
    public async Task A_message_inside_a_larger_call_is_not_taken_for_absent_when_asked_alone()
    {
        await using Simulated simulated = await Simulated.StartAsync("tooba");
        simulated.Simulator.Faults.Order(SimulatedFault.CutBeforeAnswer);
        OutgoingMessage[] messages = simulated.Messages(3);

        simulated.Provider.Send(messages);
        ReferenceAnswerKind[] alone = [.. messages.Select(message => simulated.Provider.Ask([message.Reference]).Single().Kind)];

        Assert.Equal(3, simulated.Simulator.Messages.Count);
        Assert.Equal([ReferenceAnswerKind.Found, ReferenceAnswerKind.CannotSay, ReferenceAnswerKind.CannotSay], alone);
    }

    [Fact]
    public void States_stand_by_position_and_a_short_answer_says_nothing()
    {
        ReplayHandler replay = ReplayHandler.Of("tooba/states.txt");
        ISmsProvider provider = Provider(replay);
        string[] ids = ["310000001", "310000002", "99999999999", "310000003"];

        ProviderAnswer<IReadOnlyList<DeliveryState>> whole = provider.GetStates(ids);
        ProviderAnswer<IReadOnlyList<DeliveryState>> tooShort = provider.GetStates(ids);
        ProviderAnswer<IReadOnlyList<DeliveryState>> refused = provider.GetStates(ids);

        replay.Verify();
        Assert.Equal([DeliveryStateKind.Delivered, DeliveryStateKind.SentToOperator, DeliveryStateKind.Unknown], whole.Value.Select(state => state.Kind));
        Assert.Equal((ProviderFaultKind.Unclear, ProviderFaultKind.SlowDown), (tooShort.Fault!.Kind, refused.Fault!.Kind));
    }

    [Fact]
    public void Receiving_goes_on_after_the_highest_id()
    {
        ReplayHandler replay = ReplayHandler.Of("tooba/receive.txt");
        ISmsProvider provider = Provider(replay);

        ReceivedPage page = provider.Receive(new ReceiveRequest("3000770011", "7001", Now.AddDays(-1), Now)).Value;
        ReceivedPage empty = provider.Receive(new ReceiveRequest("3000770011", page.Cursor, Now, Now)).Value;
        ProviderFault fault = provider.Receive(new ReceiveRequest("3000770011", empty.Cursor, Now, Now)).Fault!;

        replay.Verify();
        Assert.Equal(["7002", "7003"], page.Messages.Select(message => message.ProviderMessageId));
        Assert.Equal([Now, Now.AddMinutes(10)], page.Messages.Select(message => message.Time!.Value));
        Assert.Equal("مشکل حاد: ذخیره نشدن فرم‌های برنامه", page.Messages[0].Text);
        Assert.Equal((0, "7003"), (empty.Messages.Count, empty.Cursor));
        Assert.Equal(ProviderFaultKind.SlowDown, fault.Kind);
    }

    [Fact]
    public void Balance_and_lines_are_read()
    {
        ReplayHandler replay = ReplayHandler.Of("tooba/account.txt");
        ISmsProvider provider = Provider(replay);

        Assert.Equal(new Balance(987_654m, BalanceUnit.Rial), provider.GetBalance().Value);
        Assert.Equal(["3000770011", "3000770022"], provider.GetLines().Value);
        replay.Verify();
    }

    [Fact]
    public async Task Credit_that_ends_in_mid_array_refuses_only_the_rest()
    {
        await using Simulated simulated = await Simulated.StartAsync("tooba");
        simulated.Simulator.Account.PaidIn = 3_500m;

        IReadOnlyList<SendOutcome> outcomes = simulated.Provider.Send(simulated.Messages(5));

        Assert.Equal([true, true, true, false, false], outcomes.Select(outcome => outcome.Kind == SendOutcomeKind.Accepted));
        Assert.Equal(ProviderFaultKind.Credit, outcomes[4].Fault!.Kind);
    }

    private static ISmsProvider Provider(ReplayHandler replay) =>
        ProviderCatalog.Create("tooba", Some.Account("https://www.tsms.ir/"), Some.Handled(replay));
}
