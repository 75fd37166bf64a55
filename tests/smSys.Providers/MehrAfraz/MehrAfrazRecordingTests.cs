using ProviderSimulators.Faults;
using smSys.Messaging.Providers;
using smSys.Providers.Tests.Doubles;

namespace smSys.Providers.Tests.MehrAfraz;

public sealed class MehrAfrazRecordingTests
{
    private static readonly DateTime Now = new(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Each_its_own_text_and_line_goes_in_one_call()
    {
        ReplayHandler replay = ReplayHandler.Of("mehrafraz/send-many.txt");

        IReadOnlyList<SendOutcome> outcomes = Provider(replay).Send(
        [
            Some.Message(11, "09121110001", "یک & «دو»", "2000880011"),
            Some.Message(12, "09121110002", "Hello", "2000880011"),
            Some.Message(13, "09121110003", "سه", "2000880022"),
        ]);

        replay.Verify();
        Assert.Equal(["52000001", null, "52000003"], outcomes.Select(outcome => outcome.ProviderMessageId));
        Assert.Equal((ProviderFaultKind.Refused, false), (outcomes[1].Fault!.Kind, outcomes[1].Fault!.WholeCall));
    }

    [Fact]
    public void An_option_sends_by_the_older_operation_which_cannot_be_asked_about()
    {
        ReplayHandler replay = ReplayHandler.Of("mehrafraz/send-same.txt");
        ISmsProvider provider = Provider(replay, ("operation", "SendSms"), ("typeSent", "2"));

        IReadOnlyList<SendOutcome> outcomes = provider.Send(
            [Some.Message(11, "09121110001", "سلام، «علی»", "2000880011"), Some.Message(12, "09121110002", "سلام، «علی»", "2000880011")]);

        replay.Verify();
        Assert.Equal(["52000001", "52000002"], outcomes.Select(outcome => outcome.ProviderMessageId));
        Assert.Equal(0, provider.Capabilities.AskLimit);
        Assert.Equal(ProviderFaultKind.NotSupported, provider.AskCall([11, 12])[0].Fault!.Kind);
    }

    [Fact]
    public void Asking_by_reference_finds_misses_and_doubts()
    {
        ReplayHandler replay = ReplayHandler.Of("mehrafraz/ask.txt");
        ISmsProvider provider = Provider(replay, ("absent", "0"));

        IReadOnlyList<ReferenceAnswer> answers = provider.Ask([11, 12, 13]);
        IReadOnlyList<ReferenceAnswer> tooShort = provider.Ask([11, 12, 13]);

        replay.Verify();
        Assert.Equal([ReferenceAnswerKind.Found, ReferenceAnswerKind.Absent, ReferenceAnswerKind.CannotSay], answers.Select(answer => answer.Kind));
        Assert.Equal("52000001", answers[0].ProviderMessageId);
        Assert.All(tooShort, answer => Assert.Equal(ReferenceAnswerKind.CannotSay, answer.Kind));
    }

    [Fact]
    public void States_stand_by_position_and_a_short_answer_says_nothing()
    {
        ReplayHandler replay = ReplayHandler.Of("mehrafraz/states.txt");
        ISmsProvider provider = Provider(replay);
        string[] ids = ["52000001", "52000002", "no number", "52000003"];

        ProviderAnswer<IReadOnlyList<DeliveryState>> whole = provider.GetStates(ids);
        ProviderAnswer<IReadOnlyList<DeliveryState>> tooShort = provider.GetStates(ids);
        ProviderAnswer<IReadOnlyList<DeliveryState>> refused = provider.GetStates(ids);

        replay.Verify();
        Assert.Equal([DeliveryStateKind.Delivered, DeliveryStateKind.Rejected, DeliveryStateKind.Unknown], whole.Value.Select(state => state.Kind));
        Assert.Equal((ProviderFaultKind.Unclear, ProviderFaultKind.SignIn), (tooShort.Fault!.Kind, refused.Fault!.Kind));
    }

    [Fact]
    public void Receiving_goes_on_after_the_highest_id()
    {
        ReplayHandler replay = ReplayHandler.Of("mehrafraz/receive.txt");
        ISmsProvider provider = Provider(replay);

        ReceivedPage page = provider.Receive(new ReceiveRequest("2000880011", "7001", Now.AddDays(-1), Now)).Value;
        ProviderFault odd = provider.Receive(new ReceiveRequest("2000880011", page.Cursor, Now, Now)).Fault!;

        replay.Verify();
        Assert.Equal(["7002", "7003"], page.Messages.Select(message => message.ProviderMessageId));
        Assert.Equal([Now, Now.AddMinutes(10)], page.Messages.Select(message => message.Time!.Value));
        Assert.Equal("مشکل حاد: ذخیره نشدن فرم‌های برنامه", page.Messages[0].Text);
        Assert.Equal(("7003", false), (page.Cursor, page.HasMore));
        Assert.Equal("odd", odd.Code);
    }

    [Fact]
    public void The_second_value_is_the_credit()
    {
        ReplayHandler replay = ReplayHandler.Of("mehrafraz/balance.txt");

        Assert.Equal(new Balance(123_456.5m, BalanceUnit.Unknown), Provider(replay).GetBalance().Value);
        replay.Verify();
    }

    [Fact]
    public async Task After_the_first_wrong_password_nothing_is_called_until_the_next_execution()
    {
        await using Simulated simulated = await Simulated.StartAsync("mehrafraz", secret: "wrong");

        IReadOnlyList<SendOutcome> first = simulated.Provider.Send(simulated.Messages(5));
        IReadOnlyList<SendOutcome> second = simulated.Provider.Send(simulated.Messages(5));
        ProviderFault balance = simulated.Provider.GetBalance().Fault!;
        int calls = simulated.Simulator.Arrivals.Total;
        ProviderFault next = simulated.Renew().GetBalance().Fault!;

        Assert.All(first.Concat(second), outcome => Assert.Equal(("-44", ProviderFaultKind.SignIn), (outcome.Fault!.Code, outcome.Fault.Kind)));
        Assert.Equal(("-44", 1), (balance.Code, calls));
        Assert.Equal("-45", next.Code);
    }

    [Fact]
    public async Task Credit_that_ends_in_mid_array_refuses_only_the_rest()
    {
        await using Simulated simulated = await Simulated.StartAsync("mehrafraz");
        simulated.Simulator.Account.PaidIn = 3_500m;

        IReadOnlyList<SendOutcome> outcomes = simulated.Provider.Send(simulated.Messages(5));

        Assert.Equal([true, true, true, false, false], outcomes.Select(outcome => outcome.Kind == SendOutcomeKind.Accepted));
        Assert.Equal(ProviderFaultKind.Credit, outcomes[4].Fault!.Kind);
    }

    [Fact]
    public async Task A_new_cursor_begins_at_the_time_it_is_given_and_pages_are_cut()
    {
        await using Simulated simulated = await Simulated.StartAsync("mehrafraz");
        simulated.Simulator.Phones.Phone("09121110001").Send(simulated.Line, "کهنه");
        simulated.Time.Advance(TimeSpan.FromDays(2));
        for (int i = 0; i < 130; i++)
        {
            simulated.Simulator.Phones.Phone("09121110001").Send(simulated.Line, "پیام " + i);
        }

        ReceivedPage first = simulated.Provider.Receive(new ReceiveRequest(simulated.Line, null, simulated.Time.UtcNow.AddDays(-1), simulated.Time.UtcNow)).Value;
        ReceivedPage second = simulated.Provider.Receive(new ReceiveRequest(simulated.Line, first.Cursor, simulated.Time.UtcNow, simulated.Time.UtcNow)).Value;

        Assert.Equal((100, true, "پیام 0"), (first.Messages.Count, first.HasMore, first.Messages[0].Text));
        Assert.Equal((30, false, "پیام 129"), (second.Messages.Count, second.HasMore, second.Messages[29].Text));
    }

    [Fact]
    public async Task Only_what_is_new_is_read_when_an_option_says_so()
    {
        await using Simulated simulated = await Simulated.StartAsync("mehrafraz");
        simulated.Simulator.Phones.Phone("09121110001").Send(simulated.Line, "یک");
        ProviderAccount account = new()
        {
            Address = simulated.Simulator.PublicAddress,
            UserName = simulated.Simulator.Account.UserName,
            Secret = simulated.Simulator.Account.Secret,
            AllowPlainHttp = true,
            Options = new Dictionary<string, string> { ["receiveAll"] = "false" },
        };
        ISmsProvider provider = ProviderCatalog.Create("mehrafraz", account, Some.RoutedTo(simulated.Simulator.Address));
        var request = new ReceiveRequest(simulated.Line, null, Now.AddDays(-1), Now);

        Assert.True(provider.Capabilities.ReceiveMarksAsRead);
        Assert.Single(provider.Receive(request).Value.Messages);
        Assert.Empty(provider.Receive(request).Value.Messages);
    }

    [Fact]
    public async Task A_short_answer_cannot_say()
    {
        await using Simulated simulated = await Simulated.StartAsync("mehrafraz");
        simulated.Provider.Send([Some.Message(77, line: simulated.Line)]);
        simulated.Simulator.Faults.References = ReferenceShow.Short;

        Assert.All(simulated.Provider.Ask([77, 78]), answer => Assert.Equal(ReferenceAnswerKind.CannotSay, answer.Kind));
    }

    private static ISmsProvider Provider(ReplayHandler replay, params (string, string)[] options) => ProviderCatalog.Create(
        "mehrafraz", Some.Account("https://mehrafraz.com/", options: [.. options, ("domain", "panel.example.test")]), Some.Handled(replay));
}
