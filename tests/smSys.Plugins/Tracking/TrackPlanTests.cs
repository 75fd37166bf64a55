using smSys.Plugins.Tracking;

namespace smSys.Plugins.Tests.Tracking;

public class TrackPlanTests
{
    [Fact]
    public void A_new_plan_asks_about_every_age()
    {
        var spans = new TrackPlan(null).Due(Some.Now).ToArray();

        Assert.Equal(4, spans.Length);
        Assert.Equal((Some.Now.AddMinutes(-15), Some.Now), (spans[0].From, spans[0].Until));
    }

    [Fact]
    public void The_young_are_asked_about_at_every_tick_and_the_old_rarely()
    {
        var plan = Asked(new TrackPlan("rubbish"), Some.Now);

        Assert.Equal([0], Bands(plan, 1));
        Assert.Equal([0, 1], Bands(plan, 5));
        Assert.Equal([0, 1, 2], Bands(plan, 30));
        Assert.Equal([0, 1, 2, 3], Bands(plan, 180));
    }

    [Fact]
    public void A_span_that_was_left_in_the_middle_goes_on_there_whatever_the_interval()
    {
        var plan = Asked(new TrackPlan(null), Some.Now);
        plan.Left(plan.Due(Some.Now.AddMinutes(30)).Single(span => span.Band == 2), Some.Now.AddHours(-5), stayed: 70);

        var again = new TrackPlan(plan.Cursor).Due(Some.Now.AddMinutes(30.5)).Single(span => span.Band == 2);

        Assert.Equal((Some.Now.AddHours(-5), 70), (again.From, again.Stayed));
        Assert.True(plan.Cursor.Length <= 500);
    }

    private static TrackPlan Asked(TrackPlan plan, DateTime now)
    {
        foreach (var span in plan.Due(now).ToArray())
        {
            plan.Asked(span, now);
        }

        return plan;
    }

    private static int[] Bands(TrackPlan plan, int minutes) =>
        [.. new TrackPlan(plan.Cursor).Due(Some.Now.AddMinutes(minutes)).Select(span => span.Band)];
}
