using smSys.Crm.Messages;

namespace smSys.Crm.Tests.Messages;

public class CallPlaceTests
{
    [Fact]
    public void What_is_written_is_read_again() =>
        Assert.Equal(new CallPlace(9_223_372_036_854_775_807, 99, 100), CallPlace.Read(new CallPlace(9_223_372_036_854_775_807, 99, 100).Text));

    [Fact]
    public void The_longest_fits_the_column() => Assert.True(new CallPlace(long.MaxValue, int.MaxValue - 1, int.MaxValue).Text.Length <= 50);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("41")]
    [InlineData("41 0")]
    [InlineData("41 1 1")]
    [InlineData("41 -1 2")]
    [InlineData("x 0 1")]
    [InlineData("99999999999999999999 0 1")]
    public void What_is_no_place_is_none(string? text) => Assert.Null(CallPlace.Read(text));
}
