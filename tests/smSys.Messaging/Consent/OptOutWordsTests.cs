using smSys.Messaging.Consent;

namespace smSys.Messaging.Tests.Consent;

public class OptOutWordsTests
{
    [Theory]
    [InlineData("لغو")]
    [InlineData(" لغو. ")]
    [InlineData("لغو11")]
    [InlineData("لغو۱۱")]
    [InlineData("لغو ١١")]
    [InlineData("«لغو ۱۱»")]
    [InlineData("ل‌غ‌و\u200F")]
    [InlineData("لـغـو")]
    [InlineData("لغو. ممنون")]
    [InlineData("لغو\nبا تشکر")]
    [InlineData("STOP")]
    [InlineData("Stop!")]
    [InlineData("Stop. Thank you")]
    [InlineData("s t o p")]
    [InlineData("ＳＴＯＰ")]
    [InlineData("!!! stop")]
    public void Recognises_an_opt_out_however_it_is_typed(string text)
    {
        Assert.Equal(ConsentRequest.OptOut, OptOutWords.Default.Find(text)?.Request);
    }

    [Theory]
    [InlineData("لغو سفارش")]
    [InlineData("سفارش را لغو کنید")]
    [InlineData("stop the delivery")]
    [InlineData("لغو، سفارش اشتباه است")]
    [InlineData("سلام. لغو")]
    [InlineData("")]
    [InlineData("...")]
    [InlineData("لغو12")]
    public void Leaves_other_texts_alone(string text)
    {
        Assert.Null(OptOutWords.Default.Find(text));
    }

    [Fact]
    public void Opting_in_again_has_words_too_and_all_can_be_chosen()
    {
        var words = OptOutWords.Of("خاموش\n  ", "روشن");

        Assert.Equal(new ConsentWord(ConsentRequest.OptIn, "fa"), OptOutWords.Default.Find("شروع"));
        Assert.Equal(ConsentRequest.OptOut, words.Find("خاموش!")?.Request);
        Assert.Equal(ConsentRequest.OptIn, words.Find("روشن")?.Request);
        Assert.Null(words.Find("لغو"));
        Assert.Null(words.Find("  "));
    }

    [Theory]
    [InlineData("لغو", "fa")]
    [InlineData("ﻟﻐﻮ", "fa")]
    [InlineData("کافی‌ است", "fa")]
    [InlineData("كافي‌است!", "fa")]
    [InlineData("ک‌ا‌ف‌ی است۱۱", "fa")]
    [InlineData("كافي است ١١", "fa")]
    [InlineData("STOP", "en")]
    [InlineData("إلغاء", "ar")]
    [InlineData("الغا", "ar")]
    [InlineData("оtmеnа", null)]
    [InlineData("انصراف", null)]
    [InlineData("unsubscribe", "en")]
    public void Words_are_chosen_by_language_however_they_are_typed(string text, string? language)
    {
        var words = OptOutWords.Of("fa: لغو، کافی است\nكافي‌است۱۱\nar: إلغاء ؛ إيقاف", null);

        Assert.Equal(language, words.Find(text)?.Language);
    }

    [Fact]
    public void A_language_that_nobody_wrote_keeps_its_usual_words_and_a_list_without_languages_takes_the_place_of_all()
    {
        Assert.Equal("en", OptOutWords.Of("fa: بس", string.Empty).Find("stop")?.Language);
        Assert.Null(OptOutWords.Of("بس", string.Empty).Find("stop"));
        Assert.Equal(["fa", "en"], new[] { "بس", "halt" }.Select(word => OptOutWords.Of("بس, halt", null).Find(word)?.Language));
        Assert.Equal(ConsentRequest.OptIn, OptOutWords.Of("fa: بس", null).Find("start")?.Request);
        Assert.Equal("fa", OptOutWords.Of("fa:", null).Find("لغو")?.Language);
    }

    [Fact]
    public void A_confirmation_is_written_for_each_language_or_for_all()
    {
        const string Column = "fa: چشم.\r\nدیگر نمی‌فرستیم.\n\u200Fen: Done: no more.";

        Assert.Equal("چشم.\nدیگر نمی‌فرستیم.", LanguageLines.Find(Column, "fa"));
        Assert.Equal("Done: no more.", LanguageLines.Find(Column, "en"));
        Assert.Null(LanguageLines.Find(Column, "ar"));
        Assert.Equal("No: never again.", LanguageLines.Find("No: never again.", "ar"));
        Assert.Null(LanguageLines.Find("  ", "fa"));
    }
}
