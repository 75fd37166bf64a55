using smSys.Messaging.Text;

namespace smSys.Messaging.Tests.Text;

public class CharacterNamesTests
{
    [Theory]
    [InlineData(0x2019, "curly apostrophe (U+2019)", "آپاستروف خمیده (U+2019)")]
    [InlineData(0x06CC, "Persian letter yeh (U+06CC)", "حرف فارسی «ی» (U+06CC)")]
    [InlineData(0x0633, "Arabic letter seen (U+0633)", "حرف «س» (U+0633)")]
    [InlineData(0x1F600, "emoji (U+1F600)", "شکلک (U+1F600)")]
    public void A_character_has_a_name_in_each_language(int codePoint, string english, string persian)
    {
        Assert.Equal((english, persian), (CharacterNames.Of(codePoint), CharacterNames.Of(codePoint, Language.Persian)));
    }

    [Fact]
    public void Whatever_has_a_name_of_its_own_in_English_is_not_just_a_character_in_Persian()
    {
        var nameless = Enumerable.Range(0, 0xFFFF)
            .Where(codePoint => !CharacterNames.Of(codePoint).StartsWith("character (", StringComparison.Ordinal))
            .Where(codePoint => CharacterNames.Of(codePoint, Language.Persian).StartsWith("نویسه (", StringComparison.Ordinal));

        Assert.Empty(nameless);
    }

    [Theory]
    [InlineData(1234567.5, "1,234,567.5", "۱٬۲۳۴٬۵۶۷٫۵")]
    [InlineData(-3, "-3", "-۳")]
    [InlineData(0, "0", "۰")]
    public void Figures_are_in_the_digits_of_the_language(double number, string english, string persian)
    {
        Assert.Equal((english, persian), (Figures.Of((decimal)number, Language.English), Figures.Of((decimal)number, Language.Persian)));
    }
}
