using smSys.Messaging.Providers;
using smSys.Providers.Tests.Doubles;

namespace smSys.Providers.Tests.Atieh;

public sealed class AtiehRecordingTests
{
    private static readonly DateTime Now = new(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void One_text_to_two_recipients_goes_in_one_send()
    {
        ReplayHandler replay = ReplayHandler.Of("atieh/send-same.txt");

        IReadOnlyList<SendOutcome> outcomes = Provider(replay).Send(
            [Some.Message(11, "09121110001", "سلام، «علی» & <مریم>", "9820001234"), Some.Message(12, "09121110002", "سلام، «علی» & <مریم>", "9820001234")]);

        replay.Verify();
        Assert.Equal(["900001", "900002"], outcomes.Select(outcome => outcome.ProviderMessageId));
    }

    [Fact]
    public void Each_its_own_text_goes_in_one_sendMultiple_and_an_id_that_is_none_is_unknown()
    {
        ReplayHandler replay = ReplayHandler.Of("atieh/send-different.txt");

        IReadOnlyList<SendOutcome> outcomes = Provider(replay).Send(
            [Some.Message(11, "09121110001", "یک", "9820001234"), Some.Message(12, "09121110002", "Hello", "9820001234"), Some.Message(13, "09121110003", "سه", "9820001234")]);

        replay.Verify();
        Assert.Equal(["900011", null, "900013"], outcomes.Select(outcome => outcome.ProviderMessageId));
        Assert.Equal(SendOutcomeKind.Unknown, outcomes[1].Kind);
    }

    [Fact]
    public void Asking_by_reference_goes_from_line_to_line_until_everything_is_found()
    {
        ReplayHandler replay = ReplayHandler.Of("atieh/ask.txt");

        IReadOnlyList<ReferenceAnswer> answers = Provider(replay, ("states", "1=Delivered")).Ask([11, 12]);

        replay.Verify();
        Assert.Equal(new ReferenceAnswer(11, ReferenceAnswerKind.Found, "900011", DeliveryStateKind.Delivered), answers[0]);
        Assert.Equal(ReferenceAnswerKind.Absent, answers[1].Kind);
    }

    [Fact]
    public void Lines_may_stand_in_an_option()
    {
        ReplayHandler replay = ReplayHandler.Of("atieh/ask.txt");
        ISmsProvider provider = ProviderCatalog.Create(
            "atieh", Some.Account("https://ws.adpdigital.com/", options: ("lines", "9820001234, 9820005678")), Some.Handled(replay));

        Assert.Equal([ReferenceAnswerKind.Found, ReferenceAnswerKind.Absent], provider.Ask([11, 12]).Select(answer => answer.Kind));
        replay.Verify();
    }

    [Fact]
    public void A_line_that_cannot_be_asked_leaves_absence_open()
    {
        ReplayHandler replay = ReplayHandler.Of("atieh/ask-doubt.txt");

        IReadOnlyList<ReferenceAnswer> answers = Provider(replay).Ask([11, 12]);

        replay.Verify();
        Assert.Equal([ReferenceAnswerKind.Found, ReferenceAnswerKind.CannotSay], answers.Select(answer => answer.Kind));
        Assert.Equal(ProviderFaultKind.SignIn, answers[1].Fault!.Kind);
    }

    [Fact]
    public void States_are_words_or_the_numbers_that_an_option_names()
    {
        ReplayHandler replay = ReplayHandler.Of("atieh/states.txt");

        IReadOnlyList<DeliveryState> states = Provider(replay, ("states", "14=NotDelivered")).GetStates(["900011", "900012", "'or 1=1", "900013"]).Value;

        replay.Verify();
        Assert.Equal(
            [
                new DeliveryState("900011", DeliveryStateKind.Delivered, "DELIVERED", Reference: 11),
                new DeliveryState("900012", DeliveryStateKind.NotDelivered, "14", Reference: 12),
                new DeliveryState("900013", DeliveryStateKind.Unknown, "3", Reference: 13),
            ],
            states);
    }

    [Fact]
    public void Receiving_goes_on_after_the_highest_id()
    {
        ReplayHandler replay = ReplayHandler.Of("atieh/receive.txt");

        ReceivedPage page = Provider(replay, ("receiveSize", "3")).Receive(new ReceiveRequest("9820001234", "7001", Now.AddDays(-1), Now)).Value;

        replay.Verify();
        Assert.Equal(["7002", "7003"], page.Messages.Select(message => message.ProviderMessageId));
        Assert.Equal([Now.AddSeconds(0.5), Now.AddMinutes(10)], page.Messages.Select(message => message.Time!.Value));
        Assert.Equal("مشکل حاد: ذخیره نشدن فرم‌های برنامه", page.Messages[0].Text);
        Assert.Equal(("7003", true), (page.Cursor, page.HasMore));
    }

    [Theory]
    [InlineData(BalanceUnit.Unknown)]
    [InlineData(BalanceUnit.Messages, "unit", "messages")]
    public void The_unit_of_the_balance_is_unknown_unless_told(BalanceUnit unit, string name = "none", string value = "")
    {
        ReplayHandler replay = ReplayHandler.Of("atieh/balance.txt");

        Assert.Equal(new Balance(123_456m, unit), Provider(replay, (name, value)).GetBalance().Value);
        replay.Verify();
    }

    [Fact]
    public async Task Messages_of_two_lines_are_two_calls()
    {
        await using Simulated simulated = await Simulated.StartAsync("atieh");
        string other = simulated.Simulator.Account.Lines[1];

        IReadOnlyList<SendOutcome> outcomes = simulated.Provider.Send([Some.Message(1, line: simulated.Line), Some.Message(2, line: other), Some.Message(3, line: simulated.Line)]);
        IReadOnlyList<ReferenceAnswer> answers = simulated.Provider.Ask([1, 2, 3]);

        Assert.All(outcomes, outcome => Assert.Equal(SendOutcomeKind.Accepted, outcome.Kind));
        Assert.Equal(2, simulated.Simulator.Arrivals["send"]);
        Assert.Equal(outcomes.Select(outcome => outcome.ProviderMessageId), answers.Select(answer => answer.ProviderMessageId));
    }

    [Fact]
    public void What_is_missing_is_declared()
    {
        ISmsProvider provider = Provider(ReplayHandler.Answering(200, "text/xml", []));

        Assert.False(provider.Capabilities.HasLines);
        Assert.Equal(ProviderFaultKind.NotSupported, provider.GetLines().Fault!.Kind);
    }

    private static ISmsProvider Provider(ReplayHandler replay, params (string, string)[] options) => ProviderCatalog.Create(
        "atieh", Some.Account("https://ws.adpdigital.com/", ["9820001234", "9820005678"], options: options), Some.Handled(replay));
}
