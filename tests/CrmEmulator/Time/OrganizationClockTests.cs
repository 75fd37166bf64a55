using CrmEmulator.Time;

namespace CrmEmulator.Tests.Time;

public class OrganizationClockTests
{
    private static readonly DateTime Start = new(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_clock_moved_by_hand_stands_still_between_moves()
    {
        var clock = OrganizationClock.Manual(Start);

        clock.Advance(TimeSpan.FromMinutes(3));

        Assert.Equal(Start.AddMinutes(3), clock.UtcNow);
        Assert.Equal(clock.UtcNow, clock.UtcNow);
    }

    [Fact]
    public async Task A_delay_ends_when_the_clock_is_moved_past_it()
    {
        var clock = OrganizationClock.Manual(Start);
        var delay = clock.Delay(TimeSpan.FromSeconds(30));

        clock.Advance(TimeSpan.FromSeconds(29));
        Assert.False(delay.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(1));

        await delay.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_scaled_clock_makes_an_hour_short()
    {
        var clock = OrganizationClock.Scaled(Start, 3_600_000);

        await clock.Delay(TimeSpan.FromHours(1)).WaitAsync(TimeSpan.FromSeconds(10));

        Assert.True(clock.UtcNow >= Start.AddHours(1));
    }

    [Fact]
    public async Task Advancing_a_scaled_clock_wakes_those_who_wait()
    {
        var clock = OrganizationClock.Scaled(Start, 1);
        var delay = clock.Delay(TimeSpan.FromHours(5));

        clock.Advance(TimeSpan.FromHours(6));

        await delay.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Waiting_for_work_ends_when_the_limit_has_passed_on_the_clock()
    {
        var clock = OrganizationClock.Manual(Start);
        using var never = new ManualResetEvent(false);
        var waiting = Task.Run(() => clock.WaitFor(never, Start.AddMinutes(2), TimeSpan.FromDays(1)));

        while (!waiting.IsCompleted)
        {
            clock.Advance(TimeSpan.FromMinutes(1));
            await Task.Yield();
        }

        Assert.False(await waiting);
    }

    [Fact]
    public async Task A_clock_moved_once_ends_the_wait_whether_it_moves_before_while_or_after_the_wait_begins()
    {
        for (var i = 0; i < 500; i++)
        {
            var clock = OrganizationClock.Manual(Start);
            using var never = new ManualResetEvent(false);
            var waiting = Task.Run(() => clock.WaitFor(never, Start.AddMinutes(2), TimeSpan.Zero));

            Thread.SpinWait(i * 20);
            clock.Advance(TimeSpan.FromMinutes(3));

            Assert.False(await waiting.WaitAsync(TimeSpan.FromSeconds(60)));
        }
    }
}
