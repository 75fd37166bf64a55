using DevHost.Bulk;

namespace DevHost.Tests;

/// <summary>The figures of a bulk say by themselves whether they add up.</summary>
public class BulkReportTests
{
    private static readonly BulkReport Good = new()
    {
        IsOver = true,
        Rows = 10,
        Accepted = 6,
        Delivered = 4,
        Undelivered = 1,
        WithoutReceipt = 1,
        Rejected = 1,
        Skipped = new SkippedCount { Duplicate = 1, OptedOut = 1 },
        Unknown = 1,
    };

    [Fact]
    public void Good_figures_are_complete() => Assert.True(Good.IsComplete);

    [Fact]
    public void Somebody_who_is_in_no_figure_is_named() =>
        Assert.Contains("rows 11 is not accepted 6", Assert.Single((Good with { Rows = 11 }).Mismatches), StringComparison.Ordinal);

    [Fact]
    public void Receipts_that_do_not_add_up_are_named() =>
        Assert.Contains("accepted 6 is not delivered 5", Assert.Single((Good with { Delivered = 5 }).Mismatches), StringComparison.Ordinal);

    [Fact]
    public void A_number_that_got_two_is_a_mismatch() => Assert.Single((Good with { DuplicatesAtProvider = 1 }).Mismatches);

    [Fact]
    public void What_is_not_over_is_not_complete() => Assert.False((Good with { IsOver = false }).IsComplete);

    [Fact]
    public void What_waits_is_not_complete() => Assert.False((Good with { Delivered = 3, Waiting = 1 }).IsComplete);
}
