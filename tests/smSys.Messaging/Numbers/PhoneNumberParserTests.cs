using CsCheck;
using smSys.Messaging.Numbers;
using smSys.Messaging.Text;

namespace smSys.Messaging.Tests.Numbers;

public class PhoneNumberParserTests
{
    [Theory]
    [InlineData("09121234567")]
    [InlineData("9121234567")]
    [InlineData("+989121234567")]
    [InlineData("00989121234567")]
    [InlineData("989121234567")]
    [InlineData("0989121234567")]
    [InlineData("+98 (0) 912 123 4567")]
    [InlineData("0098-0912-123-45-67")]
    [InlineData("0912 123 45 67")]
    [InlineData("0912-123-4567")]
    [InlineData("0912.123.4567")]
    [InlineData("0912/1234567")]
    [InlineData("(0912) 1234567")]
    [InlineData("[0912] 123–4567")]
    [InlineData("۰۹۱۲۱۲۳۴۵۶۷")]
    [InlineData("٠٩١٢١٢٣٤٥٦٧")]
    [InlineData("۰۹۱۲ ۱۲۳ ۴۵۶۷")]
    [InlineData("+۹۸۹۱۲۱۲۳۴۵۶۷")]
    [InlineData("９８９１２１２３４５６７")]
    [InlineData("＋98 912 123 4567")]
    [InlineData("\u200F09121234567\u200E")]
    [InlineData("\uFEFF0912\u200C1234567")]
    [InlineData("\u2066+98912\u00A01234567\u2069")]
    [InlineData("tel:+989121234567")]
    [InlineData("TEL:09121234567")]
    [InlineData("'09121234567")]
    [InlineData("\"09121234567\"")]
    [InlineData("989121234567+")]
    [InlineData("+00989121234567")]
    [InlineData("  09121234567,\n")]
    public void Reads_the_ways_in_which_people_write_a_mobile(string text)
    {
        var result = PhoneNumberParser.Parse(text);

        Assert.True(result.IsValid, result.Problem.Code);
        Assert.Equal("989121234567", result.Number.Digits);
        Assert.Equal("+989121234567", result.Number.E164);
        Assert.Equal("09121234567", result.Number.WithLeadingZero);
        Assert.True(result.Number.IsIranianMobile);
    }

    [Theory]
    [InlineData("02188776655", "982188776655")]
    [InlineData("۰۲۱-۸۸۷۷۶۶۵۵", "982188776655")]
    [InlineData("+98 31 3261 2345", "983132612345")]
    public void Reads_landlines_that_are_no_mobiles(string text, string digits)
    {
        var result = PhoneNumberParser.Parse(text);

        Assert.Equal(digits, result.Number.Digits);
        Assert.False(result.Number.IsIranianMobile);
        Assert.Equal(NumberProblemKind.NotMobile, PhoneNumberParser.ParseMobile(text).Problem.Kind);
    }

    [Theory]
    [InlineData("+49 151 12345678", "4915112345678")]
    [InlineData("00971501234567", "971501234567")]
    [InlineData("+1 650 253 0000", "16502530000")]
    public void Reads_numbers_of_other_countries_that_are_no_recipients_here(string text, string digits)
    {
        Assert.Equal(digits, PhoneNumberParser.Parse(text).Number.Digits);
        Assert.Equal("00" + digits, PhoneNumberParser.Parse(text).Number.WithLeadingZero);
        Assert.Equal(NumberProblemKind.Foreign, PhoneNumberParser.ParseMobile(text).Problem.Kind);
    }

    [Theory]
    [InlineData(null, NumberProblemKind.Empty, 0)]
    [InlineData("", NumberProblemKind.Empty, 0)]
    [InlineData("  - \u200F", NumberProblemKind.Empty, 0)]
    [InlineData("ندارد", NumberProblemKind.Letter, 0)]
    [InlineData("02188776655 داخلی 12", NumberProblemKind.Letter, 12)]
    [InlineData("0912x234567", NumberProblemKind.Letter, 4)]
    [InlineData("9.12123E+09", NumberProblemKind.Letter, 7)]
    [InlineData("0912*1234567", NumberProblemKind.Sign, 4)]
    [InlineData("0912#", NumberProblemKind.Sign, 4)]
    [InlineData("0912+1234567", NumberProblemKind.Sign, 4)]
    [InlineData("0912,1234567", NumberProblemKind.Sign, 4)]
    [InlineData("0", NumberProblemKind.TooShort, 0)]
    [InlineData("0912123456", NumberProblemKind.TooShort, 0)]
    [InlineData("88776655", NumberProblemKind.TooShort, 0)]
    [InlineData("+98912", NumberProblemKind.TooShort, 0)]
    [InlineData("+1", NumberProblemKind.TooShort, 0)]
    [InlineData("091212345678", NumberProblemKind.TooLong, 0)]
    [InlineData("+9891212345678", NumberProblemKind.TooLong, 0)]
    [InlineData("99999999999999999999999999999999", NumberProblemKind.TooLong, 0)]
    [InlineData("09121234567 09351234567", NumberProblemKind.TwoNumbers, 11)]
    [InlineData("0912 123 4567 / 0935 123 4567", NumberProblemKind.TwoNumbers, 13)]
    [InlineData("09121234567، 09351234567", NumberProblemKind.TwoNumbers, 11)]
    [InlineData("09121234567 و 09351234567", NumberProblemKind.TwoNumbers, 12)]
    [InlineData("09121234567\n02188776655", NumberProblemKind.TwoNumbers, 11)]
    [InlineData("+989121234567+989351234567", NumberProblemKind.TwoNumbers, 13)]
    [InlineData("0009121234567", NumberProblemKind.Prefix, 0)]
    [InlineData("+09121234567", NumberProblemKind.Prefix, 0)]
    [InlineData("+980009121234567", NumberProblemKind.Prefix, 0)]
    [InlineData("+9800912123456", NumberProblemKind.Prefix, 0)]
    [InlineData("+210123456789", NumberProblemKind.UnknownCountry, 0)]
    [InlineData("02288776655", NumberProblemKind.UnknownArea, 0)]
    public void Says_why_a_text_is_no_number(string? text, NumberProblemKind kind, int position)
    {
        var result = PhoneNumberParser.Parse(text);

        Assert.False(result.IsValid);
        Assert.Equal(kind, result.Problem.Kind);
        Assert.Equal(position, result.Problem.Position);
        Assert.Throws<InvalidOperationException>(() => result.Number);
    }

