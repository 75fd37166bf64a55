using smSys.Messaging.Consent;
using smSys.Messaging.Text;

namespace smSys.Messaging.Tests.Consent;

public class OptOutLineTests
{
    [Theory]
    [InlineData("حراج!", "لغو۱۱", "حراج!\nلغو۱۱")]
    [InlineData("حراج! لغو 11", "لغو۱۱", "حراج! لغو 11")]
    [InlineData("حراج", "  ", "حراج")]
    [InlineData("حراج", null, "حراج")]
    public void The_line_stands_below_advertising_once(string text, string? line, string expected) =>
        Assert.Equal(expected, OptOutLine.Add(text, line));

    [Fact]
    public void Lists_are_read_with_quotes_and_written_without_formulas()
    {
        Assert.Equal([["a", "b, \"c\"\nd"], ["e", ""]], CsvLines.Read("\uFEFFa,\"b, \"\"c\"\"\nd\"\r\n\r\ne,\r\n").Select(line => line.ToArray()));
        Assert.Equal(["x", "y"], CsvLines.Read("x;y").Single());
        Assert.Equal("'=1", CsvLines.Field("=1"));
        Assert.Equal("\"a,b\"", CsvLines.Field("a,b"));
    }
}
