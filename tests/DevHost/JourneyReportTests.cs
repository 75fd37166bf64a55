using DevHost.Journey;

namespace DevHostTests;

/// <summary>The figures are held to their sums.</summary>
public class JourneyReportTests
{
    private static readonly JourneyReport Whole = new()
    {
        Rows = 10, Recipients = 7, Invalid = 2, Duplicates = 1,
        Accepted = 5, Rejected = 1, Unknown = 1,
        Delivered = 2, Undelivered = 1, Blocked = 1, WithoutReceipt = 1, Cases = 1, Replies = 1,
    };

    [Fact]
    public void What_adds_up_is_complete() => Assert.True(Whole.IsComplete);

    [Fact]
    public void Rows_that_are_nowhere_are_named() =>
        Assert.Contains("rows 11 is not", Assert.Single((Whole with { Rows = 11 }).Mismatches), StringComparison.Ordinal);

    [Fact]
    public void Recipients_without_an_outcome_are_named() =>
        Assert.Contains("recipients 7 is not", Assert.Single((Whole with { Unknown = 0 }).Mismatches), StringComparison.Ordinal);

    [Fact]
    public void Accepted_messages_without_a_state_are_named() =>
        Assert.Contains("accepted 5 is not", Assert.Single((Whole with { Delivered = 1 }).Mismatches), StringComparison.Ordinal);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    [InlineData(1, 2)]
    public void An_answer_that_made_not_one_case_and_one_reply_is_named(int cases, int replies) => Assert.Contains(
        $"{cases} cases and {replies} replies", Assert.Single((Whole with { Cases = cases, Replies = replies }).Mismatches), StringComparison.Ordinal);

    [Fact]
    public void Where_no_phone_was_reached_no_answer_is_missed() =>
        Assert.True((Whole with { Delivered = 0, Undelivered = 3, Cases = 0, Replies = 0 }).IsComplete);

    [Fact]
    public void What_waits_is_not_complete() =>
        Assert.False((Whole with { WithoutReceipt = 0, Waiting = 1 }).IsComplete);
}
