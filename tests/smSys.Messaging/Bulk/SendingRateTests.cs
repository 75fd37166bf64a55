using smSys.Messaging.Bulk;

namespace smSys.Messaging.Tests.Bulk;

public class SendingRateTests
{
    private static readonly SendingRate Unmeasured = new(TimeSpan.Zero, 100, 1, null, null);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(1500, 99)]
    public void Where_nothing_was_measured_a_rule_of_thumb_speaks(int messages, int seconds) =>
        Assert.Equal(new SendingTime(seconds, RateBasis.RuleOfThumb), Unmeasured.For(messages));

    [Fact]
    public void What_was_measured_counts_with_its_calls_and_is_shared_by_the_partitions_that_send_at_once()
    {
        var one = Unmeasured with { PerMessage = TimeSpan.FromMilliseconds(10), PerCall = TimeSpan.FromSeconds(1) };

        Assert.Equal(new SendingTime(20, RateBasis.Measured), one.For(1000));
        Assert.Equal(new SendingTime(5, RateBasis.Measured), (one with { AtOnce = 4 }).For(1000));
    }

    [Fact]
    public void Nobody_shares_a_call() =>
        Assert.Equal(
            new SendingTime(2, RateBasis.Measured),
            (Unmeasured with { AtOnce = 4, PerMessage = TimeSpan.FromMilliseconds(10), PerCall = TimeSpan.FromSeconds(1) }).For(100));

    [Theory]
    [InlineData(1000, 30)]
    [InlineData(901, 30)]
    [InlineData(900, 27)]
    public void A_pace_is_the_least_however_many_send_at_once(int messages, int seconds) =>
        Assert.Equal(
            new SendingTime(seconds, RateBasis.Pace),
            (Unmeasured with { Pace = TimeSpan.FromSeconds(3), AtOnce = 8, PerMessage = TimeSpan.FromMilliseconds(1), PerCall = TimeSpan.Zero }).For(messages));
}
