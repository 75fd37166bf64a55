using CsCheck;
using smSys.Messaging.Delivery;
using smSys.Messaging.Messages;
using smSys.Messaging.Providers;

namespace smSys.Messaging.Tests.Delivery;

public class DeliveryRulesTests
{
    private static readonly DateTime _now = new(2026, 11, 23, 12, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(MessageState.Sent, DeliveryStateKind.Delivered, MessageState.Delivered)]
    [InlineData(MessageState.Sent, DeliveryStateKind.NotDelivered, MessageState.Undelivered)]
    [InlineData(MessageState.Sent, DeliveryStateKind.Rejected, MessageState.Undelivered)]
    [InlineData(MessageState.Sent, DeliveryStateKind.Expired, MessageState.Undelivered)]
    [InlineData(MessageState.Sent, DeliveryStateKind.Blocked, MessageState.BlockedByOperator)]
    [InlineData(MessageState.Sending, DeliveryStateKind.Queued, MessageState.Sent)]
    [InlineData(MessageState.Sending, DeliveryStateKind.Delivered, MessageState.Delivered)]
    [InlineData(MessageState.Unknown, DeliveryStateKind.SentToOperator, MessageState.Sent)]
    [InlineData(MessageState.RetryScheduled, DeliveryStateKind.SentToOperator, MessageState.Sent)]
    [InlineData(MessageState.Undelivered, DeliveryStateKind.Delivered, MessageState.Delivered)]
    [InlineData(MessageState.BlockedByOperator, DeliveryStateKind.Delivered, MessageState.Delivered)]
    [InlineData(MessageState.SentWithoutReceipt, DeliveryStateKind.Delivered, MessageState.Delivered)]
    [InlineData(MessageState.SentWithoutReceipt, DeliveryStateKind.NotDelivered, MessageState.Undelivered)]
    [InlineData(MessageState.Queued, DeliveryStateKind.Delivered, MessageState.Delivered)]
    public void A_receipt_of_higher_rank_moves_the_message(MessageState current, DeliveryStateKind receipt, MessageState expected)
    {
        Assert.Equal(new DeliveryVerdict(DeliveryVerdictKind.Move, expected), DeliveryRules.Judge(current, receipt));
    }

    [Theory]
    [InlineData(MessageState.Delivered, DeliveryStateKind.NotDelivered)]
    [InlineData(MessageState.Delivered, DeliveryStateKind.Queued)]
    [InlineData(MessageState.Delivered, DeliveryStateKind.Delivered)]
    [InlineData(MessageState.Undelivered, DeliveryStateKind.SentToOperator)]
    [InlineData(MessageState.Undelivered, DeliveryStateKind.Blocked)]
    [InlineData(MessageState.Sent, DeliveryStateKind.Unknown)]
    [InlineData(MessageState.Sent, DeliveryStateKind.Queued)]
    [InlineData(MessageState.Draft, DeliveryStateKind.Delivered)]
    [InlineData(MessageState.Handled, DeliveryStateKind.Delivered)]
    [InlineData(MessageState.Queued, DeliveryStateKind.Queued)]
    public void Any_other_leaves_it(MessageState current, DeliveryStateKind receipt)
    {
        Assert.Equal(DeliveryVerdict.Nothing, DeliveryRules.Judge(current, receipt));
    }

    [Theory]
    [InlineData(MessageState.Sending, DeliveryVerdictKind.SuspectedDouble)]
    [InlineData(MessageState.Sent, DeliveryVerdictKind.SuspectedDouble)]
    [InlineData(MessageState.Delivered, DeliveryVerdictKind.SuspectedDouble)]
    [InlineData(MessageState.Unknown, DeliveryVerdictKind.SuspectedDouble)]
    [InlineData(MessageState.Queued, DeliveryVerdictKind.Move)]
    [InlineData(MessageState.RetryScheduled, DeliveryVerdictKind.Move)]
    [InlineData(MessageState.Failed, DeliveryVerdictKind.Move)]
    public void Delivered_for_a_superseded_attempt_is_a_suspected_double_where_a_later_one_may_be_out(MessageState current, DeliveryVerdictKind expected)
    {
        Assert.Equal(expected, DeliveryRules.Judge(current, DeliveryStateKind.Delivered, isCurrentAttempt: false).Kind);
        Assert.Equal(DeliveryVerdict.Nothing, DeliveryRules.Judge(current, DeliveryStateKind.NotDelivered, isCurrentAttempt: false));
    }

