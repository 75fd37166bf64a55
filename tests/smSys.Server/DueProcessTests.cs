using smSys.Server.Heartbeat;

namespace smSys.Server.Tests;

public class DueProcessTests
{
    private static readonly DateTime Now = new(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_process_that_is_due_and_was_never_asked_for_needs_a_tick() =>
        Assert.True(new DueProcess(Guid.NewGuid(), Now, null, null).NeedsTick(Now));

    [Fact]
    public void A_process_that_somebody_works_on_needs_none() =>
        Assert.False(new DueProcess(Guid.NewGuid(), Now.AddMinutes(-1), null, Now.AddSeconds(1)).NeedsTick(Now));

    [Fact]
    public void A_process_that_was_asked_for_since_it_was_due_is_left_in_peace() =>
        Assert.False(new DueProcess(Guid.NewGuid(), Now.AddMinutes(-1), Now.AddSeconds(-50), null).NeedsTick(Now));

    [Fact]
    public void A_process_whose_job_died_is_asked_for_again() =>
        Assert.True(new DueProcess(Guid.NewGuid(), Now.AddMinutes(-5), Now.AddMinutes(-4), null).NeedsTick(Now));

    [Fact]
    public void A_process_that_was_asked_for_before_it_became_due_needs_a_tick() =>
        Assert.True(new DueProcess(Guid.NewGuid(), Now.AddSeconds(-5), Now.AddSeconds(-35), null).NeedsTick(Now));
}
