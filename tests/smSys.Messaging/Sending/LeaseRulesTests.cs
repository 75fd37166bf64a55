using CsCheck;
using smSys.Messaging.Sending;

namespace smSys.Messaging.Tests.Sending;

public class LeaseRulesTests
{
    private static readonly DateTime _now = new(2026, 11, 23, 12, 0, 0, DateTimeKind.Utc);
    private static readonly FenceToken _mine = FenceToken.Of(new Guid("11111111-1111-1111-1111-111111111111"));
    private static readonly FenceToken _other = FenceToken.Of(new Guid("22222222-2222-2222-2222-222222222222"));

    [Fact]
    public void A_claim_is_free_mine_held_or_abandoned()
    {
        Assert.Equal(ClaimVerdict.Free, LeaseRules.Judge(FenceToken.None, null, _mine, _now));
        Assert.Equal(ClaimVerdict.Free, LeaseRules.Judge(FenceToken.None, _now.AddHours(1), _mine, _now));
        Assert.Equal(ClaimVerdict.Mine, LeaseRules.Judge(_mine, _now.AddSeconds(10), _mine, _now));
        Assert.Equal(ClaimVerdict.Mine, LeaseRules.Judge(_mine, _now.AddSeconds(-10), _mine, _now));
        Assert.Equal(ClaimVerdict.Held, LeaseRules.Judge(_other, _now.AddSeconds(1), _mine, _now));
        Assert.Equal(ClaimVerdict.Abandoned, LeaseRules.Judge(_other, _now, _mine, _now));
    }

    [Fact]
    public void Only_the_holder_may_settle()
    {
        Assert.True(LeaseRules.MaySettle(_mine, _mine));
        Assert.False(LeaseRules.MaySettle(_other, _mine));
        Assert.False(LeaseRules.MaySettle(FenceToken.None, _mine));
        Assert.False(LeaseRules.MaySettle(FenceToken.None, FenceToken.None));
    }

    [Fact]
    public void A_token_survives_its_column()
    {
        Assert.Equal(_mine, FenceToken.Read(_mine.Text));
        Assert.Equal(32, _mine.Text.Length);
        Assert.True(FenceToken.Read(null).IsNone);
        Assert.True(FenceToken.Read(string.Empty) == FenceToken.None);
        Assert.True(_mine != _other);
        Assert.Throws<ArgumentException>(() => FenceToken.Of(Guid.Empty));
    }

    [Fact]
    public void A_lease_outlives_the_hard_limit()
    {
        Assert.True(LeaseRules.Lease > LeaseRules.HardLimit);
        Assert.True(LeaseRules.HardLimit > LeaseRules.TickBudget);
    }

    [Theory]
    [InlineData(90, 45, null, 100, 20)]
    [InlineData(90, 45, null, 10, 10)]
    [InlineData(90, 45, 60, 1000, 100)]
    [InlineData(90, 45, 1000, 100, 45)]
    [InlineData(60, 45, 1000, 100, 15)]
    [InlineData(49, 45, 60, 100, 0)]
    [InlineData(50, 45, 60, 100, 83)]
    [InlineData(50, 45, 9000, 100, 0)]
    [InlineData(90, 45, 0, 100, 100)]
    public void Batches_fit_into_what_is_left(int remaining, int timeout, int? createMilliseconds, int limit, int expected)
    {
        var create = createMilliseconds is { } ms ? TimeSpan.FromMilliseconds(ms) : (TimeSpan?)null;

        Assert.Equal(expected, LeaseRules.BatchSize(TimeSpan.FromSeconds(remaining), TimeSpan.FromSeconds(timeout), create, limit));
    }

    [Fact]
    public void No_batch_ever_needs_more_than_what_is_left()
    {
        Gen.Select(Gen.Int[0, 120_000], Gen.Int[1, 45_000], Gen.Int[1, 20_000], Gen.Int[1, 500]).Sample((remaining, timeout, create, limit) =>
        {
            var size = LeaseRules.BatchSize(
                TimeSpan.FromMilliseconds(remaining), TimeSpan.FromMilliseconds(timeout), TimeSpan.FromMilliseconds(create), limit);

            return size >= 0 && size <= Math.Min(limit, 100) && (size == 0 || ((long)size * create) + timeout <= remaining);
        });
    }
}
