using smSys.Crm.Secrets;
using smSys.Crm.Tables;

namespace smSys.Crm.Tests.Secrets;

public class SecretSealTests
{
    private static readonly Guid _organization = new("6f2d7a10-0000-4000-8000-000000000001");

    [Theory]
    [InlineData("")]
    [InlineData("k")]
    [InlineData("گذرواژهٔ فارسی با نیم‌فاصله ۱۲۳")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123456789")]
    public void What_was_sealed_opens_for_the_same_account(string secret) =>
        Assert.Equal(secret, Seal().Open(Seal().Close(secret, "here"), "here"));

    [Fact]
    public void The_same_secret_twice_gives_different_texts_that_tell_neither_it_nor_its_length()
    {
        var sealings = Enumerable.Range(0, 50).Select(_ => Seal().Close("api-key", "here")).ToArray();

        Assert.Equal(50, sealings.Distinct().Count());
        Assert.All(sealings, closed => Assert.DoesNotContain("api-key", closed, StringComparison.Ordinal));
        Assert.Equal(sealings[0].Length, Seal().Close("a key that is a good deal longer than the other", "here").Length);
    }

    [Fact]
    public void It_opens_for_nobody_else()
    {
        var closed = Seal().Close("api-key", "here");

        Assert.Null(Seal().Open(closed, "there"));
        Assert.Null(new SecretSeal(Guid.NewGuid(), RandomBytes.Take).Open(closed, "here"));
        Assert.Null(Seal().Open("api-key", "here"));
        Assert.Null(Seal().Open("smsys-seal-1:AAAA", "here"));
        Assert.Null(Seal().Open("smsys-seal-1:no base64", "here"));
    }

    [Fact]
    public void One_changed_bit_anywhere_keeps_it_closed()
    {
        var closed = Seal().Close("api-key", "here");
        var start = closed.IndexOf(':', StringComparison.Ordinal) + 1;
        var bytes = Convert.FromBase64String(closed[start..]);

        for (var i = 0; i < bytes.Length * 8; i++)
        {
            bytes[i / 8] ^= (byte)(1 << (i % 8));
            Assert.Null(Seal().Open(closed[..start] + Convert.ToBase64String(bytes), "here"));
            bytes[i / 8] ^= (byte)(1 << (i % 8));
        }

        Assert.Equal("api-key", Seal().Open(closed[..start] + Convert.ToBase64String(bytes), "here"));
    }

    [Fact]
    public void An_account_is_bound_by_all_that_leads_the_secret_somewhere()
    {
        var id = Guid.NewGuid();
        string Of(Guid? setting = null, ProviderKind kind = ProviderKind.Asanak, string address = "https://panel.asanak.test/v2", string user = "sara", string options = "") =>
            SecretBinding.Of(setting ?? id, kind, address, user, options);

        Assert.Equal(Of(), Of(address: "https://PANEL.asanak.test/other/path", user: " sara ", options: "# remark\ninboxTimes = s"));
        Assert.NotEqual(Of(), Of(setting: Guid.NewGuid()));
        Assert.NotEqual(Of(), Of(kind: ProviderKind.ParsGreen));
        Assert.NotEqual(Of(), Of(address: "https://elsewhere.test/v2"));
        Assert.NotEqual(Of(), Of(address: "http://panel.asanak.test/v2"));
        Assert.NotEqual(Of(), Of(address: "https://panel.asanak.test:8443/v2"));
        Assert.NotEqual(Of(), Of(user: "reza"));
        Assert.NotEqual(Of(), Of(options: "inbox = https://elsewhere.test/"));
        Assert.NotEqual(Of(kind: ProviderKind.HTTP, options: "{\"send\":1}"), Of(kind: ProviderKind.HTTP, options: "{\"send\":2}"));
    }

    private static SecretSeal Seal() => new(_organization, RandomBytes.Take);
}
