using smSys.Providers.Times;

namespace smSys.Providers.Tests.Times;

public sealed class TehranTimeTests
{
    [Theory]
    [InlineData("2026-11-23T11:30:00+03:30", "2026-11-23T08:00:00.0000000Z")]
    [InlineData("2026-11-23T08:00:00Z", "2026-11-23T08:00:00.0000000Z")]
    [InlineData("2026-11-23T11:30:00.193563", "2026-11-23T08:00:00.1935630Z")]
    [InlineData("2026-11-23T11:30:00.6632614999", "2026-11-23T08:00:00.6632614Z")]
    [InlineData("2026/11/23 11:30:10", "2026-11-23T08:00:10.0000000Z")]
    [InlineData("1405/09/02 11:30:10", "2026-11-23T08:00:10.0000000Z")]
    [InlineData("2026-11-23", "2026-11-22T20:30:00.0000000Z")]
    [InlineData("2026-11-23T03:00:00-05:00", "2026-11-23T08:00:00.0000000Z")]
    public void Provider_times_become_UTC(string text, string expected) =>
        Assert.Equal(expected, TehranTime.Parse(text)!.Value.ToString("O"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("today")]
    [InlineData("2026-13-01")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("99999-01-01")]
    [InlineData("1405/12/40 10:00")]
    public void What_is_no_time_is_nothing(string? text) => Assert.Null(TehranTime.Parse(text));
}
