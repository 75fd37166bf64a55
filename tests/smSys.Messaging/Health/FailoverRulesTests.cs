using CsCheck;
using smSys.Messaging.Health;

namespace smSys.Messaging.Tests.Health;

public class FailoverRulesTests
{
    private static readonly DateTime _now = new(2026, 11, 23, 12, 0, 0, DateTimeKind.Utc);
    private static readonly Guid[] _ids = [.. Enumerable.Range(1, 5).Select(i => new Guid(i, 0, 0, new byte[8]))];

    private static readonly Gen<HealthVerdict> _health = Gen.Int[0, 2].Select(value => (HealthVerdict)value);

    private static readonly Gen<FailoverMember[]> _groups = Gen.Select(Gen.Int[0, 3], Gen.Bool, _health).Array[5]
        .Select(members => members.Select((member, i) => new FailoverMember(_ids[i], member.Item1, member.Item2, member.Item3)).ToArray());

    [Fact]
    public void The_first_fit_member_in_order_takes_over()
    {
        var own = Member(0, HealthVerdict.Ill);
        FailoverMember[] others = [Member(3, HealthVerdict.Well), Member(1, HealthVerdict.Ill), Member(2, HealthVerdict.Unsure), Member(4, HealthVerdict.Well, maySend: false)];

        Assert.Equal(new FailoverDecision(true, _ids[2]), FailoverRules.Decide(own, others, null, null, _now));
    }

    [Fact]
    public void When_all_are_ill_nothing_moves()
    {
        FailoverMember[] others = [Member(1, HealthVerdict.Ill), Member(2, HealthVerdict.Well, maySend: false)];

        Assert.False(FailoverRules.Decide(Member(0, HealthVerdict.Ill), others, null, null, _now).HasChanged);
        Assert.False(FailoverRules.Decide(Member(0, HealthVerdict.Ill), others, _ids[1], _now.AddHours(-1), _now).HasChanged);
    }

    [Fact]
    public void A_setting_that_is_well_again_takes_its_messages_back_and_an_unsure_one_does_not()
    {
        FailoverMember[] others = [Member(1, HealthVerdict.Well)];

        Assert.Equal(new FailoverDecision(true, null), FailoverRules.Decide(Member(0, HealthVerdict.Well), others, _ids[1], _now.AddMinutes(-10), _now));
        Assert.False(FailoverRules.Decide(Member(0, HealthVerdict.Unsure), others, _ids[1], _now.AddMinutes(-10), _now).HasChanged);
        Assert.False(FailoverRules.Decide(Member(0, HealthVerdict.Well), others, _ids[1], _now.AddMinutes(-9), _now).HasChanged);
    }

    [Fact]
    public void It_never_flaps_never_chooses_who_cannot_send_and_changes_nothing_while_all_is_well() =>
        Gen.Select(_groups.Array[1, 60], Gen.Int[1, 400]).Sample((rounds, seconds) =>
        {
            Guid? standIn = null;
            DateTime? changedOn = null;
            var now = _now;
            foreach (var group in rounds)
            {
                now = now.AddSeconds(seconds);
                var decision = FailoverRules.Decide(group[0], group[1..], standIn, changedOn, now);
                if (!decision.HasChanged)
                {
                    Assert.Equal(standIn, decision.StandIn);
                    continue;
                }

                Assert.True(changedOn is null || now - changedOn >= FailoverRules.LeastStay);
                Assert.NotEqual(standIn, decision.StandIn);
                if (decision.StandIn is { } chosen)
                {
                    var member = group.Single(each => each.Id == chosen);
                    Assert.NotEqual(group[0].Id, chosen);
                    Assert.True(member.MaySend && member.Health != HealthVerdict.Ill);
                    Assert.True(!group[0].MaySend || group[0].Health != HealthVerdict.Well);
                    Assert.DoesNotContain(group[1..], each => each.MaySend && each.Health != HealthVerdict.Ill && each.Order < member.Order);
                }
                else
                {
                    Assert.True(group[0].MaySend && group[0].Health == HealthVerdict.Well);
                }

                (standIn, changedOn) = (decision.StandIn, now);
            }
        });

    private static FailoverMember Member(int i, HealthVerdict health, bool maySend = true) => new(_ids[i], i, maySend, health);
}
