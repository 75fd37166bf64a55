using System.Globalization;
using CsCheck;
using smSys.Messaging.Bulk;

namespace smSys.Messaging.Tests.Bulk;

public class PartitionPlanTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(250, 1)]
    [InlineData(1_000, 1)]
    [InlineData(9_999, 1)]
    [InlineData(10_000, 2)]
    [InlineData(20_000, 4)]
    [InlineData(100_000, 4)]
    [InlineData(1_000_000, 25)]
    public void Four_at_once_is_the_usual_plan(int recipients, int partitions) =>
        Assert.Equal(partitions, PartitionPlan.Count(recipients));

    [Fact]
    public void No_partition_grows_too_large_and_none_is_empty_by_plan() =>
        Gen.Select(Gen.Int[1, 5_000_000], Gen.Int[1, 50], Gen.Int[0, 500]).Sample((recipients, limit, wished) =>
        {
            var partitions = PartitionPlan.Count(recipients, limit, wished);

            Assert.InRange(partitions, 1, recipients);
            Assert.True((recipients + partitions - 1) / partitions <= PartitionPlan.Largest);
        });

    [Fact]
    public void Calls_that_are_not_full_are_at_most_two_in_a_hundred() =>
        Gen.Select(Gen.Int[5_000, 5_000_000], Gen.Int[1, 50]).Sample((recipients, limit) =>
            Assert.True(PartitionPlan.Count(recipients, limit) * 50 * 100 <= recipients));

    [Fact]
    public void What_somebody_entered_counts_unless_it_is_too_few()
    {
        Assert.Equal(3, PartitionPlan.Count(250, wished: 3));
        Assert.Equal(25, PartitionPlan.Count(1_000_000, wished: 2));
        Assert.Equal(2, PartitionPlan.Count(2, wished: 10));
    }

    [Fact]
    public void Numbers_that_follow_each_other_are_dealt_evenly()
    {
        var counts = new int[25];
        for (var i = 0; i < 100_000; i++)
        {
            counts[Dealing.PartitionOf((989120000000 + i).ToString(CultureInfo.InvariantCulture), counts.Length) - 1]++;
        }

        Assert.All(counts, count => Assert.InRange(count, 3_700, 4_300));
    }

    [Fact]
    public void Dealing_never_changes_from_one_version_to_the_next()
    {
        Assert.Equal(20, Dealing.PartitionOf("989121234567", 25));
        Assert.Equal(23, Dealing.PartitionOf(new Guid("5f0c1d1e-8a46-4c2b-9f7e-0a4c7d2b6e11"), 25));
    }
}
