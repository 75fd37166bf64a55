using CsCheck;
using smSys.Messaging.Providers;
using smSys.Messaging.Sending;

namespace smSys.Messaging.Tests.Sending;

public class ReferenceRulesTests
{
    private static readonly DateTime _start = new(2026, 11, 23, 12, 0, 0, DateTimeKind.Utc);
    private static readonly ReferenceTrail _trail = new(_start);

    [Fact]
    public void Absent_within_the_settle_time_says_nothing()
    {
        var verdict = ReferenceRules.Judge(_trail, ReferenceAnswerKind.Absent, _start.AddSeconds(119));

        Assert.Equal(new ReferenceVerdict(ReferenceFinding.NotYet, _trail, _start.AddSeconds(120)), verdict);
    }

    [Fact]
    public void Absent_twice_sixty_seconds_apart_after_the_settle_time_is_never_arrived()
    {
        var first = ReferenceRules.Judge(_trail, ReferenceAnswerKind.Absent, _start.AddSeconds(120));
        var tooSoon = ReferenceRules.Judge(first.Trail, ReferenceAnswerKind.Absent, _start.AddSeconds(179));
        var second = ReferenceRules.Judge(tooSoon.Trail, ReferenceAnswerKind.Absent, _start.AddSeconds(180));

        Assert.Equal((ReferenceFinding.NotYet, _start.AddSeconds(180)), (first.Finding, first.AskAgainOn));
        Assert.Equal((ReferenceFinding.NotYet, _start.AddSeconds(180)), (tooSoon.Finding, tooSoon.AskAgainOn));
        Assert.Equal(ReferenceFinding.NeverArrived, second.Finding);
        Assert.Null(second.AskAgainOn);
    }

    [Fact]
    public void Found_is_found_at_any_time()
    {
        var absentOnce = _trail with { AbsentOn = _start.AddSeconds(120), Unanswered = 7 };

        Assert.Equal(ReferenceFinding.Found, ReferenceRules.Judge(_trail, ReferenceAnswerKind.Found, _start).Finding);
        Assert.Equal(ReferenceFinding.Found, ReferenceRules.Judge(absentOnce, ReferenceAnswerKind.Found, _start.AddHours(30)).Finding);
    }

    [Fact]
    public void A_fault_in_between_does_not_prove_and_does_not_disprove()
    {
        var absent = ReferenceRules.Judge(_trail, ReferenceAnswerKind.Absent, _start.AddSeconds(130));
        var fault = ReferenceRules.Judge(absent.Trail, ReferenceAnswerKind.CannotSay, _start.AddSeconds(200));
        var again = ReferenceRules.Judge(fault.Trail, ReferenceAnswerKind.Absent, _start.AddSeconds(260));

        Assert.Equal(ReferenceFinding.CannotSay, fault.Finding);
        Assert.Equal(ReferenceFinding.NeverArrived, again.Finding);
    }

    [Fact]
    public void Cannot_say_is_asked_again_at_growing_intervals_for_a_day_and_then_given_up()
    {
        var trail = _trail;
        var now = ReferenceRules.FirstQuestion(_start);
        var waits = new List<TimeSpan>();
        ReferenceVerdict verdict;
        while ((verdict = ReferenceRules.Judge(trail, ReferenceAnswerKind.CannotSay, now)).AskAgainOn is { } next)
        {
            Assert.Equal(ReferenceFinding.CannotSay, verdict.Finding);
            waits.Add(next - now);
            now = next;
            trail = verdict.Trail;
        }

        Assert.Equal(ReferenceFinding.GivenUp, verdict.Finding);
        Assert.Equal(_start.AddHours(24), now);
        Assert.Equal([1, 2, 4, 8, 16, 32, 60], waits.Take(7).Select(wait => wait.TotalMinutes));
        Assert.True(waits.SkipLast(1).Zip(waits.Skip(1).SkipLast(1)).All(pair => pair.First <= pair.Second));
    }

    [Fact]
    public void Never_arrived_is_never_said_on_one_absence_or_within_three_minutes()
    {
        var answers = Gen.OneOf(ReferenceAnswerKind.Absent, ReferenceAnswerKind.CannotSay);
        Gen.Select(answers, Gen.Int[0, 100]).Array[1, 30].Sample(steps =>
        {
            var trail = _trail;
            var now = _start;
            var absences = new List<DateTime>();
            foreach (var (answer, seconds) in steps)
            {
                now = now.AddSeconds(seconds);
                if (answer == ReferenceAnswerKind.Absent && now >= _start.AddSeconds(120))
                {
                    absences.Add(now);
                }

                var verdict = ReferenceRules.Judge(trail, answer, now);
                if (verdict.Finding == ReferenceFinding.NeverArrived)
                {
                    return absences.Count >= 2 && absences[^1] - absences[0] >= TimeSpan.FromSeconds(60);
                }

                if (verdict.AskAgainOn is { } next && next < now)
                {
                    return false;
                }

                trail = verdict.Trail;
            }

            return true;
        });
    }
}