    [Fact]
    public void The_end_does_not_depend_on_the_order_in_which_final_receipts_arrive()
    {
        DeliveryStateKind[] kinds =
        [
            DeliveryStateKind.Unknown, DeliveryStateKind.Queued, DeliveryStateKind.SentToOperator,
            DeliveryStateKind.Delivered, DeliveryStateKind.NotDelivered,
        ];
        Gen.Select(Gen.OneOf(kinds).Array[1, 8], Gen.Int).Sample((receipts, seed) =>
        {
            var shuffled = receipts.ToArray();
            new Random(seed).Shuffle(shuffled);

            return End(receipts) == End(shuffled);
        });

        static MessageState End(DeliveryStateKind[] receipts) =>
            receipts.Aggregate(MessageState.Sending, (state, receipt) => DeliveryRules.Judge(state, receipt).To ?? state);
    }

    [Fact]
    public void Every_move_is_one_that_the_engine_may_make()
    {
        foreach (var current in Enum.GetValues<MessageState>())
        {
            foreach (var receipt in Enum.GetValues<DeliveryStateKind>())
            {
                foreach (var isCurrent in new[] { true, false })
                {
                    var verdict = DeliveryRules.Judge(current, receipt, isCurrent);

                    Assert.True(verdict.To is null || StateRules.Allows(current, verdict.To.Value, Movers.Engine));
                    Assert.Equal(verdict.Kind == DeliveryVerdictKind.Move, verdict.To is not null);
                }
            }
        }
    }

    [Fact]
    public void A_settle_after_the_receipt_adds_only_the_id()
    {
        Assert.Equal(new DeliveryVerdict(DeliveryVerdictKind.Move, MessageState.Sent), DeliveryRules.Settle(MessageState.Sending, MessageState.Sent));
        Assert.Equal(DeliveryVerdictKind.AddIdOnly, DeliveryRules.Settle(MessageState.Delivered, MessageState.Sent).Kind);
        Assert.Equal(DeliveryVerdictKind.AddIdOnly, DeliveryRules.Settle(MessageState.Undelivered, MessageState.Unknown).Kind);
    }

    [Fact]
    public void A_message_in_parts_is_delivered_when_all_are()
    {
        const DeliveryStateKind delivered = DeliveryStateKind.Delivered;

        Assert.Equal(delivered, DeliveryRules.Combine([delivered, delivered], 2));
        Assert.Equal(DeliveryStateKind.SentToOperator, DeliveryRules.Combine([delivered], 2));
        Assert.Equal(DeliveryStateKind.SentToOperator, DeliveryRules.Combine([delivered, DeliveryStateKind.Unknown], 2));
        Assert.Equal(DeliveryStateKind.Queued, DeliveryRules.Combine([delivered, DeliveryStateKind.Queued], 2));
        Assert.Equal(DeliveryStateKind.NotDelivered, DeliveryRules.Combine([delivered, DeliveryStateKind.NotDelivered], 2));
        Assert.Equal(DeliveryStateKind.Blocked, DeliveryRules.Combine([DeliveryStateKind.NotDelivered, DeliveryStateKind.Blocked], 2));
        Assert.Equal(DeliveryStateKind.Unknown, DeliveryRules.Combine([], 2));
    }

    [Fact]
    public void Receipts_wait_a_day_and_messages_their_validity()
    {
        Assert.False(DeliveryRules.IsOrphan(_now.AddHours(-23), _now));
        Assert.True(DeliveryRules.IsOrphan(_now.AddHours(-24), _now));
        Assert.True(DeliveryRules.HasLostItsReceipt(MessageState.Sent, _now.AddHours(-72), _now, TimeSpan.FromHours(72)));
        Assert.False(DeliveryRules.HasLostItsReceipt(MessageState.Sent, _now.AddHours(-71), _now, TimeSpan.FromHours(72)));
        Assert.False(DeliveryRules.HasLostItsReceipt(MessageState.Unknown, _now.AddHours(-90), _now, TimeSpan.FromHours(72)));
    }
}
