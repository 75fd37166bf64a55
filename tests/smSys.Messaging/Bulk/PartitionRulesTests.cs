using smSys.Messaging.Bulk;
using smSys.Messaging.Messages;

namespace smSys.Messaging.Tests.Bulk;

public class PartitionRulesTests
{
    private static readonly DateTime Now = new(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc);
    private static readonly PartitionFacts Facts = new(BulkState.Running, false, true, null, null, PartitionCursor.Start, null);

    [Theory]
    [InlineData(BulkState.Running, PartitionStep.Announce)]
    [InlineData(BulkState.Paused, PartitionStep.Wait)]
    [InlineData(BulkState.Cancelled, PartitionStep.CallOff)]
    [InlineData(BulkState.AwaitingApproval, PartitionStep.Wait)]
    public void The_state_of_the_bulk_is_the_command(BulkState state, PartitionStep step) =>
        Assert.Equal(step, PartitionRules.Next(Facts with { Bulk = state }, Now).Step);

    [Fact]
    public void What_is_in_doubt_is_asked_about_in_every_state_and_not_before_its_time()
    {
        var open = Open(FateKind.InDoubt);

        Assert.All(Enum.GetValues<BulkState>(), state =>
        {
            Assert.Equal(new PartitionDecision(PartitionStep.Wait, Now.AddSeconds(120)), PartitionRules.Next(Facts with { Bulk = state, Open = open }, Now));
            Assert.Equal(PartitionStep.Ask, PartitionRules.Next(Facts with { Bulk = state, Open = open }, Now.AddSeconds(120)).Step);
        });
    }

    [Fact]
    public void Settled_messages_get_their_rows_also_while_the_bulk_stands_still() =>
        Assert.Equal(PartitionStep.MakeRows, PartitionRules.Next(Facts with { Bulk = BulkState.Paused, Open = Open(FateKind.Accepted) }, Now).Step);

    [Fact]
    public void A_bulk_that_paused_itself_tries_what_failed_and_nothing_else()
    {
        var paused = Facts with { Bulk = BulkState.Paused, PausedByItself = true };

        Assert.Equal(PartitionStep.SendOpen, PartitionRules.Next(paused with { Open = Open(FateKind.ToSend) }, Now).Step);
        Assert.Equal(PartitionStep.Wait, PartitionRules.Next(paused, Now).Step);
        Assert.Equal(PartitionStep.Wait, PartitionRules.Next(paused with { Open = Open(FateKind.ToSend), MaySend = false }, Now).Step);
    }

    [Fact]
    public void The_start_and_the_end_of_its_time_are_kept()
    {
        Assert.Equal(new PartitionDecision(PartitionStep.Wait, Now.AddHours(1)), PartitionRules.Next(Facts with { NotBefore = Now.AddHours(1) }, Now));
        Assert.Equal(PartitionStep.Expire, PartitionRules.Next(Facts with { NotAfter = Now.AddSeconds(-1) }, Now).Step);
        Assert.Equal(PartitionStep.Count, PartitionRules.Next(Facts with { NotAfter = Now.AddSeconds(-1), Cursor = PartitionCursor.End() }, Now).Step);
    }

    [Fact]
    public void People_start_pause_and_cancel_and_only_the_engine_finishes()
    {
        Assert.True(BulkStateRules.Allows(BulkState.Draft, BulkState.Ready, Movers.People));
        Assert.True(BulkStateRules.Allows(BulkState.Running, BulkState.Cancelled, Movers.People));
        Assert.False(BulkStateRules.Allows(BulkState.Running, BulkState.Finished, Movers.People));
        Assert.False(BulkStateRules.Allows(BulkState.Cancelled, BulkState.Running, Movers.Both));
        Assert.False(BulkStateRules.Allows(BulkState.AwaitingApproval, BulkState.Running, Movers.Engine));
    }

    [Fact]
    public void Sums_add_up_only_when_nobody_is_missing()
    {
        var sums = new PartitionSums { Expected = 10, Accepted = 4, Rejected = 1, Unknown = 1, Cancelled = 1, Pending = 1 };
        sums[SkipReason.OptedOut] = 2;

        Assert.True(sums.AddUp);
        sums.Accepted--;
        Assert.False(sums.AddUp);
    }

    [Fact]
    public void Rows_are_counted_ever_more_rarely()
    {
        Assert.Equal(Now.AddSeconds(30), CountingPlan.NextOn(null, Now, true, TimeSpan.Zero));
        Assert.Equal(Now.AddMinutes(3), CountingPlan.NextOn(Now.AddMinutes(-2), Now, false, TimeSpan.Zero));
        Assert.Equal(Now.AddMinutes(2), CountingPlan.NextOn(Now.AddMinutes(-9), Now, true, TimeSpan.Zero));
        Assert.Equal(Now.AddHours(1), CountingPlan.NextOn(Now.AddHours(-3), Now, false, TimeSpan.Zero));
    }

    [Fact]
    public void A_count_that_takes_long_is_not_repeated_soon_but_nobody_waits_for_the_end_of_a_bulk()
    {
        Assert.Equal(Now.AddSeconds(200), CountingPlan.NextOn(null, Now, false, TimeSpan.FromSeconds(10)));
        Assert.Equal(Now.AddSeconds(30), CountingPlan.NextOn(null, Now, false, TimeSpan.FromSeconds(1)));
        Assert.Equal(Now.AddMinutes(2), CountingPlan.NextOn(null, Now, true, TimeSpan.FromSeconds(10)));
        Assert.Equal(Now.AddHours(1), CountingPlan.NextOn(null, Now, false, TimeSpan.FromMinutes(10)));
    }

    private static BatchAnswer Open(FateKind kind) => new(Now, 1, 1, null, [new LineFate(kind)]);
}
