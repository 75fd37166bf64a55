using CsCheck;
using smSys.Messaging.Keywords;

namespace smSys.Messaging.Tests.Keywords;

public class WordSplitterTests
{
    [Theory]
    [InlineData("مشکل حاد: ذخیره نشدن", null, "مشکل|حاد|ذخیره|نشدن")]
    [InlineData("مشکل حاد: ذخیره نشدن", " ", "مشکل|حاد|ذخیره|نشدن")]
    [InlineData("مشکل حاد: ذخیره نشدن", ":", "مشکل حاد|ذخیره نشدن")]
    [InlineData("سفارش،پیتزا،۲", "،", "سفارش|پیتزا|2")]
    [InlineData("سفارش,پیتزا؛۲", ",؛", "سفارش|پیتزا|2")]
    [InlineData("a-b c", "- ", "a|b|c")]
    [InlineData("a-b c", "space", "a-b|c")]
    [InlineData("می‌روم", null, "میروم")]
    [InlineData("می‌روم", "zwnj space", "می|روم")]
    [InlineData("می‌روم", "نیم‌فاصله", "می|روم")]
    [InlineData("می‌روم", "\u200C", "می|روم")]
    [InlineData("یک\nدو", ",", "یک|دو")]
    [InlineData("a\u00A0b\tc", "space", "a|b c")]
    [InlineData("«سلام»، (دنیا)!", " ", "سلام|دنیا")]
    [InlineData("STOP.", null, "stop")]
    [InlineData("50% off", " ", "50%|off")]
    [InlineData("...،،، :: ", null, "")]
    [InlineData("🙏 🙏", null, "")]
    [InlineData("", null, "")]
    [InlineData("\u200Fسلام\u200F", null, "سلام")]
    public void Splits_by_the_chosen_separators(string text, string? separators, string expected)
    {
        var split = WordSplitter.Split(text, SeparatorSet.Parse(separators));

        Assert.Equal(expected, string.Join("|", split.Words.Select(word => word.Folded)));
    }

    [Theory]
    [InlineData("نام،،شهر", "،", "نام||شهر")]
    [InlineData("نام ، ، شهر", "، ", "نام||شهر")]
    [InlineData(",a,\u200F,", ",", "|a||")]
    [InlineData("a  b\n\nc", "space", "a|b|c")]
    [InlineData("می‌‌روم", "zwnj", "می|روم")]
    [InlineData("a*-*b", "*", "a||b")]
    [InlineData("a", null, "a")]
    [InlineData("a:: b", null, "a||b")]
    [InlineData(",,,", ",", "")]
    [InlineData("", ",", "")]
    public void Empty_words_stand_between_signs_where_they_are_kept(string text, string? separators, string expected)
    {
        var split = WordSplitter.Split(text, SeparatorSet.Parse(separators, keepsEmpty: true));

        Assert.Equal(expected, string.Join("|", split.Words.Select(word => word.Folded)));
    }

    [Fact]
    public void A_place_may_take_an_empty_word_and_words_of_rules_are_never_empty()
    {
        var separators = SeparatorSet.Parse("،", keepsEmpty: true);
        var pattern = KeywordPattern.Parse("ثبت ، {name} ، {city} ، {rest*}", separators).Value!;
        var matcher = new KeywordMatcher([Some.Rule(KeywordMatchKind.ContainedWords, "،ثبت،،شهر،")], separators);

        Assert.Equal(["", "شیراز", "کوی، ۱۲"], pattern.Match(WordSplitter.Split("ثبت،،شیراز،کوی، ۱۲", separators))!.Select(value => value.Text));
        Assert.NotNull(matcher.Match("ثبت،،شهر", "3000"));
    }

    [Fact]
    public void Words_keep_their_place_and_the_senders_writing()
    {
        var split = WordSplitter.Split("مشكل «حاد»: ذخیره نشدن فرم‌های برنامه!");

        Assert.Equal(["مشكل", "حاد", "ذخیره", "نشدن", "فرم‌های", "برنامه"], split.Words.Select(split.Original));
        Assert.Equal("«حاد»: ذخیره نشدن فرم‌های برنامه!", split.From(1));
        Assert.Equal(string.Empty, split.From(6));
    }

    [Fact]
    public void Places_lie_inside_the_text_and_ascend()
    {
        Gen.String[Gen.Char["ابپ ,،.:a1\u200C\u200F\n«»🙏"], 0, 50].Sample(text =>
        {
            var words = WordSplitter.Split(text).Words;

            return words.All(word => word.OuterStart <= word.Start && word.Length > 0 && word.Start + word.Length <= text.Length && word.Folded.Length > 0)
                && words.Zip(words.Skip(1)).All(pair => pair.First.Start + pair.First.Length <= pair.Second.OuterStart);
        });
    }

    [Fact]
    public void Ten_thousand_separators_are_no_word()
    {
        Assert.Empty(WordSplitter.Split(new string(':', 10_000)).Words);
        Assert.Equal(10_000, WordSplitter.Split(string.Concat(Enumerable.Repeat("a ", 10_000))).Words.Count);
    }
}
