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
        Assert.Equal(ConsentRequest.OptOut, OptOutWords.Default.Judge(text));
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
        Assert.Equal(ConsentRequest.None, OptOutWords.Default.Judge(text));
    }

    [Fact]
    public void Opting_in_again_has_words_too_and_all_can_be_chosen()
    {
        var words = new OptOutWords(["خاموش", "  "], ["روشن"]);

        Assert.Equal(ConsentRequest.OptIn, OptOutWords.Default.Judge("شروع"));
        Assert.Equal(ConsentRequest.OptOut, words.Judge("خاموش!"));
        Assert.Equal(ConsentRequest.OptIn, words.Judge("روشن"));
        Assert.Equal(ConsentRequest.None, words.Judge("لغو"));
        Assert.Equal(ConsentRequest.None, words.Judge("  "));
    }
}
