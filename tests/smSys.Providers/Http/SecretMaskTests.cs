using smSys.Providers.Http;

namespace smSys.Providers.Tests.Http;

public sealed class SecretMaskTests
{
    [Theory]
    [InlineData("key p4ss/w&rd\"1 is wrong")]
    [InlineData("?key=p4ss%2Fw%26rd%221&x=1")]
    [InlineData("?key=p4ss%2fw%26rd%221&x=1")]
    [InlineData("<key>p4ss/w&amp;rd\"1</key>")]
    [InlineData("<key a='p4ss/w&amp;rd&quot;1'/>")]
    [InlineData("{\"key\":\"p4ss\\/w&rd\\\"1\"}")]
    [InlineData("Basic cDRzcy93JnJkIjE=")]
    [InlineData("{\"key\":\"p4ss/w\\u0026rd\\\"1\"}")]
    [InlineData("{\"key\":\"p4ss/w\\u0026rd\\u00221\"}")]
    [InlineData("<words>{&quot;key&quot;:&quot;p4ss\\/w&amp;amp;rd\\&quot;1&quot;}</words>")]
    [InlineData("/v1/p4ss%252Fw&#38;rd&#x22;1/send")]
    [InlineData("&quot;p4ss%2Fw&amp;rd&quot;1&quot;")]
    public void Every_spelling_of_a_secret_is_starred_out(string words)
    {
        string clean = new SecretMask(["p4ss/w&rd\"1"]).Hide(words);

        Assert.Contains("***", clean, StringComparison.Ordinal);
        Assert.DoesNotContain("p4ss", clean, StringComparison.Ordinal);
        Assert.DoesNotContain("cDRz", clean, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("p4ss/w+rd ک")]
    [InlineData("p4ss%2Fw&rd?x#1")]
    [InlineData("..")]
    [InlineData("")]
    public void A_secret_in_the_path_of_an_address_is_starred_out_however_the_platform_writes_the_address(string secret)
    {
        var address = new Uri("https://api.example.test/v1/" + Uri.EscapeDataString(secret) + "/send.json");

        string clean = new SecretMask([secret]).Hide(address.AbsoluteUri + " " + address + " " + address.OriginalString);

        Assert.DoesNotContain("p4ss", clean, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_lose_markup_and_line_breaks_and_end_at_five_hundred_characters()
    {
        var mask = new SecretMask([]);

        Assert.Equal("Runtime Error خطا < 5", mask.Clean("<html><h1>Runtime\r\n Error</h1>خطا\t< 5</html>"));
        Assert.Equal(499, mask.Clean(new string('a', 499) + "😀").Length);
        Assert.Equal(SecretMask.LongestWords, mask.Clean(new string('ب', 9_000)).Length);
    }

    [Fact]
    public void A_secret_that_stands_where_reading_ends_is_not_shown_in_part()
    {
        const string Secret = "p4ss-0123456789-0123456789";
        var mask = new SecretMask([Secret]);

        for (int before = SecretMask.MostRead - 60; before < SecretMask.MostRead + 60; before++)
        {
            Assert.DoesNotContain("p4s", mask.Clean("<" + new string('a', before - 2) + ">" + Secret + new string('x', 10_000)), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("\\")]
    [InlineData("&amp;")]
    [InlineData("%25")]
    [InlineData("p4ss")]
    [InlineData("\\u0070")]
    public void No_words_make_it_slow(string piece)
    {
        var mask = new SecretMask(["p4ss/w&rd\"1-and-longer-than-most", "\\\\\\&&&%%%"]);
        string words = string.Concat(Enumerable.Repeat(piece, 16 * 1024 / piece.Length));

        // The best of a few: a machine that is busy elsewhere must not look like slow words.
        TimeSpan best = Enumerable.Range(0, 5).Min(_ => Took(() => mask.Clean(words)));

        Assert.InRange(best, TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    private static TimeSpan Took(Action work)
    {
        TimeSpan started = Doubles.ThreadClock.Now;
        work();
        return Doubles.ThreadClock.Now - started;
    }
}
