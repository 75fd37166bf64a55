using smSys.Messaging.Providers;
using smSys.Providers.Tests.Doubles;

namespace smSys.Providers.Tests.Kavenegar;

public sealed class KavenegarRecordingTests
{
    private static readonly DateTime Now = new(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Several_messages_go_in_one_call_and_two_to_one_recipient_are_told_apart_by_place()
    {
        ReplayHandler replay = ReplayHandler.Of("kavenegar/send-many.txt");

        IReadOnlyList<SendOutcome> outcomes = Provider(replay).Send(
        [
            Some.Message(11, "09121110001", "یک", "10004321"),
            Some.Message(12, "09121110002", "دو & \"سه\"", "10004321"),
            Some.Message(13, "09121110001", "چهار", "10004321"),
        ]);

        replay.Verify();
        Assert.Equal(["854000001", "854000002", "854000003"], outcomes.Select(outcome => outcome.ProviderMessageId));
        Assert.Equal([1200m, 1200m, 0m], outcomes.Select(outcome => outcome.Cost!.Value));
    }

    [Fact]
    public void A_short_answer_is_matched_by_recipient_and_what_has_no_id_is_unknown()
    {
        ReplayHandler replay = ReplayHandler.Of("kavenegar/send-odd.txt");
        ISmsProvider provider = Provider(replay);
        OutgoingMessage[] messages = [Some.Message(11, "09121110001", line: "10004321"), Some.Message(12, "09121110002", line: "10004321")];

        IReadOnlyList<SendOutcome> tooShort = provider.Send(messages);
        IReadOnlyList<SendOutcome> odd = provider.Send(messages);

        replay.Verify();
        Assert.Equal([SendOutcomeKind.Unknown, SendOutcomeKind.Accepted], tooShort.Select(outcome => outcome.Kind));
        Assert.All(odd, outcome => Assert.Equal((SendOutcomeKind.Unknown, "no-id"), (outcome.Kind, outcome.Fault!.Code)));
    }

    [Fact]
    public void Asking_by_reference_tells_found_absent_and_left_out()
    {
        ReplayHandler replay = ReplayHandler.Of("kavenegar/ask.txt");
        ISmsProvider provider = Provider(replay);

        IReadOnlyList<ReferenceAnswer> tooShort = provider.Ask([11, 12, 13]);
        IReadOnlyList<ReferenceAnswer> byPlace = provider.Ask([11, 12]);

        replay.Verify();
        Assert.Equal(new ReferenceAnswer(11, ReferenceAnswerKind.Found, "854000001", DeliveryStateKind.Delivered), tooShort[0]);
        Assert.Equal([ReferenceAnswerKind.Found, ReferenceAnswerKind.Absent, ReferenceAnswerKind.CannotSay], tooShort.Select(answer => answer.Kind));
        Assert.Equal([ReferenceAnswerKind.Found, ReferenceAnswerKind.Absent], byPlace.Select(answer => answer.Kind));
    }

    [Fact]
    public void States_come_by_id()
    {
        ReplayHandler replay = ReplayHandler.Of("kavenegar/states.txt");

        IReadOnlyList<DeliveryState> states = Provider(replay).GetStates(["854000001", "854000002", "854000003"]).Value;

        replay.Verify();
        Assert.Equal([DeliveryStateKind.Delivered, DeliveryStateKind.Blocked, DeliveryStateKind.Unknown], states.Select(state => state.Kind));
    }

    [Fact]
    public void A_round_drains_the_unread_and_reads_the_read_ones_of_the_window_again()
    {
        ReplayHandler replay = ReplayHandler.Of("kavenegar/receive.txt");
        ISmsProvider provider = Provider(replay);

        ReceivedPage first = provider.Receive(Request(null)).Value;
        ReceivedPage second = provider.Receive(Request(first.Cursor)).Value;
        ReceivedPage third = provider.Receive(Request(second.Cursor)).Value;

        replay.Verify();
        Assert.Equal(["85400001", "85400002"], first.Messages.Select(message => message.ProviderMessageId));
        Assert.Equal(Now, first.Messages[0].Time);
        Assert.Equal("مشکل حاد: ذخیره نشدن فرم‌های برنامه", first.Messages[0].Text);
        Assert.Equal([true, true, false], new[] { first, second, third }.Select(page => page.HasMore));
        Assert.Null(third.Cursor);
    }

    [Fact]
    public void Without_rereading_a_round_ends_with_the_unread()
    {
        ReceivedPage page = Provider(ReplayHandler.Of("kavenegar/receive.txt"), ("reread", "none")).Receive(Request(null)).Value;

        Assert.False(page.HasMore);
    }

    [Fact]
    public void The_balance_is_in_Rial()
    {
        ReplayHandler replay = ReplayHandler.Of("kavenegar/balance.txt");

        Assert.Equal(new Balance(1_500_032m, BalanceUnit.Rial), Provider(replay).GetBalance().Value);
        replay.Verify();
    }

    [Fact]
    public void The_key_of_the_path_is_escaped_and_stands_in_no_trace()
    {
        var trace = new List<string>();
        var handler = new CollectingHandler();
        ISmsProvider provider = ProviderCatalog.Create("kavenegar", Some.Account("https://api.kavenegar.com/", secret: Some.Secret), Some.Handled(handler, trace.Add));

        ProviderFault fault = provider.GetBalance().Fault!;

        Assert.Equal("https://api.kavenegar.com/v1/" + Uri.EscapeDataString(Some.Secret) + "/account/info.json", handler.Address);
        Assert.DoesNotContain("planted", string.Join('\n', trace) + fault, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Without_a_key_nothing_is_called()
    {
        var handler = new CollectingHandler();
        ISmsProvider provider = ProviderCatalog.Create("kavenegar", Some.Account("https://api.kavenegar.com/", secret: string.Empty), Some.Handled(handler));

        SendOutcome outcome = provider.Send([Some.Message()]).Single();

        Assert.Equal((ProviderFaultKind.SignIn, "no-key", null), (outcome.Fault!.Kind, outcome.Fault.Code, handler.Address));
    }

    [Fact]
    public void What_Kavenegar_lacks_is_declared_and_what_it_does_better_too()
    {
        ISmsProvider provider = Provider(ReplayHandler.Answering(200, "application/json", []));

        Assert.False(provider.Capabilities.HasLines);
        Assert.True(provider.Capabilities.RefusesRepeatedReference);
        Assert.Equal(TimeSpan.FromHours(12), provider.Capabilities.AskWindow);
        Assert.Equal(ProviderFaultKind.NotSupported, provider.GetLines().Fault!.Kind);
        Assert.Throws<ArgumentOutOfRangeException>(() => provider.Send(Some.Messages(201)));
    }

    [Theory]
    [InlineData("messageid=854000001&status=10")]
    [InlineData("?status=10&messageid=854000001")]
    public void A_pushed_receipt_is_read(string query)
    {
        CallbackAnswer answer = ProviderCatalog.CreateCallbackReader("kavenegar", new Dictionary<string, string>()).Read(new CallbackRequest { Query = query });

        Assert.Equal(new DeliveryState("854000001", DeliveryStateKind.Delivered, "10"), answer.Receipts.Single());
    }

    [Fact]
    public void A_pushed_message_is_read()
    {
        CallbackAnswer answer = ProviderCatalog.CreateCallbackReader("kavenegar", new Dictionary<string, string>()).Read(new CallbackRequest
        {
            ContentType = "application/x-www-form-urlencoded",
            Body = "messageid=85400001&from=09121110001&to=10004321&message=%D9%84%D8%BA%D9%88",
        });

        Assert.Equal(new ReceivedMessage("85400001", "09121110001", "10004321", "لغو", null), answer.Messages.Single());
    }

    private static ISmsProvider Provider(ReplayHandler replay, params (string, string)[] options) =>
        ProviderCatalog.Create("kavenegar", Some.Account("https://api.kavenegar.com/", options: options), Some.Handled(replay));

    private static ReceiveRequest Request(string? cursor) => new("10004321", cursor, Now.AddDays(-1), Now);

    private sealed class CollectingHandler : HttpMessageHandler
    {
        public string? Address { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Address = request.RequestUri!.AbsoluteUri;
            throw new HttpRequestException("No answer from " + request.RequestUri + " with " + Some.Secret);
        }
    }
}
