using smSys.Plugins.Processes;
using smSys.Plugins.Recovering;
using smSys.Plugins.Sending;

namespace smSys.Plugins.Tests.Recovering;

public class BatchSizeTests
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Call = TimeSpan.FromSeconds(45);

    [Fact]
    public void The_first_batch_is_careful_and_the_next_as_large_as_measured()
    {
        var size = new BatchSize(null, 100, null);

        Assert.Equal(20, size.For(Tick, Call));
        size.Learn(new HandOverResult(20, null), TimeSpan.FromSeconds(2));
        Assert.Equal(100, size.For(Tick, Call));
    }

    [Fact]
    public void A_slow_organisation_gets_smaller_batches_and_no_time_gets_none()
    {
        var size = new BatchSize(null, 100, 1500);

        Assert.Equal(30, size.For(Tick, Call));
        Assert.Equal(0, size.For(TimeSpan.FromSeconds(49), Call));
    }

    [Fact]
    public void A_call_refused_as_a_whole_halves_the_next_one_and_a_good_one_doubles_it()
    {
        var size = new BatchSize(null, 100, 1);

        size.Learn(new HandOverResult(100, null, WasTooMuch: true), TimeSpan.FromSeconds(1));
        Assert.Equal(50, size.For(Tick, Call));
        size.Learn(new HandOverResult(1, null, WasTooMuch: true), TimeSpan.FromSeconds(1));
        Assert.Equal(1, size.For(Tick, Call));
        size.Learn(new HandOverResult(1, null), TimeSpan.FromSeconds(1));
        Assert.Equal(2, size.For(Tick, Call));
    }

    [Fact]
    public void However_long_a_message_was_held_up_the_next_tick_sends_again_and_measures_anew()
    {
        var size = new BatchSize(null, 100, 50);

        size.Learn(new HandOverResult(1, null), TimeSpan.FromMinutes(5));
        var next = new BatchSize(null, 100, size.WriteInto(TickResult.Later(string.Empty)).Change.CreateMilliseconds);
        var stored = new BatchSize(null, 100, 300_000);

        Assert.InRange(next.For(Tick, Call), 1, 5);
        Assert.InRange(stored.For(Tick, Call), 1, 5);
        next.Learn(new HandOverResult(1, null), TimeSpan.FromMilliseconds(50));
        Assert.Equal(100, next.For(Tick, Call));
    }
}
