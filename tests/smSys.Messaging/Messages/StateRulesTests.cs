using smSys.Messaging.Messages;
using static smSys.Messaging.Messages.MessageState;

namespace smSys.Messaging.Tests.Messages;

public class StateRulesTests
{
    public static TheoryData<MessageState, MessageState> MovesOfPeople => new()
    {
        { Draft, Queued },
        { Failed, Queued },
        { Unknown, Queued },
        { Unknown, SentWithoutReceipt },
        { RetryScheduled, Queued },
        { Draft, Cancelled },
        { Queued, Cancelled },
        { RetryScheduled, Cancelled },
        { Received, Handled },
    };

    [Theory]
    [MemberData(nameof(MovesOfPeople))]
    public void People_may_make_a_few_moves(MessageState from, MessageState to)
    {
        Assert.True(StateRules.Allows(from, to, Movers.People));
    }

    [Fact]
    public void And_no_others()
    {
        var listed = MovesOfPeople.Select(pair => pair[0] + ">" + pair[1]).Order();

        var inTheTable = StateRules.Moves.Where(move => move.By.HasFlag(Movers.People)).Select(move => move.From + ">" + move.To).Order();

        Assert.Equal(listed, inTheTable);
    }

    [Fact]
    public void Every_state_is_listed_once_and_can_be_reached()
    {
        Assert.Equal(Enum.GetValues<MessageState>().Order(), StateRules.States.Order());
        Assert.Equal(StateRules.Moves.Count, StateRules.Moves.Select(move => (move.From, move.To)).Distinct().Count());
        Assert.All(StateRules.States, state => Assert.True(
            StateRules.AllowsCreation(state, Movers.Engine) || StateRules.Moves.Any(move => move.To == state),
            state.ToString()));
    }

    [Fact]
    public void No_open_state_is_a_dead_end()
    {
        Assert.All(
            StateRules.States.Where(state => !StateRules.IsFinal(state)),
            state => Assert.Contains(StateRules.Moves, move => move.From == state && move.By.HasFlag(Movers.Engine)));
    }

    [Fact]
    public void The_two_directions_never_mix()
    {
        Assert.All(StateRules.Moves, move => Assert.True(
            StateRules.IsIncoming(move.From) == (StateRules.IsIncoming(move.To) || move.To == Handled),
            move.ToString()));
    }

    [Fact]
    public void From_a_final_state_only_a_receipt_or_a_person_leads_away()
    {
        Assert.All(
            StateRules.Moves.Where(move => StateRules.IsFinal(move.From)),
            move => Assert.True(
                move.To is Delivered or Undelivered or BlockedByOperator || move is { From: Failed, To: Queued },
                move.ToString()));
    }

    [Fact]
    public void Nothing_is_sent_again_out_of_a_state_in_which_telecom_has_it()
    {
        MessageState[] withTelecom = [Sent, Delivered, SentWithoutReceipt, Undelivered];
        MessageState[] leadsToSending = [Queued, MessageState.Sending, RetryScheduled];

        Assert.DoesNotContain(StateRules.Moves, move => withTelecom.Contains(move.From) && leadsToSending.Contains(move.To));
    }

    [Fact]
    public void Parents_are_those_of_the_design()
    {
        Assert.Equal([Draft, Queued, MessageState.Sending, RetryScheduled, Sent, Unknown, Arrived, Received], Of(ParentState.Open));
        Assert.Equal([Handled, Delivered, SentWithoutReceipt], Of(ParentState.Completed));
        Assert.Equal([Cancelled, Failed, Undelivered, BlockedByOperator, OptedOut, Expired], Of(ParentState.Canceled));
        Assert.All(Enum.GetValues<ParentState>(), parent => Assert.Equal(parent, StateRules.ParentOf(StateRules.DefaultOf(parent))));

        static IEnumerable<MessageState> Of(ParentState parent) => StateRules.States.Where(state => StateRules.ParentOf(state) == parent);
    }

    [Fact]
    public void Rows_are_created_in_open_states_only_and_by_people_as_draft_or_queued()
    {
        Assert.Equal([Draft, Queued], StateRules.States.Where(state => StateRules.AllowsCreation(state, Movers.People)));
        Assert.True(StateRules.AllowsCreation(Sent, Movers.Engine));
        Assert.False(StateRules.AllowsCreation(Delivered, Movers.Engine));
    }

    [Fact]
    public void A_move_for_both_needs_both_to_be_allowed()
    {
        Assert.True(StateRules.Allows(Draft, Queued, Movers.Both));
        Assert.False(StateRules.Allows(Queued, MessageState.Sending, Movers.Both));
        Assert.False(StateRules.Allows(Draft, Queued, Movers.None));
        Assert.True(StateRules.Allows(Sent, Sent, Movers.People));
        Assert.Equal([Draft, RetryScheduled, Unknown, Failed], StateRules.Sources(Queued, Movers.People));
    }
}
