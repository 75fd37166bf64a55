using ProviderSimulators.Generic;
using smSys.Messaging.Providers;
using smSys.Providers.Generic.Definitions;
using smSys.Providers.Tests.Doubles;

namespace smSys.Providers.Tests.Generic;

/// <summary>The sample description against recorded conversations.</summary>
public sealed class HttpRecordingTests
{
    private static readonly DateTime Now = new(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void The_sample_description_has_no_problems_and_says_what_the_panel_can_do()
    {
        ProviderCapabilities can = Provider(ReplayHandler.Answering(200, "application/json", [])).Capabilities;

        Assert.Empty(HttpDefinition.Check(GenericSimulator.Definition));
        Assert.Equal((100, 100, 100, 50), (can.SendLimit, can.AskLimit, can.StateLimit, can.ReceiveLimit));
        Assert.True(can is { HasBalance: true, HasLines: true, ReceiveMarksAsRead: false });
    }

    [Fact]
    public void One_message_is_sent_and_accepted()
    {
        ReplayHandler replay = ReplayHandler.Of("http/send-one.txt");

        SendOutcome outcome = Provider(replay).Send([Some.Message(1001, text: "سلام، «علی»\nخط دوم", line: "10002020")]).Single();

        replay.Verify();
        Assert.Equal(("71000001", 1000m), (outcome.ProviderMessageId, outcome.Cost));
    }

    [Fact]
    public void Several_messages_are_matched_by_reference_refusals_keep_their_words_and_the_one_left_out_is_unknown()
    {
        ReplayHandler replay = ReplayHandler.Of("http/send-many.txt");

        IReadOnlyList<SendOutcome> outcomes = Provider(replay).Send(
        [
            Some.Message(11, "09121110001", "یک", "10002020"), Some.Message(12, "09121110002", "دو", "10002020"),
            Some.Message(13, "09121110003", "سه", "10002020"), Some.Message(14, "09121110004", "چهار", "10002020"),
        ]);

        replay.Verify();
        Assert.Equal([SendOutcomeKind.Accepted, SendOutcomeKind.Unknown, SendOutcomeKind.Rejected, SendOutcomeKind.Unknown], outcomes.Select(outcome => outcome.Kind));
        Assert.Equal("71000011", outcomes[0].ProviderMessageId);
        Assert.Equal("unmatched", outcomes[1].Fault!.Code);
        Assert.Equal(new ProviderFault(ProviderFaultKind.Blocked, "blocked", "گیرنده در لیست سیاه است"), outcomes[2].Fault);
        Assert.Equal(new ProviderFault(ProviderFaultKind.Unclear, "moon_phase", "دلیل ناشناخته"), outcomes[3].Fault);
    }

    [Fact]
    public void Asking_by_reference_finds_misses_and_doubts()
    {
        ReplayHandler replay = ReplayHandler.Of("http/ask.txt");
        ISmsProvider provider = Provider(replay);

        IReadOnlyList<ReferenceAnswer> clear = provider.Ask([11, 12]);
        IReadOnlyList<ReferenceAnswer> odd = provider.Ask([11, 12]);
        IReadOnlyList<ReferenceAnswer> nothing = provider.Ask([11, 12]);

        replay.Verify();
        Assert.Equal(new ReferenceAnswer(11, ReferenceAnswerKind.Found, "71000011", DeliveryStateKind.Delivered), clear[0]);
        Assert.Equal(ReferenceAnswerKind.Absent, clear[1].Kind);
        Assert.Equal([ReferenceAnswerKind.Found, ReferenceAnswerKind.CannotSay], odd.Select(answer => answer.Kind));
        Assert.All(nothing, answer => Assert.Equal(ReferenceAnswerKind.CannotSay, answer.Kind));
    }

    [Fact]
    public void States_come_by_id_with_their_time_and_an_undocumented_one_is_unknown()
    {
        ReplayHandler replay = ReplayHandler.Of("http/states.txt");

        IReadOnlyList<DeliveryState> states = Provider(replay).GetStates(["71000011", "71000012", "71000013"]).Value;

        replay.Verify();
        Assert.Equal(
            [
                new DeliveryState("71000011", DeliveryStateKind.Delivered, "delivered", Now, 11),
                new DeliveryState("71000013", DeliveryStateKind.Unknown, "teleported", new DateTime(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc)),
            ],
            states);
    }

    [Fact]
    public void Receiving_goes_on_behind_the_newest_id_and_keeps_texts_as_they_are()
    {
        ReplayHandler replay = ReplayHandler.Of("http/receive.txt");
        ISmsProvider provider = Provider(replay);

        ReceivedPage first = provider.Receive(new ReceiveRequest("10002020", null, Now.AddDays(-1), Now)).Value;
        ReceivedPage second = provider.Receive(new ReceiveRequest("10002020", first.Cursor, Now.AddDays(-1), Now)).Value;

        replay.Verify();
        Assert.Equal(["7100001", "7100003"], first.Messages.Select(message => message.ProviderMessageId));
        Assert.Equal([" مشکل حاد: ذخیره نشدن فرم‌های برنامه\n", string.Empty], first.Messages.Select(message => message.Text));
        Assert.Equal(("989121110001", "10002020", Now.AddMinutes(-10)), (first.Messages[0].Sender, first.Messages[0].Line, first.Messages[0].Time));
        Assert.Equal(Now, first.Messages[1].Time);
        Assert.True(first.HasMore && !second.HasMore);
        Assert.Equal("7100003", second.Cursor);
    }

    [Fact]
    public void Balance_and_lines_come_from_the_same_address()
    {
        ReplayHandler replay = ReplayHandler.Of("http/account.txt");
        ISmsProvider provider = Provider(replay);

        Assert.Equal(new Balance(987_654_321.5m, BalanceUnit.Rial), provider.GetBalance().Value);
        Assert.Equal(["10002020", "9810003030"], provider.GetLines().Value);
        replay.Verify();
    }

    [Fact]
    public void Pushes_are_read_by_the_names_of_the_description()
    {
        ICallbackReader reader = ProviderCatalog.CreateCallbackReader("http", new Dictionary<string, string> { ["definition"] = GenericSimulator.Definition });

        CallbackAnswer receipt = reader.Read(new CallbackRequest { Query = "id=71000011&state=delivered&clientId=11&stateAt=2026-11-23T11%3A30%3A00%2B03%3A30" });
        CallbackAnswer message = reader.Read(new CallbackRequest { Body = "{\"id\":7,\"from\":\"989121110001\",\"to\":\"10002020\",\"text\":\"بله\"}" });

        Assert.Equal(new DeliveryState("71000011", DeliveryStateKind.Delivered, "delivered", Now, 11), receipt.Receipts.Single());
        Assert.Equal(("7", "بله", "10002020"), (message.Messages.Single().ProviderMessageId, message.Messages[0].Text, message.Messages[0].Line));
    }

    private static ISmsProvider Provider(HttpMessageHandler handler) => Described.Provider(GenericSimulator.Definition, handler);
}
