using smSys.Messaging.Providers;
using smSys.Providers.Batches;
using smSys.Providers.Tests.Doubles;

namespace smSys.Providers.Tests.Batches;

public sealed class OneByOneTests
{
    private static readonly ProviderAccount Account = Some.Account("https://any.example.test/");

    [Fact]
    public void A_question_that_fails_for_itself_leaves_its_message_out_and_the_others_are_asked_for()
    {
        ProviderAnswer<IReadOnlyList<DeliveryState>> answer = OneByOne.States(Account, ["1", "2", "3"], (id, _) => id == "2" ? Fails(whole: false) : Knows(id));

        Assert.Equal(["1", "3"], answer.Value.Select(state => state.ProviderMessageId));
    }

    [Fact]
    public void A_call_that_fails_as_a_whole_ends_the_round_and_keeps_what_was_told()
    {
        int calls = 0;

        ProviderAnswer<IReadOnlyList<DeliveryState>> answer = OneByOne.States(Account, ["1", "2", "3"], (id, _) => ++calls == 2 ? Fails(whole: true) : Knows(id));

        Assert.Equal(("1", 2), (Assert.Single(answer.Value).ProviderMessageId, calls));
    }

    [Fact]
    public void When_the_first_call_fails_the_fault_is_the_answer() =>
        Assert.Equal("timeout", OneByOne.States(Account, ["1", "2"], (_, _) => Fails(whole: true)).Fault!.Code);

    [Fact]
    public void Calls_end_within_the_time_of_one_batch()
    {
        var account = new ProviderAccount { Address = Account.Address, SingleTimeout = TimeSpan.FromSeconds(1), BatchTimeout = TimeSpan.FromSeconds(1) };
        var timeouts = new List<TimeSpan>();
        using var waiting = new ManualResetEventSlim();

        ProviderAnswer<IReadOnlyList<DeliveryState>> answer = OneByOne.States(account, ["1", "2"], (id, timeout) =>
        {
            timeouts.Add(timeout);
            waiting.Wait(TimeSpan.FromSeconds(2));
            return Knows(id);
        });

        Assert.Equal([TimeSpan.FromSeconds(0.5)], timeouts);
        Assert.Single(answer.Value);
    }

    private static ProviderAnswer<DeliveryState> Knows(string id) => new(new DeliveryState(id, DeliveryStateKind.Delivered, "1"));

    private static ProviderAnswer<DeliveryState> Fails(bool whole) => new(new ProviderFault(ProviderFaultKind.Unclear, "timeout", "…") { WholeCall = whole });
}
