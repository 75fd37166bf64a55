using CsCheck;
using smSys.Messaging.Messages;
using smSys.Messaging.Providers;
using smSys.Messaging.Sending;

namespace smSys.Messaging.Tests.Sending;

public class RetryRulesTests
{
    private static readonly DateTime _now = new(2026, 11, 23, 12, 0, 0, DateTimeKind.Utc);
    private static readonly RetryPolicy _policy = new() { MaximumAttempts = 3 };

    [Theory]
    [InlineData(ProviderFaultKind.Refused, MessageState.Failed)]
    [InlineData(ProviderFaultKind.NotSupported, MessageState.Failed)]
    [InlineData(ProviderFaultKind.Blocked, MessageState.BlockedByOperator)]
    public void A_refusal_is_final_and_never_fails_over(ProviderFaultKind kind, MessageState state)
    {
        Assert.Equal(new RetryDecision(state, null, true), RetryRules.Decide(kind, 1, _policy, _now, 0.5));
    }

    [Theory]
    [InlineData(ProviderFaultKind.Unreachable)]
    [InlineData(ProviderFaultKind.OutOfService)]
    public void Certainly_not_sent_is_tried_again_until_the_attempts_are_used_up(ProviderFaultKind kind)
    {
        var first = RetryRules.Decide(kind, 1, _policy, _now, 0.5);
        var second = RetryRules.Decide(kind, 2, _policy, _now, 0.5);
        var last = RetryRules.Decide(kind, 3, _policy, _now, 0.5);

        Assert.Equal(new RetryDecision(MessageState.RetryScheduled, _now.AddMinutes(1), true, MayFailOver: true), first);
        Assert.Equal(_now.AddMinutes(2), second.NextOn);
        Assert.Equal(new RetryDecision(MessageState.Failed, null, true, MayFailOver: true), last);
    }

    [Fact]
    public void Too_fast_is_not_an_attempt_however_often()
    {
        var decision = RetryRules.Decide(ProviderFaultKind.SlowDown, 99, _policy, _now, 0.5);

        Assert.Equal(new RetryDecision(MessageState.RetryScheduled, _now.AddSeconds(30), false), decision);
    }

    [Theory]
    [InlineData(ProviderFaultKind.SignIn, SettingPause.SignIn)]
    [InlineData(ProviderFaultKind.Credit, SettingPause.Credit)]
    public void Account_faults_pause_the_setting_and_burn_no_attempt(ProviderFaultKind kind, SettingPause pause)
    {
        var decision = RetryRules.Decide(kind, 99, _policy, _now, 0.5);

        Assert.Equal(MessageState.RetryScheduled, decision.State);
        Assert.Equal(pause, decision.Pause);
        Assert.False(decision.CountsAsAttempt);
    }

    [Fact]
    public void Unclear_is_asked_about_or_left_to_people_but_not_sent_again()
    {
        var canAsk = RetryRules.Decide(ProviderFaultKind.Unclear, 1, _policy, _now, 0.5, canAsk: true);
        var cannot = RetryRules.Decide(ProviderFaultKind.Unclear, 1, _policy, _now, 0.5);

        Assert.Equal(new RetryDecision(MessageState.Unknown, _now.AddSeconds(120), true, AskFirst: true), canAsk);
        Assert.Equal(new RetryDecision(MessageState.Unknown, null, true), cannot);
    }

    [Fact]
    public void Unclear_is_sent_again_only_where_the_setting_says_so_and_nobody_can_be_asked()
    {
        var bold = _policy with { ResendsUnknown = true };

        Assert.Equal(MessageState.RetryScheduled, RetryRules.Decide(ProviderFaultKind.Unclear, 1, bold, _now, 0.5).State);
        Assert.Equal(MessageState.Unknown, RetryRules.Decide(ProviderFaultKind.Unclear, 3, bold, _now, 0.5).State);
        Assert.Equal(MessageState.Unknown, RetryRules.Decide(ProviderFaultKind.Unclear, 1, bold, _now, 0.5, canAsk: true).State);
    }

    [Fact]
    public void Only_certainly_not_sent_may_fail_over_and_every_state_is_one_that_sending_may_become()
    {
        foreach (var kind in Enum.GetValues<ProviderFaultKind>())
        {
            var decision = RetryRules.Decide(kind, 1, _policy, _now, 0.5);

            Assert.True(StateRules.Allows(MessageState.Sending, decision.State, Movers.Engine));
            Assert.Equal(
                kind is ProviderFaultKind.Unreachable or ProviderFaultKind.OutOfService or ProviderFaultKind.SignIn or ProviderFaultKind.Credit,
                decision.MayFailOver);
        }
    }

    [Fact]
    public void Whatever_goes_wrong_in_whatever_order_attempts_are_bounded_and_the_unclear_is_never_repeated_blindly()
    {
        var kinds = Enum.GetValues<ProviderFaultKind>();
        Gen.Select(Gen.Int[0, kinds.Length - 1].Array[1, 60], Gen.Int[1, 8], Gen.Double[0, 1], Gen.Bool).Sample((faults, most, fraction, canAsk) =>
        {
            var policy = new RetryPolicy { MaximumAttempts = most };
            var counted = 0;
            var now = _now;
            foreach (var kind in faults.Select(index => kinds[index]))
            {
                var decision = RetryRules.Decide(kind, counted + 1, policy, now, fraction, canAsk);
                counted += decision.CountsAsAttempt ? 1 : 0;
                Assert.True(counted <= most);
                Assert.True(decision.NextOn is null || decision.NextOn > now);
                Assert.Equal(decision.State == MessageState.RetryScheduled, decision.NextOn is not null && !decision.AskFirst);
                Assert.False(kind == ProviderFaultKind.Unclear && decision.State != MessageState.Unknown);
                Assert.False(decision.MayFailOver && kind is ProviderFaultKind.Unclear or ProviderFaultKind.Refused or ProviderFaultKind.Blocked);
                Assert.Equal(
                    kind is ProviderFaultKind.SignIn or ProviderFaultKind.Credit,
                    decision.Pause != SettingPause.None && !decision.CountsAsAttempt);
                if (decision.State != MessageState.RetryScheduled)
                {
                    return;
                }

                now = decision.NextOn!.Value;
            }
        });
    }

    [Fact]
    public void Intervals_grow_to_their_longest_and_chance_stays_within_its_share()
    {
        Gen.Select(Gen.Int[1, 2000], Gen.Double[0, 1], Gen.Double[1, 5]).Sample((attempt, fraction, growth) =>
        {
            var policy = new RetryPolicy { Growth = growth, Jitter = 0.2 };
            var interval = RetryRules.Interval(attempt, policy, fraction);
            var middle = RetryRules.Interval(attempt, policy, 0.5);
            var next = RetryRules.Interval(attempt + 1, policy, 0.5);

            return interval > TimeSpan.Zero
                && middle <= policy.LongestInterval
                && next >= middle
                && interval.TotalSeconds >= (middle.TotalSeconds * 0.8) - 0.001
                && interval.TotalSeconds <= (middle.TotalSeconds * 1.2) + 0.001;
        });
    }
}
