using smSys.Crm.Tables;
using smSys.Messaging.Messages;
using smSys.Messaging.Providers;
using smSys.Messaging.Sending;
using smSys.Plugins.Sending;

namespace smSys.Plugins.Tests.Sending;

public class SettlementTests
{
    [Fact]
    public void An_accepted_message_is_sent_and_has_the_providers_id()
    {
        var settlement = Settle(SendOutcome.Accepted("77", 850m));

        Assert.Equal((MessageState.Sent, "77", 850m), (settlement.State, settlement.Change.ProviderMessageId, settlement.Change.Cost));
        Assert.Equal(Some.Now, settlement.Change.HandedOverOn);
    }

    [Fact]
    public void An_unclear_answer_keeps_the_reference_and_is_asked_about()
    {
        var settlement = Settle(SendOutcome.Unknown(Fault(ProviderFaultKind.Unclear)));

        Assert.Equal(MessageState.Unknown, settlement.State);
        Assert.Equal(Some.Now + ReferenceRules.SettleTime, settlement.Change.NextAskOn);
        Assert.False(settlement.Change.Record.Contains(Sms.Columns.Reference));
    }

    [Fact]
    public void Too_fast_uses_the_reference_up_but_not_the_attempt()
    {
        var settlement = Settle(SendOutcome.Rejected(Fault(ProviderFaultKind.SlowDown)));

        Assert.Equal((MessageState.RetryScheduled, 0), (settlement.State, settlement.Change.Attempt));
        Assert.Equal("1 41 account", settlement.Change.PastReferences);
        Assert.Null(settlement.Change.ReferenceColumn);
    }

    [Theory]
    [InlineData(ProviderFaultKind.SignIn, SettingPause.SignIn)]
    [InlineData(ProviderFaultKind.Credit, SettingPause.Credit)]
    public void Faults_of_the_account_pause_it_and_burn_no_attempt(ProviderFaultKind kind, SettingPause pause)
    {
        var settlement = Settle(SendOutcome.Rejected(Fault(kind)));

        Assert.Equal((MessageState.RetryScheduled, pause, 0), (settlement.State, settlement.Pause, settlement.Change.Attempt));
    }

    [Theory]
    [InlineData(false, MessageState.RetryScheduled)]
    [InlineData(true, MessageState.Failed)]
    public void A_call_refused_as_a_whole_fails_a_message_only_when_it_was_alone(bool wasAlone, MessageState state)
    {
        var outcome = SendOutcome.Rejected(Fault(ProviderFaultKind.Refused) with { WholeCall = true });

        var settlement = Settlement.Of(Sending(), outcome, new RetryPolicy(), true, wasAlone, 0.5, Some.Now);

        Assert.Equal(state, settlement.State);
        Assert.Equal(wasAlone ? null : Some.Now, settlement.Change.NextAttemptOn);
    }

    [Fact]
    public void The_last_attempt_that_counts_fails()
    {
        var settlement = Settlement.Of(
            Some.Sms(sms => sms.Attempt = 5), SendOutcome.Rejected(Fault(ProviderFaultKind.Unreachable)), new RetryPolicy(), true, true, 0.5, Some.Now);

        Assert.Equal((MessageState.Failed, Some.Now), (settlement.State, settlement.Change.FailedOn));
    }

    [Fact]
    public void Every_settlement_can_be_read_back_from_what_it_stored()
    {
        var outcomes = Enum.GetValues<ProviderFaultKind>()
            .Select(kind => SendOutcome.From(Fault(kind)))
            .Concat([SendOutcome.Accepted("77")]);
        foreach (var outcome in outcomes)
        {
            var settlement = Settle(outcome);

            Assert.Equal(settlement.State, Settlement.OfStored(settlement.Change));
        }

        Assert.Null(Settlement.OfStored(Announcement.Of(Some.Sms(), Guid.NewGuid(), "account", null, Some.Token, Some.Now)));
    }

    [Fact]
    public void An_announcement_wipes_the_answer_before_and_keeps_a_reference_that_never_arrived()
    {
        var retry = Some.Sms(sms => { sms.Attempt = 1; sms.ReferenceColumn = "41"; sms.ProviderMessageId = "9"; sms.FaultKind = FaultKind.Unclear; });

        var announced = Announcement.Of(retry, Guid.NewGuid(), "account", null, Some.Token, Some.Now);

        Assert.Equal(("41", 2, null, null), (announced.ReferenceColumn, announced.Attempt, announced.ProviderMessageId, announced.FaultKind));
        Assert.Equal(Some.Now + LeaseRules.Lease, announced.ClaimedUntil);
        Assert.True(announced.Record.Contains(Sms.Columns.ProviderMessageId));
    }

    private static SmsRow Sending() => Some.Sms(sms =>
    {
        sms.StatusCode = Sms.Status.Sending;
        sms.Attempt = 1;
        sms.ReferenceColumn = "41";
        sms.Account = "account";
    });

    private static Settlement Settle(SendOutcome outcome) => Settlement.Of(Sending(), outcome, new RetryPolicy(), true, true, 0.5, Some.Now);

    private static ProviderFault Fault(ProviderFaultKind kind) => new(kind, "code", "words");
}
