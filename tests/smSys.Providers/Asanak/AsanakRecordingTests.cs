using smSys.Messaging.Providers;
using smSys.Providers.Tests.Doubles;

namespace smSys.Providers.Tests.Asanak;

public sealed class AsanakRecordingTests
{
    private static readonly DateTime Now = new(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void One_text_to_two_recipients_goes_by_sendsms()
    {
        ReplayHandler replay = ReplayHandler.Of("asanak/send-same.txt");

        IReadOnlyList<SendOutcome> outcomes = Provider(replay).Send(
            [Some.Message(11, "09121110001", "سلام، «علی»\nخط دوم", "9821001234"), Some.Message(12, "09121110002", "سلام، «علی»\nخط دوم", "9821001234")]);

        replay.Verify();
        Assert.Equal(["70010001", "70010002"], outcomes.Select(outcome => outcome.ProviderMessageId));
    }

    [Fact]
    public void Each_its_own_text_is_matched_by_recipient_and_the_one_left_out_is_unknown()
    {
        ReplayHandler replay = ReplayHandler.Of("asanak/send-different.txt");

        IReadOnlyList<SendOutcome> outcomes = Provider(replay).Send(
            [Message(11, "09121110001", "یک"), Message(12, "09121110002", "دو"), Message(13, "09121110003", "سه")]);

        replay.Verify();
        Assert.Equal(["70010011", null, "70010013"], outcomes.Select(outcome => outcome.ProviderMessageId));
        Assert.Equal(SendOutcomeKind.Unknown, outcomes[1].Kind);
    }

    [Fact]
    public void Bare_ids_stand_by_position()
    {
        ReplayHandler replay = ReplayHandler.Of("asanak/send-different-ids.txt");

        IReadOnlyList<SendOutcome> outcomes = Provider(replay).Send([Message(11, "09121110001", "یک"), Message(12, "09121110002", "دو")]);

        replay.Verify();
        Assert.Equal(["70010021", "70010022"], outcomes.Select(outcome => outcome.ProviderMessageId));
    }

    [Fact]
    public void States_come_by_id_with_the_time_of_delivery()
    {
        ReplayHandler replay = ReplayHandler.Of("asanak/states.txt");
        ISmsProvider provider = Provider(replay);

        IReadOnlyList<DeliveryState> states = provider.GetStates(["70010001", "x,70010005", "70010002", "70010003"]).Value;
        DeliveryState single = provider.GetStates(["70010001"]).Value.Single();

        replay.Verify();
        Assert.Equal(
            [new DeliveryState("70010001", DeliveryStateKind.Delivered, "6", Now), new DeliveryState("70010002", DeliveryStateKind.Queued, "20")],
            states);
        Assert.Equal(DeliveryStateKind.Blocked, single.Kind);
    }

    [Fact]
    public void The_balance_is_in_Rial_or_in_messages()
    {
        ReplayHandler replay = ReplayHandler.Of("asanak/balance.txt");

        Assert.Equal(new Balance(987_654.5m, BalanceUnit.Rial), Provider(replay).GetBalance().Value);
        Assert.Equal(new Balance(1_577m, BalanceUnit.Messages), Provider(replay, ("unit", "Messages")).GetBalance().Value);
        replay.Verify();
    }

    [Fact]
    public void Receiving_by_the_older_gateway_goes_on_at_the_newest_time()
    {
        ReplayHandler replay = ReplayHandler.Of("asanak/receive.txt");
        ProviderAccount account = new()
        {
            Address = new Uri("https://sms.asanak.ir/"),
            UserName = Some.User,
            Secret = Some.PlainSecret,
            AllowPlainHttp = true,
            Options = new Dictionary<string, string> { ["inbox"] = "http://ws.asanak.example.test:8082/services/CompositeSmsGateway" },
        };
        ISmsProvider provider = ProviderCatalog.Create("asanak", account, Some.Handled(replay));

        ReceivedPage page = provider.Receive(new ReceiveRequest("9821001234", null, Now.AddDays(-1), Now)).Value;
        ProviderFault fault = provider.Receive(new ReceiveRequest("9821001234", page.Cursor, Now, Now)).Fault!;

        replay.Verify();
        Assert.Equal(["7001", "7002"], page.Messages.Select(message => message.ProviderMessageId));
        Assert.Equal([Now.AddSeconds(0.5), Now.AddMinutes(10)], page.Messages.Select(message => message.Time!.Value));
        Assert.Equal("مشکل حاد: ذخیره نشدن فرم‌های برنامه", page.Messages[0].Text);
        Assert.False(page.HasMore);
        Assert.Equal((ProviderFaultKind.Unclear, "5", "User has no access"), (fault.Kind, fault.Code, fault.Words));
    }

    [Theory]
    [InlineData("somewhere", "address")]
    [InlineData("http://ws.asanak.ir:8082/services/CompositeSmsGateway", "address-http")]
    public void An_address_of_the_inbox_that_may_not_be_called_is_a_fault(string inbox, string code)
    {
        ISmsProvider provider = Provider(ReplayHandler.Answering(200, "text/xml", []), ("inbox", inbox));

        ProviderFault fault = provider.Receive(new ReceiveRequest("9821001234", null, Now, Now)).Fault!;

        Assert.Equal((ProviderFaultKind.SignIn, code), (fault.Kind, fault.Code));
    }

    [Fact]
    public void What_is_missing_is_declared()
    {
        ISmsProvider provider = Provider(ReplayHandler.Answering(200, "application/json", []));

        Assert.Equal((0, 0, false), (provider.Capabilities.AskLimit, provider.Capabilities.ReceiveLimit, provider.Capabilities.HasLines));
        Assert.All(provider.AskCall([1, 2]), answer => Assert.Equal((ReferenceAnswerKind.CannotSay, ProviderFaultKind.NotSupported), (answer.Kind, answer.Fault!.Kind)));
        Assert.Equal(ProviderFaultKind.NotSupported, provider.Receive(new ReceiveRequest("1", null, Now, Now)).Fault!.Kind);
        Assert.Equal(ProviderFaultKind.NotSupported, provider.GetLines().Fault!.Kind);
    }

    private static OutgoingMessage Message(long reference, string recipient, string text) => Some.Message(reference, recipient, text, "9821001234");

    private static ISmsProvider Provider(ReplayHandler replay, params (string, string)[] options) =>
        ProviderCatalog.Create("asanak", Some.Account("https://sms.asanak.ir/", options: options), Some.Handled(replay));
}
