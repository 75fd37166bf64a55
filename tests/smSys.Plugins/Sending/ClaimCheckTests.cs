using smSys.Crm.Tables;
using smSys.Messaging.Messages;
using smSys.Plugins.Sending;

namespace smSys.Plugins.Tests.Sending;

public class ClaimCheckTests
{
    [Fact]
    public void A_queued_message_is_sent() =>
        Assert.Equal(ClaimStep.Send, Judge(Some.Sms()).Step);

    [Theory]
    [InlineData(Sms.Status.Draft)]
    [InlineData(Sms.Status.Sending)]
    [InlineData(Sms.Status.Sent)]
    [InlineData(Sms.Status.Unknown)]
    [InlineData(Sms.Status.Cancelled)]
    [InlineData(Sms.Status.Delivered)]
    public void Messages_in_other_states_are_left_alone(Sms.Status status) =>
        Assert.Equal(ClaimStep.Leave, Judge(Some.Sms(sms => sms.StatusCode = status)).Step);

    [Fact]
    public void A_message_that_another_job_holds_is_left_alone_until_its_lease_is_over()
    {
        var held = Some.Sms(sms => { sms.FenceToken = "another"; sms.ClaimedUntil = Some.Now.AddSeconds(1); });
        var abandoned = Some.Sms(sms => { sms.FenceToken = "another"; sms.ClaimedUntil = Some.Now; });
        var mine = Some.Sms(sms => { sms.FenceToken = Some.Token.Text; sms.ClaimedUntil = Some.Now.AddSeconds(100); });

        Assert.Equal(ClaimStep.Leave, Judge(held).Step);
        Assert.Equal(ClaimStep.Send, Judge(abandoned).Step);
        Assert.Equal(ClaimStep.Send, Judge(mine).Step);
    }

    [Fact]
    public void What_is_too_late_expires_and_what_is_too_early_waits()
    {
        var late = Judge(Some.Sms(sms => sms.NotAfter = Some.Now.AddSeconds(-1)));
        var early = Judge(Some.Sms(sms => sms.NotBefore = Some.Now.AddMinutes(5)));

        Assert.Equal((ClaimStep.Close, MessageState.Expired), (late.Step, late.State));
        Assert.Equal((ClaimStep.Wait, Some.Now.AddMinutes(5)), (early.Step, early.Until));
    }

    [Fact]
    public void Who_opted_out_gets_nothing_whatever_the_path()
    {
        var verdict = ClaimCheck.Judge(Some.Sms(sms => sms.Lane = Lane.Reply), Some.Setting(), hasOptedOut: true, null, BulkOrder.None, Some.Token, Some.Now);

        Assert.Equal((ClaimStep.Close, MessageState.OptedOut), (verdict.Step, verdict.State));
    }

    [Fact]
    public void The_quiet_hours_hold_a_message_or_let_it_expire_when_its_time_ends_inside_them()
    {
        var end = Some.Now.AddHours(9);

        var held = Judge(Some.Sms(), end);
        var patient = Judge(Some.Sms(sms => sms.NotAfter = end), end);
        var hasty = Judge(Some.Sms(sms => sms.NotAfter = end.AddSeconds(-1)), end);

        Assert.Equal((ClaimStep.Wait, end, "quiet-hours"), (held.Step, held.Until, held.Code));
        Assert.Equal(ClaimStep.Wait, patient.Step);
        Assert.Equal((ClaimStep.Close, MessageState.Expired), (hasty.Step, hasty.State));
    }

    [Fact]
    public void What_a_bulk_says_goes_for_its_messages()
    {
        var waiting = Judge(Some.Sms(), order: BulkOrder.Wait);
        var late = Judge(Some.Sms(sms => sms.NotAfter = Some.Now.AddSeconds(-1)), order: BulkOrder.Wait);
        var calledOff = Judge(Some.Sms(sms => sms.StatusCode = Sms.Status.RetryScheduled), order: BulkOrder.CallOff);
        var gone = Judge(Some.Sms(sms => sms.StatusCode = Sms.Status.Sending), order: BulkOrder.CallOff);

        Assert.Equal(ClaimStep.Leave, waiting.Step);
        Assert.Equal((ClaimStep.Close, MessageState.Expired), (late.Step, late.State));
        Assert.Equal((ClaimStep.Close, MessageState.Cancelled, "bulk-cancelled"), (calledOff.Step, calledOff.State, calledOff.Code));
        Assert.Equal(ClaimStep.Leave, gone.Step);
    }

    private static ClaimJudgement Judge(SmsRow sms, DateTime? heldUntil = null, BulkOrder order = BulkOrder.None) =>
        ClaimCheck.Judge(sms, Some.Setting(), hasOptedOut: false, heldUntil, order, Some.Token, Some.Now);
}
