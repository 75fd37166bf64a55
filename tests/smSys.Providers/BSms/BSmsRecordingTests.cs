using smSys.Messaging.Providers;
using smSys.Providers.Tests.Doubles;

namespace smSys.Providers.Tests.BSms;

public sealed class BSmsRecordingTests
{
    private static readonly DateTime Now = new(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Texts_go_one_call_each_and_every_message_has_its_own_id()
    {
        ReplayHandler replay = ReplayHandler.Of("bsms/send-texts.txt");

        IReadOnlyList<SendOutcome> outcomes = Provider("https://panel.example.test/", replay).Send(
            [Some.Message(11, "09121110001", "یک", "20004567"), Some.Message(12, "09121110002", "دو", "20004567"), Some.Message(13, "09121110003", "یک", "20004567")]);

        replay.Verify();
        Assert.Equal(["77100001", "77100003", "77100002"], outcomes.Select(outcome => outcome.ProviderMessageId));
    }

    [Fact]
    public void Everything_that_a_white_label_changes_is_an_option()
    {
        ReplayHandler replay = ReplayHandler.Of("bsms/white-label.txt");
        ISmsProvider provider = Provider(
            "https://panel.example.test/", replay,
            ("path", "API"), ("namespace", "http://panel.example.test/ws/"), ("operation", "SendSimpleSMS"), ("manyoperation", "SendMultipleSMS2"),
            ("manyservice", "Bulk.asmx"), ("success", "100"), ("numbers", "98"), ("recipients", "50"));

        SendOutcome one = provider.Send([Some.Message(11, "09121110001", "یک", "20004567")]).Single();
        IReadOnlyList<SendOutcome> two = provider.Send([Some.Message(12, "09121110001", "یک", "20004567"), Some.Message(13, "09121110002", "دو", "20004567")]);

        replay.Verify();
        Assert.Equal(["77100001", "77100002", "77100003"], two.Prepend(one).Select(outcome => outcome.ProviderMessageId));
        Assert.Equal(50, provider.Capabilities.SendLimit);
    }

    [Theory]
    [InlineData("https://panel.example.test/post/Send.asmx")]
    [InlineData("https://panel.example.test/post/")]
    [InlineData("https://panel.example.test/post")]
    [InlineData("https://panel.example.test")]
    public void An_address_may_name_the_service_its_folder_or_the_host(string address)
    {
        ReplayHandler replay = ReplayHandler.Of("bsms/account.txt");
        ISmsProvider provider = Provider(address, replay, ("unit", "rial"));

        Balance balance = provider.GetBalance().Value;
        IReadOnlyList<string> lines = provider.GetLines().Value;
        ReceivedPage page = provider.Receive(new ReceiveRequest("20004567", null, Now.AddDays(-1), Now)).Value;

        replay.Verify();
        Assert.Equal(new Balance(98_765m, BalanceUnit.Rial), balance);
        Assert.Equal(["20004567"], lines);
        Assert.Equal(new ReceivedMessage("7710001", "9121110001", "20004567", "بله", Now), Assert.Single(page.Messages));
    }

    [Fact]
    public void States_can_be_renamed_by_the_administrator()
    {
        ReplayHandler replay = ReplayHandler.Of("bsms/states.txt");

        IReadOnlyList<DeliveryState> states = Provider("https://panel.example.test/", replay, ("states", "16=NotDelivered")).GetStates(["77100001", "77100002"]).Value;

        replay.Verify();
        Assert.Equal([DeliveryStateKind.NotDelivered, DeliveryStateKind.Delivered], states.Select(state => state.Kind));
    }

    [Fact]
    public void Rahyab_speaks_it_when_its_system_is_the_panel()
    {
        ReplayHandler replay = ReplayHandler.Of("bsms/states.txt");
        ISmsProvider provider = ProviderCatalog.Create(
            "rahyab", Some.Account("https://panel.example.test/", options: [("system", "panel")]), Some.Handled(replay));

        Assert.Equal(2, provider.GetStates(["77100001", "77100002"]).Value.Count);
        replay.Verify();
    }

    [Fact]
    public void A_pushed_message_is_read_for_both()
    {
        var request = new CallbackRequest { Query = "to=20004567&body=%D9%84%D8%BA%D9%88&from=9121110001" };
        var panel = new Dictionary<string, string> { ["system"] = "panel" };

        Assert.Equal("لغو", ProviderCatalog.CreateCallbackReader("bsms", new Dictionary<string, string>()).Read(request).Messages.Single().Text);
        Assert.Equal("لغو", ProviderCatalog.CreateCallbackReader("rahyab", panel).Read(request).Messages.Single().Text);
    }

    private static ISmsProvider Provider(string address, ReplayHandler replay, params (string, string)[] options) =>
        ProviderCatalog.Create("bsms", Some.Account(address, options: options), Some.Handled(replay));
}
