using smSys.Messaging.Providers;
using smSys.Providers.Batches;
using smSys.Providers.Tests.Doubles;

namespace smSys.Providers.Tests.Batches;

public sealed class GroupedSendTests
{
    private static readonly ProviderFault Unclear = new(ProviderFaultKind.Unclear, "timeout", "…") { WholeCall = true };

    [Fact]
    public void Messages_of_one_text_share_a_call_and_keep_their_places()
    {
        var calls = new List<string>();
        OutgoingMessage[] messages = [Message(1, "الف"), Message(2, "ب"), Message(3, "الف"), Message(4, "الف"), Message(5, "الف")];

        IReadOnlyList<SendOutcome> outcomes = Grouped(most: 3).Send(messages, (group, _) => Accept(group, calls));

        Assert.Equal(["1 3 4", "2", "5"], calls.Order(StringComparer.Ordinal));
        Assert.Equal(["1", "2", "3", "4", "5"], outcomes.Select(outcome => outcome.ProviderMessageId));
    }

    [Fact]
    public void A_recipient_stands_in_a_call_once_where_answers_name_recipients()
    {
        var calls = new List<string>();
        OutgoingMessage[] messages = [Message(1, "الف", "09121110001"), Message(2, "الف", "+989121110001"), Message(3, "الف", "09121110003")];

        Grouped(most: 100).Send(messages, (group, _) => Accept(group, calls));

        Assert.Equal(["1", "2 3"], calls);
    }

    [Fact]
    public void After_an_unclear_call_the_rest_is_certainly_not_sent_and_may_go_later()
    {
        int calls = 0;

        IReadOnlyList<SendOutcome> outcomes = Grouped(most: 1).Send(
            [Message(1, "الف"), Message(2, "ب"), Message(3, "پ")],
            (group, _) => [++calls == 2 ? SendOutcome.Unknown(Unclear) : SendOutcome.Accepted("1")]);

        Assert.Equal([SendOutcomeKind.Accepted, SendOutcomeKind.Unknown, SendOutcomeKind.Rejected], outcomes.Select(outcome => outcome.Kind));
        Assert.Equal((ProviderFaultKind.SlowDown, "not-tried"), (outcomes[2].Fault!.Kind, outcomes[2].Fault!.Code));
        Assert.Equal(2, calls);
    }

    [Theory]
    [InlineData(ProviderFaultKind.SignIn, ProviderFaultKind.SignIn, 1)]
    [InlineData(ProviderFaultKind.Credit, ProviderFaultKind.Credit, 1)]
    [InlineData(ProviderFaultKind.Unreachable, ProviderFaultKind.Unreachable, 1)]
    [InlineData(ProviderFaultKind.OutOfService, ProviderFaultKind.SlowDown, 1)]
    [InlineData(ProviderFaultKind.SlowDown, ProviderFaultKind.SlowDown, 1)]
    [InlineData(ProviderFaultKind.Refused, ProviderFaultKind.Refused, 2)]
    public void What_would_meet_the_rest_too_stops_and_what_concerns_one_text_does_not(ProviderFaultKind first, ProviderFaultKind rest, int expectedCalls)
    {
        int calls = 0;

        IReadOnlyList<SendOutcome> outcomes = Grouped(most: 1).Send([Message(1, "الف"), Message(2, "ب")], (_, _) =>
        {
            calls++;
            return [SendOutcome.Rejected(new ProviderFault(first, "c", "w") { WholeCall = true })];
        });

        Assert.Equal((first, rest, expectedCalls), (outcomes[0].Fault!.Kind, outcomes[1].Fault!.Kind, calls));
    }

    [Fact]
    public void Calls_end_within_the_time_of_one_batch()
    {
        var timeouts = new List<TimeSpan>();
        var account = new ProviderAccount { Address = new Uri("https://any.example.test/"), SingleTimeout = TimeSpan.FromSeconds(1), BatchTimeout = TimeSpan.FromSeconds(1) };
        using var waiting = new ManualResetEventSlim();

        IReadOnlyList<SendOutcome> outcomes = new GroupedSend(account, message => message.Text, 1, namesRecipients: false).Send(
            [Message(1, "الف"), Message(2, "ب")],
            (group, timeout) =>
            {
                timeouts.Add(timeout);
                waiting.Wait(TimeSpan.FromSeconds(2));
                return Accept(group, []);
            });

        Assert.Equal([TimeSpan.FromSeconds(0.5)], timeouts);
        Assert.Equal("not-tried", outcomes[1].Fault!.Code);
    }

    [Fact]
    public void One_group_has_the_whole_time()
    {
        var timeouts = new List<TimeSpan>();
        var account = new ProviderAccount { Address = new Uri("https://any.example.test/") };
        var grouped = new GroupedSend(account, message => message.Text, 100, namesRecipients: false);

        grouped.Send([Message(1, "الف"), Message(2, "الف")], Take);
        grouped.Send([Message(1, "الف")], Take);

        Assert.Equal([account.BatchTimeout, account.SingleTimeout], timeouts);

        IReadOnlyList<SendOutcome> Take(IReadOnlyList<OutgoingMessage> group, TimeSpan timeout)
        {
            timeouts.Add(timeout);
            return Accept(group, []);
        }
    }

    private static GroupedSend Grouped(int most) =>
        new(Some.Account("https://any.example.test/"), message => message.Text, most, namesRecipients: true);

    private static OutgoingMessage Message(long reference, string text, string? recipient = null) =>
        Some.Message(reference, recipient ?? "0912111000" + reference, text);

    private static SendOutcome[] Accept(IReadOnlyList<OutgoingMessage> group, List<string> calls)
    {
        calls.Add(string.Join(' ', group.Select(message => message.Reference)));
        return [.. group.Select(message => SendOutcome.Accepted(message.Reference.ToString()))];
    }
}
