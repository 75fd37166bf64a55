using smSys.Messaging.Providers;
using smSys.Providers.Tests.Doubles;

namespace smSys.Providers.Tests.Ghasedak;

public sealed class GhasedakRecordingTests
{
    private static readonly DateTime Now = new(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void One_message_is_sent_and_accepted()
    {
        ReplayHandler replay = ReplayHandler.Of("ghasedak/send-one.txt");

        SendOutcome outcome = Provider(replay).Send([Some.Message(1001, text: "سلام، «علی»\nخط دوم")]).Single();

        replay.Verify();
        Assert.Equal("23900001", outcome.ProviderMessageId);
        Assert.Equal(1805m, outcome.Cost);
    }

    [Fact]
    public void Several_messages_are_matched_by_reference_and_the_one_left_out_is_unknown()
    {
        ReplayHandler replay = ReplayHandler.Of("ghasedak/send-many.txt");

        IReadOnlyList<SendOutcome> outcomes = Provider(replay).Send(
            [Some.Message(11, "09121110001", "یک"), Some.Message(12, "09121110002", "دو"), Some.Message(13, "09121110003", "سه")]);

        replay.Verify();
        Assert.Equal(["23900011", null, "23900013"], outcomes.Select(outcome => outcome.ProviderMessageId));
        Assert.Equal(SendOutcomeKind.Unknown, outcomes[1].Kind);
    }

    [Fact]
    public void Asking_by_reference_finds_misses_and_doubts()
    {
        ReplayHandler replay = ReplayHandler.Of("ghasedak/ask.txt");
        ISmsProvider provider = Provider(replay);

        IReadOnlyList<ReferenceAnswer> clear = provider.Ask([11, 12]);
        IReadOnlyList<ReferenceAnswer> odd = provider.Ask([11, 12]);
        IReadOnlyList<ReferenceAnswer> nothing = provider.Ask([11, 12]);

        replay.Verify();
        Assert.Equal(new ReferenceAnswer(11, ReferenceAnswerKind.Found, "23900011", DeliveryStateKind.Delivered), clear[0]);
        Assert.Equal(ReferenceAnswerKind.Absent, clear[1].Kind);
        Assert.Equal([ReferenceAnswerKind.Found, ReferenceAnswerKind.CannotSay], odd.Select(answer => answer.Kind));
        Assert.All(nothing, answer => Assert.Equal(ReferenceAnswerKind.CannotSay, answer.Kind));
    }

    [Fact]
    public void States_come_by_id_and_an_undocumented_one_is_unknown()
    {
        ReplayHandler replay = ReplayHandler.Of("ghasedak/states.txt");

        IReadOnlyList<DeliveryState> states = Provider(replay).GetStates(["23900011", "23900012", "23900013"]).Value;

        replay.Verify();
        Assert.Equal(
            [new DeliveryState("23900011", DeliveryStateKind.Delivered, "5", Reference: 11), new DeliveryState("23900013", DeliveryStateKind.Unknown, "14", Reference: 13)],
            states);
    }

    [Fact]
    public void A_round_of_receiving_reads_the_unread_pages_and_then_the_read_ones_again()
    {
        ReplayHandler replay = ReplayHandler.Of("ghasedak/receive.txt");
        ISmsProvider provider = Provider(replay);

        ReceivedPage first = provider.Receive(Request(null)).Value;
        ReceivedPage second = provider.Receive(Request(first.Cursor)).Value;
        ReceivedPage third = provider.Receive(Request(second.Cursor)).Value;

        replay.Verify();
        Assert.Equal(["2390002", "2390003"], first.Messages.Select(message => message.ProviderMessageId));
        Assert.Equal("مشکل حاد: ذخیره نشدن فرم‌های برنامه", first.Messages[1].Text);
        Assert.Equal(new DateTime(2026, 11, 23, 7, 50, 0, 500, DateTimeKind.Utc), first.Messages[1].Time);
        Assert.Equal(new DateTime(2026, 11, 23, 7, 40, 0, DateTimeKind.Utc), first.Messages[0].Time);
        Assert.True(first.HasMore && second.HasMore);
        Assert.Equal("2390001", third.Messages.Single().ProviderMessageId);
        Assert.False(third.HasMore);
        Assert.Null(third.Cursor);
    }

    [Fact]
    public void A_gateway_that_counts_pages_from_zero_is_understood()
    {
        ReplayHandler replay = ReplayHandler.Of("ghasedak/receive-pages-from-zero.txt");
        ISmsProvider provider = Provider(replay);

        ReceivedPage first = provider.Receive(Request(null)).Value;
        ReceivedPage second = provider.Receive(Request(first.Cursor)).Value;

        replay.Verify();
        Assert.Equal("2390007", second.Messages.Single().ProviderMessageId);
        Assert.True(second.HasMore);
    }

    [Fact]
    public void The_balance_is_in_Rial()
    {
        ReplayHandler replay = ReplayHandler.Of("ghasedak/balance.txt");

        Assert.Equal(new Balance(987_654_321m, BalanceUnit.Rial), Provider(replay).GetBalance().Value);
        replay.Verify();
    }

    [Fact]
    public void What_Ghasedak_lacks_is_declared_and_not_thrown()
    {
        ISmsProvider provider = Provider(ReplayHandler.Answering(200, "application/json", []));

        Assert.False(provider.Capabilities.HasLines);
        Assert.Equal(ProviderFaultKind.NotSupported, provider.GetLines().Fault!.Kind);
        Assert.Throws<ArgumentOutOfRangeException>(() => provider.Send(Some.Messages(101)));
    }

    private static ISmsProvider Provider(ReplayHandler replay) =>
        ProviderCatalog.Create("ghasedak", Some.Account("https://gateway.ghasedak.me/"), Some.Handled(replay));

    private static ReceiveRequest Request(string? cursor) => new("30001234", cursor, Now.AddDays(-1), Now);
}
