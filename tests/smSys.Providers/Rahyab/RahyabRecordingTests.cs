using smSys.Messaging.Providers;
using smSys.Providers.Tests.Doubles;

namespace smSys.Providers.Tests.Rahyab;

public sealed class RahyabRecordingTests
{
    private static readonly DateTime Now = new(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Several_messages_are_matched_by_reference_and_a_blocked_one_is_refused()
    {
        ReplayHandler replay = ReplayHandler.Of("rahyab/send-many.txt");

        IReadOnlyList<SendOutcome> outcomes = Provider(replay).Send(
            [Some.Message(11, "09121110001", "یک & «دو»", "50001234"), Some.Message(12, "09121110013", "Hello", "50001234")]);

        replay.Verify();
        Assert.Equal("81000001", outcomes[0].ProviderMessageId);
        Assert.Equal(SendOutcomeKind.Rejected, outcomes[1].Kind);
        Assert.Equal(ProviderFaultKind.Blocked, outcomes[1].Fault!.Kind);
    }

    [Fact]
    public void Asking_by_reference_tells_absent_from_left_out()
    {
        ReplayHandler replay = ReplayHandler.Of("rahyab/ask.txt");

        IReadOnlyList<ReferenceAnswer> answers = Provider(replay).Ask([11, 12, 13]);

        replay.Verify();
        Assert.Equal([ReferenceAnswerKind.Found, ReferenceAnswerKind.Absent, ReferenceAnswerKind.CannotSay], answers.Select(answer => answer.Kind));
        Assert.Equal("81000001", answers[0].ProviderMessageId);
    }

    [Fact]
    public void States_stand_by_position_and_a_short_answer_says_nothing()
    {
        ReplayHandler replay = ReplayHandler.Of("rahyab/states.txt");
        ISmsProvider provider = Provider(replay);
        string[] ids = ["81000001", "81000002", "81000003"];

        ProviderAnswer<IReadOnlyList<DeliveryState>> whole = provider.GetStates(ids);
        ProviderAnswer<IReadOnlyList<DeliveryState>> tooShort = provider.GetStates(ids);

        replay.Verify();
        Assert.Equal([DeliveryStateKind.Delivered, DeliveryStateKind.SentToOperator, DeliveryStateKind.Unknown], whole.Value.Select(state => state.Kind));
        Assert.Equal(ProviderFaultKind.Unclear, tooShort.Fault!.Kind);
    }

    [Fact]
    public void Receiving_goes_on_after_the_highest_row()
    {
        ReplayHandler replay = ReplayHandler.Of("rahyab/receive.txt");

        ReceivedPage page = Provider(replay).Receive(new ReceiveRequest("50001234", "7000", Now.AddDays(-1), Now)).Value;

        replay.Verify();
        Assert.Equal(["7001", "7002"], page.Messages.Select(message => message.ProviderMessageId));
        Assert.Equal([Now, Now.AddSeconds(10)], page.Messages.Select(message => message.Time!.Value));
        Assert.Equal("مشکل حاد: ذخیره نشدن فرم‌های برنامه", page.Messages[0].Text);
        Assert.Equal("7002", page.Cursor);
        Assert.False(page.HasMore);
    }

    [Fact]
    public void Balance_and_lines_are_read()
    {
        ReplayHandler replay = ReplayHandler.Of("rahyab/account.txt");
        ISmsProvider provider = Provider(replay, ("unit", "rial"));

        Assert.Equal(new Balance(123_456.5m, BalanceUnit.Rial), provider.GetBalance().Value);
        Assert.Equal(["50001234", "50005678"], provider.GetLines().Value);
        replay.Verify();
    }

    private static ISmsProvider Provider(ReplayHandler replay, params (string, string)[] options) =>
        ProviderCatalog.Create("rahyab", Some.Account("https://rahyabbulk.example.test/", options: options), Some.Handled(replay));
}
