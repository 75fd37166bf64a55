using smSys.Messaging.Providers;
using smSys.Providers.Tests.Doubles;

namespace smSys.Providers.Tests.PayamakPanel;

public sealed class PayamakPanelRecordingTests
{
    private static readonly DateTime Now = new(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void One_text_to_several_is_one_call_and_each_place_has_its_outcome()
    {
        ReplayHandler replay = ReplayHandler.Of("payamakpanel/soap-send-one-text.txt");
        string text = "سلام & درود";

        IReadOnlyList<SendOutcome> outcomes = Soap(replay).Send(
            [Some.Message(11, "09121110001", text, "50004321"), Some.Message(12, "09121110013", text, "50004321"), Some.Message(13, "09121110002", text, "50004321")]);

        replay.Verify();
        Assert.Equal("5461268600001", outcomes[0].ProviderMessageId);
        Assert.Equal((ProviderFaultKind.Blocked, "35"), (outcomes[1].Fault!.Kind, outcomes[1].Fault!.Code));
        Assert.Equal((ProviderFaultKind.Refused, "status-1"), (outcomes[2].Fault!.Kind, outcomes[2].Fault!.Code));
        Assert.False(outcomes[1].Fault!.WholeCall);
    }

    [Fact]
    public void A_text_each_is_one_call_a_line_and_a_refused_call_says_so()
    {
        ReplayHandler replay = ReplayHandler.Of("payamakpanel/soap-send-texts.txt");

        IReadOnlyList<SendOutcome> outcomes = Soap(replay).Send(
            [Some.Message(11, "09121110001", "یک", "50004321"), Some.Message(13, "09121110003", "سه", "50008765"), Some.Message(12, "09121110002", "دو", "50004321")]);

        replay.Verify();
        Assert.Equal(["5461268600001", null, "5461268600002"], outcomes.Select(outcome => outcome.ProviderMessageId));
        Assert.Equal((ProviderFaultKind.Credit, true), (outcomes[1].Fault!.Kind, outcomes[1].Fault!.WholeCall));
        Assert.Equal("Code 2: no credit", outcomes[1].Fault!.Words);
    }

    [Fact]
    public void States_stand_by_position_and_a_short_answer_says_nothing()
    {
        ReplayHandler replay = ReplayHandler.Of("payamakpanel/soap-states.txt");
        ISmsProvider provider = Soap(replay);
        string[] ids = ["5461268600001", "5461268600002", "5461268600003"];

        IReadOnlyList<DeliveryState> whole = provider.GetStates(ids).Value;
        ProviderFault tooShort = provider.GetStates(ids).Fault!;

        replay.Verify();
        Assert.Equal([DeliveryStateKind.Delivered, DeliveryStateKind.SentToOperator, DeliveryStateKind.Unknown], whole.Select(state => state.Kind));
        Assert.Equal(ProviderFaultKind.Unclear, tooShort.Kind);
    }

    [Theory]
    [InlineData(null, new[] { "7000", "7001", "7002" })]
    [InlineData("7000", new[] { "7001", "7002" })]
    [InlineData("7002", new string[0])]
    public void Receiving_tells_what_is_above_the_cursor(string? cursor, string[] ids)
    {
        ReplayHandler replay = ReplayHandler.Of("payamakpanel/soap-receive.txt");

        ReceivedPage page = Soap(replay).Receive(new ReceiveRequest("50004321", cursor, Now.AddDays(-1), Now)).Value;

        replay.Verify();
        Assert.Equal(ids, page.Messages.Select(message => message.ProviderMessageId));
        Assert.Equal(("7002", false), (page.Cursor, page.HasMore));
    }

    [Fact]
    public void A_received_message_is_whole()
    {
        ReceivedMessage message = Soap(ReplayHandler.Of("payamakpanel/soap-receive.txt")).Receive(new ReceiveRequest("50004321", "7000", Now, Now)).Value.Messages[0];

        Assert.Equal(new ReceivedMessage("7001", "9121110001", "50004321", "مشکل حاد: ذخیره نشدن فرم‌های برنامه", Now.AddMilliseconds(500)), message);
    }

    [Fact]
    public void Balance_and_lines_are_read_and_zero_is_no_proof()
    {
        ReplayHandler replay = ReplayHandler.Of("payamakpanel/soap-account.txt");
        ISmsProvider provider = Soap(replay, ("unit", "messages"));

        Assert.Equal(new Balance(1234.5m, BalanceUnit.Messages), provider.GetBalance().Value);
        Assert.Equal(["50004321", "50008765"], provider.GetLines().Value);
        Assert.Equal("0", provider.GetBalance().Fault!.Code);
        replay.Verify();
    }

    [Fact]
    public void REST_sends_one_by_one()
    {
        ReplayHandler replay = ReplayHandler.Of("payamakpanel/rest-send.txt");

        IReadOnlyList<SendOutcome> outcomes = Rest(replay).Send([Some.Message(11, "09121110001", "یک", "50004321"), Some.Message(12, "09121110002", "دو", "50004321")]);

        replay.Verify();
        Assert.Equal("5461268600001204", outcomes[0].ProviderMessageId);
        Assert.Equal(new ProviderFault(ProviderFaultKind.Refused, "7", "Filtered") { WholeCall = true }, outcomes[1].Fault);
    }

    [Fact]
    public void REST_asks_for_states_one_by_one_and_what_fails_is_absent()
    {
        ReplayHandler replay = ReplayHandler.Of("payamakpanel/rest-states.txt");

        IReadOnlyList<DeliveryState> states = Rest(replay).GetStates(["5461268600001204", "5461268600001205", "5461268600001206"]).Value;

        replay.Verify();
        Assert.Equal(new DeliveryState("5461268600001204", DeliveryStateKind.Delivered, "1"), Assert.Single(states));
    }

    [Fact]
    public void REST_reads_the_inbox_the_balance_and_the_lines()
    {
        ReplayHandler inbox = ReplayHandler.Of("payamakpanel/rest-receive.txt");
        ReplayHandler account = ReplayHandler.Of("payamakpanel/rest-account.txt");

        ReceivedPage page = Rest(inbox).Receive(new ReceiveRequest("50004321", null, Now.AddDays(-1), Now)).Value;
        ISmsProvider provider = Rest(account, ("unit", "rial"));

        Assert.Equal(["7001", "7002"], page.Messages.Select(message => message.ProviderMessageId));
        Assert.Equal(new Balance(1234.5m, BalanceUnit.Rial), provider.GetBalance().Value);
        Assert.Equal(["50004321", "50008765"], provider.GetLines().Value);
        inbox.Verify();
        account.Verify();
    }

    [Fact]
    public void A_host_that_begins_with_rest_speaks_REST_and_the_option_decides_against_it()
    {
        Assert.Equal(20, ProviderCatalog.Create("payamakpanel", Some.Account("https://rest.payamak-panel.com/")).Capabilities.SendLimit);
        Assert.Equal(100, ProviderCatalog.Create("payamakpanel", Some.Account("https://rest.payamak-panel.com/", options: [("style", "soap")])).Capabilities.SendLimit);
        Assert.Equal(100, ProviderCatalog.Create("payamakpanel", Some.Account("https://api.payamak-panel.com/")).Capabilities.SendLimit);
    }

    [Fact]
    public void A_pushed_message_is_read_as_the_vendors_example_names_it_and_hears_OK()
    {
        CallbackAnswer answer = ProviderCatalog.CreateCallbackReader("payamakpanel", new Dictionary<string, string>())
            .Read(new CallbackRequest { Query = "to=50004321&body=%D9%84%D8%BA%D9%88&from=9121110001" });

        Assert.Equal(new ReceivedMessage(null, "9121110001", "50004321", "لغو", null), Assert.Single(answer.Messages));
        Assert.Equal("OK", answer.Reply);
    }

    [Fact]
    public void What_the_panel_lacks_is_declared()
    {
        ISmsProvider provider = Soap(ReplayHandler.Answering(200, "text/xml", []));

        Assert.Equal(0, provider.Capabilities.AskLimit);
        Assert.Equal(ProviderFaultKind.NotSupported, provider.Ask([1]).Single().Fault!.Kind);
    }

    private static ISmsProvider Soap(ReplayHandler replay, params (string, string)[] options) =>
        ProviderCatalog.Create("payamakpanel", Some.Account("https://api.payamak-panel.com/", options: options), Some.Handled(replay));

    private static ISmsProvider Rest(ReplayHandler replay, params (string, string)[] options) =>
        ProviderCatalog.Create("payamakpanel", Some.Account("https://rest.payamak-panel.com/", options: options), Some.Handled(replay));
}
