using smSys.Providers.Wire;

namespace smSys.Providers.Tests.Wire;

public sealed class FormTextTests
{
    [Fact]
    public void Fields_are_escaped_as_UTF8() =>
        Assert.Equal("to=0912%2C0913&te%20xt=%D8%B3%D9%84%D8%A7%D9%85%E2%80%8C%26%2B%0A", new FormText().Field("to", "0912,0913").Field("te xt", "سلام\u200c&+\n").ToString());

    [Fact]
    public void A_field_may_be_longer_than_the_platforms_own_escaping_allows() =>
        Assert.Equal("m=" + string.Concat(Enumerable.Repeat("%D8%B3", 100_000)), new FormText().Field("m", new string('س', 100_000)).ToString());

    [Fact]
    public void Half_a_surrogate_pair_becomes_a_replacement_character() => Assert.Equal("a=%EF%BF%BD", new FormText().Field("a", "\ud83d").ToString());
}
