using System.Text;
using smSys.Providers.Wire;

namespace smSys.Providers.Tests.Wire;

public sealed class JsonTextTests
{
    [Fact]
    public void Names_are_found_without_case_and_values_keep_their_text()
    {
        WireNode root = Read("""{"IsSuccess":true,"data":{"id":92233720368547758079,"none":null,"odd name":"گ‌ک\n","list":[1,"2",{"a":3}]}}""")!;

        Assert.True(root.IsTrue("issuccess"));
        Assert.Equal("92233720368547758079", root["DATA"]!.TextOf("id"));
        Assert.Null(root["data"]!["none"]);
        Assert.Equal("گ‌ک\n", root["data"]!["odd name"]!.Text);
        Assert.Equal(["1", "2", ""], root["data"]!["list"]!.Children.Select(child => child.Text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html></html>")]
    [InlineData("{\"a\":")]
    [InlineData("{\"a\":\"\\ud8")]
    [InlineData("[1,2")]
    [InlineData("{\"ok\":true,\"list\":[{\"a\":\"\\\"]}\"}]")]
    [InlineData("{\"a\":{\"b\":1}")]
    [InlineData("{\"a\":1}{\"b\":2}")]
    [InlineData("{\"a\":1}}")]
    [InlineData("[1] 2")]
    public void What_is_no_JSON_is_nothing(string text) => Assert.Null(Read(text));

    [Fact]
    public void Depth_and_count_are_limited()
    {
        Assert.Null(Read(new string('[', 5_000) + new string(']', 5_000)));
        Assert.Null(Read("[" + string.Join(',', Enumerable.Repeat("1", 30_000)) + "]"));
    }

    [Fact]
    public void What_is_written_can_be_read()
    {
        string text = "«سلام» \"\\/ \u0001\r\n\u2028 😀 " + '\ud800';

        string json = new JsonWriter().Open().Text("t", text).OpenArray("l").Open().Flag("f", true).Close().Open().Close().CloseArray().Flag("g", false).Close().ToString();

        Assert.Equal(text, System.Text.Json.JsonDocument.Parse(json.Replace("\\ud800", "")).RootElement.GetProperty("t").GetString() + '\ud800');
        Assert.EndsWith(",\"l\":[{\"f\":true},{}],\"g\":false}", json, StringComparison.Ordinal);
    }

    private static WireNode? Read(string json) => JsonText.Read(Encoding.UTF8.GetBytes(json));
}