    [Fact]
    public void Every_problem_has_a_code_and_a_sentence_in_both_languages()
    {
        var texts = new[] { "", "الف", "0912*", "0912", "091212345678", "09121234567,09351234567", "+0912", "+21012345678", "02288776655" };
        var problems = texts.Select(text => PhoneNumberParser.Parse(text).Problem)
            .Append(PhoneNumberParser.ParseMobile("02188776655").Problem)
            .Append(PhoneNumberParser.ParseMobile("+4915112345678").Problem)
            .ToArray();

        Assert.Equal(Enum.GetValues<NumberProblemKind>().Length - 1, problems.Select(problem => problem.Kind).Distinct().Count());
        Assert.Equal(problems.Length, problems.Select(problem => problem.Code).Distinct().Count());
        Assert.Equal(problems.Length, problems.Select(problem => NumberProblemText.For(problem, Language.English)).Distinct().Count());
        Assert.All(problems, problem => Assert.StartsWith("number-", problem.Code));
        Assert.All(problems, problem => Assert.EndsWith(".", NumberProblemText.For(problem, Language.English)));
        Assert.All(problems, problem => Assert.Matches("[آ-ی]+.*\\.$", NumberProblemText.For(problem, Language.Persian)));
    }

    [Fact]
    public void Another_country_can_be_the_own_one()
    {
        var germany = NumberingPlan.ForCountry(49, 6, 11);

        Assert.Equal("4915112345678", PhoneNumberParser.Parse("0151 12345678", germany).Number.Digits);
        Assert.Equal("4915112345678", PhoneNumberParser.ParseMobile("+49 (0)151 12345678", germany).Number.Digits);
        Assert.Equal("989121234567", PhoneNumberParser.Parse("+98 912 1234567", germany).Number.Digits);
        Assert.Equal(NumberProblemKind.Foreign, PhoneNumberParser.ParseMobile("+98 912 1234567", germany).Problem.Kind);
        Assert.Same(NumberingPlan.Iran, NumberingPlan.ForCountry(98));
        Assert.Throws<ArgumentOutOfRangeException>(() => NumberingPlan.ForCountry(210));
    }

    [Fact]
    public void Whatever_is_typed_gives_a_number_of_8_to_15_digits_or_a_problem()
    {
        Gen.String[Gen.Char["0123456789۰۹٠٩+ -()./,;ا\u200Fx*\n"], 0, 40].Sample(text =>
        {
            var result = PhoneNumberParser.Parse(text);

            return result.IsValid
                ? result.Number.Digits.Length is >= 8 and <= 15 && result.Number.Digits.All(char.IsAsciiDigit) && result.Number.Digits[0] != '0'
                : result.Problem.Code.Length > 0 && result.Problem.Position <= text.Length;
        });
    }

    [Fact]
    public void What_came_out_goes_in_again_unchanged()
    {
        Gen.String[Gen.Char["0123456789+ "], 5, 16].Sample(text =>
        {
            var first = PhoneNumberParser.Parse(text);

            return !first.IsValid
                || (PhoneNumberParser.Parse(first.Number.E164).Number == first.Number
                    && PhoneNumberParser.Parse(first.Number.WithLeadingZero).Number == first.Number);
        });
    }

    [Fact]
    public void Allocates_nothing_but_the_digits()
    {
        const int rounds = 1000;
        _ = PhoneNumberParser.Parse("+98 (0) 912 123 45 67");
        _ = PhoneNumberParser.Parse("0912 داخلی");
        var perString = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < rounds; i++)
        {
            _ = new string('9', 12);
        }

        perString = GC.GetAllocatedBytesForCurrentThread() - perString;

        var good = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < rounds; i++)
        {
            _ = PhoneNumberParser.Parse("+98 (0) 912 123 45 67");
        }

        good = GC.GetAllocatedBytesForCurrentThread() - good;
        var bad = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < rounds; i++)
        {
            _ = PhoneNumberParser.Parse("0912 داخلی");
        }

        bad = GC.GetAllocatedBytesForCurrentThread() - bad;

        Assert.Equal(perString, good);
        Assert.Equal(0, bad);
    }

    [Theory]
    [InlineData("30001234", "30001234")]
    [InlineData("+9830001234", "30001234")]
    [InlineData("009830001234", "30001234")]
    [InlineData("9830001234", "30001234")]
    [InlineData("۳۰۰۰۱۲۳۴", "30001234")]
    [InlineData("3000 12-34", "30001234")]
    [InlineData("02191001234", "2191001234")]
    [InlineData("+982191001234", "2191001234")]
    [InlineData("9820001", "9820001")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void A_sender_line_is_written_in_one_way(string? text, string line)
    {
        Assert.Equal(line, SenderLine.Normalise(text));
    }
}
