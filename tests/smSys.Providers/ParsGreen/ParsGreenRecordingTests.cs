using smSys.Messaging.Providers;
using smSys.Providers.Tests.Doubles;

namespace smSys.Providers.Tests.ParsGreen;

public sealed class ParsGreenRecordingTests
{
    private static readonly DateTime Now = new(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Texts_go_one_call_each_and_answers_are_matched_by_recipient()
    {
        ReplayHandler replay = ReplayHandler.Of("parsgreen/send-texts.txt");

        IReadOnlyList<SendOutcome> outcomes = Provider(replay).Send(
            [Some.Message(11, "09121110001", "یک", "10009182"), Some.Message(12, "09121110002", "دو «سه»", "10009182"), Some.Message(13, "09121110003", "یک", "10009182")]);

        replay.Verify();
        Assert.Equal(["5001", "5002", "5003"], outcomes.Select(outcome => outcome.ProviderMessageId));
    }

    [Fact]
    public void A_refused_text_leaves_the_other_alone_when_the_administrator_knows_the_code()
    {
        ReplayHandler replay = ReplayHandler.Of("parsgreen/send-refused.txt");

        IReadOnlyList<SendOutcome> outcomes = Provider(replay, ("codes", "12=Refused")).Send(
            [Some.Message(11, "09121110001", "یک", string.Empty), Some.Message(12, "09121110002", "دو", string.Empty)]);

        replay.Verify();
        Assert.Equal(new ProviderFault(ProviderFaultKind.Refused, "12", "متن پیامک فیلتر شده است") { WholeCall = true }, outcomes[0].Fault);
        Assert.Equal("5002", outcomes[1].ProviderMessageId);
    }

    [Fact]
    public void Without_a_meaning_the_code_is_unclear_and_the_other_text_is_not_tried()
    {
        IReadOnlyList<SendOutcome> outcomes = Provider(ReplayHandler.Of("parsgreen/send-refused.txt")).Send(
            [Some.Message(11, "09121110001", "یک", string.Empty), Some.Message(12, "09121110002", "دو", string.Empty)]);

        Assert.Equal((SendOutcomeKind.Unknown, "12"), (outcomes[0].Kind, outcomes[0].Fault!.Code));
        Assert.Equal((SendOutcomeKind.Rejected, "not-tried"), (outcomes[1].Kind, outcomes[1].Fault!.Code));
    }

    [Fact]
    public void States_are_asked_for_one_by_one()
    {
        ReplayHandler replay = ReplayHandler.Of("parsgreen/states.txt");

        IReadOnlyList<DeliveryState> states = Provider(replay).GetStates(["5001", "5002"]).Value;

        replay.Verify();
        Assert.Equal([new DeliveryState("5001", DeliveryStateKind.Delivered, "41"), new DeliveryState("5002", DeliveryStateKind.Unknown, "46")], states);
    }

    [Fact]
    public void The_field_of_the_id_can_be_chosen()
    {
        var handler = new BodyHandler();

        ProviderCatalog.Create("parsgreen", Some.Account("https://sms.parsgreen.ir/", options: [("deliveryfield", "RecId")]), Some.Handled(handler)).GetStates(["5001"]);

        Assert.Equal("{\"RecId\":\"5001\"}", handler.Body);
    }

    [Fact]
    public void A_round_reads_unread_and_read_messages_of_the_line_only()
    {
        ReplayHandler replay = ReplayHandler.Of("parsgreen/receive.txt");
        ISmsProvider provider = Provider(replay);

        ReceivedPage first = provider.Receive(Request(null)).Value;
        ReceivedPage second = provider.Receive(Request(first.Cursor)).Value;

        replay.Verify();
        Assert.Equal(["kgderfrm63", "7fxjrx86h3"], first.Messages.Select(message => message.ProviderMessageId));
        Assert.Equal(new ReceivedMessage("kgderfrm63", "989121110001", "10009182", "مشکل حاد: ذخیره نشدن فرم‌های برنامه", Now), first.Messages[0]);
        Assert.Equal([true, false], new[] { first.HasMore, second.HasMore });
        Assert.Null(second.Cursor);
    }

    [Fact]
    public void Balance_and_lines_are_read()
    {
        ReplayHandler replay = ReplayHandler.Of("parsgreen/account.txt");
        ISmsProvider provider = Provider(replay);

        Assert.Equal(new Balance(123_456.78m, BalanceUnit.Rial), provider.GetBalance().Value);
        Assert.Equal(["10009182", "9810007364"], provider.GetLines().Value);
        replay.Verify();
    }

    [Theory]
    [InlineData("", Some.PlainSecret)]
    [InlineData(Some.User, Some.User)]
    public void The_signature_of_the_inbox_is_the_user_name_or_else_the_key(string user, string signature)
    {
        var handler = new BodyHandler();

        ProviderCatalog.Create("parsgreen", Some.Account("https://sms.parsgreen.ir/", user), Some.Handled(handler)).Receive(Request(null));

        Assert.Contains("<signature>" + signature + "</signature>", handler.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void The_inbox_may_have_an_address_a_namespace_columns_and_a_location_of_its_own()
    {
        var handler = new BodyHandler();
        ISmsProvider provider = ProviderCatalog.Create(
            "parsgreen",
            Some.Account("https://sms.parsgreen.ir/", options: [("inbox", "https://login.example.test/Api/MsgService.asmx"), ("namespace", "http://example.test/ws"), ("location", "2")]),
            Some.Handled(handler));

        provider.Receive(Request(null));
        ProviderFault fault = ProviderCatalog.Create("parsgreen", Some.Account("https://sms.parsgreen.ir/", options: [("columns", "a,b")]), Some.Handled(handler)).Receive(Request(null)).Fault!;

        Assert.Equal("https://login.example.test/Api/MsgService.asmx", handler.Address);
        Assert.Contains("<GetMessagePageing xmlns=\"http://example.test/ws\">", handler.Body, StringComparison.Ordinal);
        Assert.Contains("<location>2</location>", handler.Body, StringComparison.Ordinal);
        Assert.Equal("columns", fault.Code);
    }

    [Fact]
    public void What_Pars_Green_lacks_is_declared()
    {
        ISmsProvider provider = Provider(ReplayHandler.Answering(200, "application/json", []));

        Assert.Equal(0, provider.Capabilities.AskLimit);
        Assert.Equal(ProviderFaultKind.NotSupported, provider.Ask([1]).Single().Fault!.Kind);
    }

    [Fact]
    public void Pushes_are_read_by_the_names_of_the_answers_or_the_usual_ones()
    {
        ICallbackReader reader = ProviderCatalog.CreateCallbackReader("parsgreen", new Dictionary<string, string>());

        CallbackAnswer receipt = reader.Read(new CallbackRequest { Query = "ReqID=5001&DeliveryStatus=41" });
        CallbackAnswer message = reader.Read(new CallbackRequest { Query = "from=09121110001&to=10009182&text=%D9%84%D8%BA%D9%88" });

        Assert.Equal(new DeliveryState("5001", DeliveryStateKind.Delivered, "41"), Assert.Single(receipt.Receipts));
        Assert.Equal("لغو", Assert.Single(message.Messages).Text);
    }

    private static ISmsProvider Provider(ReplayHandler replay, params (string, string)[] options) =>
        ProviderCatalog.Create("parsgreen", Some.Account("https://sms.parsgreen.ir/", options: options), Some.Handled(replay));

    private static ReceiveRequest Request(string? cursor) => new("10009182", cursor, Now.AddDays(-1), Now);

    private sealed class BodyHandler : HttpMessageHandler
    {
        public string Body { get; private set; } = string.Empty;

        public string Address { get; private set; } = string.Empty;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Address = request.RequestUri!.AbsoluteUri;
            Body = await request.Content!.ReadAsStringAsync(cancellationToken);
            return new HttpResponseMessage(System.Net.HttpStatusCode.InternalServerError);
        }
    }
}
