using System.Text;
using Microsoft.AspNetCore.Http;
using smSys.Server.Callbacks;
using smSys.Server.Tests.Doubles;

namespace smSys.Server.Tests.Callbacks;

public class RequestReaderTests
{
    private const string Text = "سلام، کتاب‌های من كجاست؟ ۱۲۳ ٤٥٦";

    [Fact]
    public async Task A_body_without_a_character_set_is_UTF_8_and_the_query_stays_encoded()
    {
        var item = await RequestReader.ReadAsync(Request(Encoding.UTF8.GetBytes(Text), "text/plain", "?msgBody=%D8%B3&from=98912"), 1024, Some.Now, default);

        Assert.Equal(Text, item!.Body);
        Assert.Equal("msgBody=%D8%B3&from=98912", item.Query);
        Assert.Equal("text/plain", item.ContentType);
        Assert.Null(item.RawBody);
    }

    [Fact]
    public async Task A_declared_character_set_is_heeded()
    {
        var windows = CodePagesEncodingProvider.Instance.GetEncoding(1256)!;

        var item = await RequestReader.ReadAsync(Request(windows.GetBytes("سلام"), "text/xml; charset=\"windows-1256\""), 1024, Some.Now, default);

        Assert.Equal("سلام", item!.Body);
    }

    [Theory]
    [InlineData("application/octet-stream")]
    [InlineData("text/plain; charset=klingon")]
    [InlineData("نه نوع")]
    public async Task What_is_no_text_is_kept_to_the_byte(string contentType)
    {
        byte[] bytes = [0xFF, 0xFE, 0x00, 0xC3, 0x28];

        var item = await RequestReader.ReadAsync(Request(bytes, contentType), 1024, Some.Now, default);

        Assert.Equal(bytes, Convert.FromBase64String(item!.RawBody!));
    }

    [Fact]
    public async Task Headers_that_may_hold_credentials_are_left_out()
    {
        var request = Request([], null);
        foreach (var name in new[] { "Authorization", "Proxy-Authorization", "Cookie", "X-Api-Key", "X-Auth-Token", "X-Hub-Signature", "My-Secret" })
        {
            request.Headers[name] = "hush";
        }

        request.Headers.UserAgent = "provider/1.0";

        var item = await RequestReader.ReadAsync(request, 1024, Some.Now, default);

        Assert.DoesNotContain("hush", item!.Headers.Values);
        Assert.Equal("provider/1.0", item.Headers["User-Agent"]);
    }

    [Theory]
    [InlineData(1024, true)]
    [InlineData(1025, false)]
    public async Task A_body_over_the_limit_is_refused_also_when_its_length_was_not_told(int length, bool isTaken)
    {
        var request = Request(new byte[length], null);
        request.ContentLength = null;

        var item = await RequestReader.ReadAsync(request, 1024, Some.Now, default);

        Assert.Equal(isTaken, item is not null);
    }

    private static HttpRequest Request(byte[] body, string? contentType, string query = "")
    {
        var request = new DefaultHttpContext().Request;
        request.Method = "POST";
        request.Body = new MemoryStream(body);
        request.ContentLength = body.Length;
        request.ContentType = contentType;
        request.QueryString = new QueryString(query);
        return request;
    }
}
