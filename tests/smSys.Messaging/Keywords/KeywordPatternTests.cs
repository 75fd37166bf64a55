using smSys.Messaging.Keywords;
using smSys.Messaging.Text;

namespace smSys.Messaging.Tests.Keywords;

public class KeywordPatternTests
{
    private const string Brochure = "مشکل {severity} : {description*}";

    [Theory]
    [InlineData("مشکل حاد: ذخیره نشدن فرم‌های برنامه", "حاد", "ذخیره نشدن فرم‌های برنامه")]
    [InlineData("مشكل حاد:ذخيره نشدن فرم‌هاي برنامه", "حاد", "ذخيره نشدن فرم‌هاي برنامه")]
    [InlineData("  مشکل   «حاد»  :  ذخیره نشدن، دوباره!  ", "حاد", "ذخیره نشدن، دوباره!")]
    [InlineData("مشکل حاد", "حاد", "")]
    [InlineData("مشکل: حاد\nسطر دوم", "حاد", "سطر دوم")]
    public void Takes_the_words_in_their_places(string text, string severity, string description)
    {
        var values = Pattern(Brochure).Match(WordSplitter.Split(text));

        Assert.Equal([new NamedText("severity", severity), new NamedText("description", description)], values);
    }

    [Fact]
    public void Works_the_same_in_English()
    {
        var values = Pattern("problem {severity}: {description*}").Match(WordSplitter.Split("Problem acute: the program's forms are not saved."));

        Assert.Equal(["acute", "the program's forms are not saved."], values!.Select(value => value.Text));
    }

    [Theory]
    [InlineData("مشکل")]
    [InlineData("یک مشکل حاد")]
    [InlineData("سلام")]
    [InlineData("")]
    public void Other_texts_do_not_match(string text)
    {
        Assert.Null(Pattern(Brochure).Match(WordSplitter.Split(text)));
    }

    [Fact]
    public void Without_a_rest_every_word_has_to_have_its_place()
    {
        var pattern = Pattern("مصرف {ماه} {سال}");

        Assert.Equal(["آبان", "۱۴۰۵"], pattern.Match(WordSplitter.Split("مصرف آبان ۱۴۰۵"))!.Select(value => value.Text));
        Assert.Null(pattern.Match(WordSplitter.Split("مصرف آبان")));
        Assert.Null(pattern.Match(WordSplitter.Split("مصرف آبان ۱۴۰۵ لطفا")));
        Assert.Equal(["ماه", "سال"], pattern.Places);
    }

    [Fact]
    public void Words_of_a_pattern_are_split_as_those_of_the_texts()
    {
        var separators = SeparatorSet.Parse("zwnj space");
        var pattern = KeywordPattern.Parse("پیش‌فاکتور {number}", separators).Value!;

        Assert.NotNull(pattern.Match(WordSplitter.Split("پیش‌فاکتور 12", separators)));
        Assert.NotNull(pattern.Match(WordSplitter.Split("پیش فاکتور 12", separators)));
        Assert.NotNull(Pattern("پیش‌فاکتور {number}").Match(WordSplitter.Split("پیشفاکتور 12")));
    }

    [Theory]
    [InlineData("", KeywordProblemKind.Empty, 0)]
    [InlineData(" : ", KeywordProblemKind.Empty, 0)]
    [InlineData("مشکل {severity", KeywordProblemKind.Brace, 5)]
    [InlineData("مشکل severity}", KeywordProblemKind.Brace, 13)]
    [InlineData("مشکل {}", KeywordProblemKind.PlaceName, 5)]
    [InlineData("مشکل {*}", KeywordProblemKind.PlaceName, 5)]
    [InlineData("مشکل {a b}", KeywordProblemKind.PlaceName, 5)]
    [InlineData("{a} {a}", KeywordProblemKind.PlaceTwice, 4)]
    [InlineData("{a*} {b}", KeywordProblemKind.RestNotLast, 5)]
    [InlineData("{a*} به {b}", KeywordProblemKind.RestNotLast, 2)]
    [InlineData("{a*} پایان", KeywordProblemKind.RestNotLast, 2)]
    public void A_bad_pattern_is_refused_with_its_place(string source, KeywordProblemKind kind, int position)
    {
        var parse = KeywordPattern.Parse(source);

        Assert.False(parse.IsValid);
        Assert.Equal((kind, position), (parse.Problem!.Kind, parse.Problem.Position));
        Assert.StartsWith("keyword-", parse.Problem.Code);
        Assert.EndsWith(".", parse.Problem.Sentence(Language.English));
        Assert.StartsWith("جای", parse.Problem.Sentence(Language.Persian));
    }

    private static KeywordPattern Pattern(string source) => KeywordPattern.Parse(source).Value!;
}
