using CsCheck;
using smSys.Messaging.Templates;

namespace smSys.Messaging.Tests.Templates;

public class TemplateRendererTests
{
    private static readonly NamedValues _contact = new NamedValues()
        .With("firstname", "مریم")
        .With("lastname", "کریمی")
        .With("parentcustomerid.name", "شرکت نمونه")
        .With("debt", 1250000.5m, "۱٬۲۵۰٬۰۰۰ ریال")
        .With("expireson", new DateTime(2026, 11, 23, 14, 5, 9))
        .With("statuscode", 1, "فعال")
        .With("vip", true)
        .With("blocked", false)
        .With("blank", "  ");

    [Theory]
    [InlineData("سلام {{firstname}} {{lastname}} از {{parentcustomerid.name}}", "سلام مریم کریمی از شرکت نمونه")]
    [InlineData("{{jobtitle | همکار گرامی}} سلام", "همکار گرامی سلام")]
    [InlineData("{{blank | همکار}}", "همکار")]
    [InlineData("{{firstname | کاربر}}", "مریم")]
    [InlineData("{{debt}}", "۱٬۲۵۰٬۰۰۰ ریال")]
    [InlineData("{{debt | number}}", "1,250,000.5")]
    [InlineData("{{debt | number \"#,0\" | digits persian}}", "۱,۲۵۰,۰۰۱")]
    [InlineData("{{debt | money}}", "1,250,000.5 ریال")]
    [InlineData("{{debt | money \"تومان\" | digits persian}}", "۱,۲۵۰,۰۰۰.۵ تومان")]
    [InlineData("{{statuscode}}", "فعال")]
    [InlineData("{{expireson | date \"yyyy/MM/dd\" jalali}}", "1405/09/02")]
    [InlineData("{{expireson | date \"d MMMM yyyy، dddd HH:mm\" jalali | digits persian}}", "۲ آذر ۱۴۰۵، دوشنبه ۱۴:۰۵")]
    [InlineData("{{expireson | date \"dd MMMM yy\"}}", "23 November 26")]
    [InlineData("{{expireson | date}}", "2026/11/23")]
    [InlineData("{{expireson | date jalali}}", "1405/09/02")]
    [InlineData("{{firstname | date \"yyyy\"}}", "مریم")]
    [InlineData("{{if debt > 1000000}}بدهکار{{else}}بی‌حساب{{end}}", "بدهکار")]
    [InlineData("{{if debt <= 5}}a{{else}}b{{end}}", "b")]
    [InlineData("{{if statuscode = 1}}a{{end}}{{if statuscode = \"فعال\"}}b{{end}}", "ab")]
    [InlineData("{{if firstname = \"مريم\"}}a{{end}}", "a")]
    [InlineData("{{if expireson < \"2027-01-01\"}}a{{end}}", "a")]
    [InlineData("{{if vip}}a{{end}}{{if blocked}}b{{end}}{{if nothing}}c{{end}}{{if nothing != 3}}d{{end}}{{if nothing < 3}}e{{end}}", "ad")]
    [InlineData("{{FIRSTNAME}}", "مریم")]
    public void Puts_values_in(string source, string expected)
    {
        var rendered = Render(source);

        Assert.Equal(expected, rendered.Text);
        Assert.Empty(rendered.Missing);
        Assert.True(rendered.IsSendable);
    }

    [Fact]
    public void Missing_values_are_listed_with_their_places()
    {
        var rendered = Render("سلام {{jobtitle}} {{firstname}}، {{contractid.title}}");

        Assert.Equal([("jobtitle", 5), ("contractid.title", 33)], rendered.Missing.Select(missing => (missing.Path.Text, missing.Position)));
        Assert.False(rendered.IsSendable);
    }

    [Fact]
    public void The_policy_decides_about_missing_values()
    {
        const string source = "سلام {{jobtitle}} {{firstname}}";

        var byDefault = Render(source, new RenderOptions { Missing = MissingValuePolicy.UseDefault, DefaultText = "جناب" });
        var empty = Render(source, new RenderOptions { Missing = MissingValuePolicy.Send });

        Assert.Equal(("سلام جناب مریم", true), (byDefault.Text, byDefault.IsSendable));
        Assert.Equal(("سلام مریم", true), (empty.Text, empty.IsSendable));
        Assert.Single(empty.Missing);
    }

    [Theory]
    [InlineData("{{x | }} سلام", "سلام")]
    [InlineData("a {{x | }}, b", "a , b")]
    [InlineData("a {{x | }} {{y | }} b", "a b")]
    [InlineData("a{{x | }} b", "a b")]
    [InlineData("a\n{{x | }} b", "a\nb")]
    [InlineData("a  {{firstname}}  b", "a  مریم  b")]
    public void Where_nothing_comes_no_double_space_stays(string source, string expected)
    {
        Assert.Equal(expected, Render(source).Text);
    }

    [Fact]
    public void Nothing_but_marks_that_nobody_sees_is_not_worth_sending() => Assert.False(Render("\u200F \u200C\n").IsSendable);

    [Fact]
    public void Nothing_but_space_is_not_worth_sending()
    {
        Assert.False(Render("{{x | }} ").IsSendable);
    }

    [Fact]
    public void Values_are_text_and_never_code()
    {
        var values = new NamedValues().With("firstname", "{{lastname}} \\{{ {{if x}}").With("lastname", "راز");

        Assert.Equal("{{lastname}} \\{{ {{if x}}!", Render("{{firstname}}!", values: values).Text);
    }

    [Fact]
    public void Any_value_comes_out_as_it_went_in()
    {
        Gen.String.Where(text => !string.IsNullOrWhiteSpace(text)).Sample(text =>
            Render("<{{a}}>", values: new NamedValues().With("a", text)).Text == "<" + text + ">");
    }

    [Fact]
    public void Values_asked_for_are_only_those_required()
    {
        var template = TemplateParser.Parse("{{a}}{{if b}}{{c.d}}{{else}}{{e(newest by f).g}}{{end}}").Template!;
        var asked = new CollectingValues();

        TemplateRenderer.Render(template, asked);

        Assert.Equal(["a", "b", "e(newest by f).g"], asked.Paths);
        Assert.Subset(template.RequiredPaths.Select(path => path.Text).ToHashSet(), asked.Paths.ToHashSet());
    }

    [Fact]
    public void A_date_before_the_Jalali_calendar_is_shown_in_the_other_one()
    {
        var values = new NamedValues().With("d", DateTime.MinValue);

        Assert.Equal("0001/01/01", Render("{{d | date jalali}}", values: values).Text);
    }

    private static RenderedTemplate Render(string source, RenderOptions? options = null, ITemplateValues? values = null) =>
        TemplateRenderer.Render(TemplateParser.Parse(source).Template!, values ?? _contact, options);

    private sealed class CollectingValues : ITemplateValues
    {
        public List<string> Paths { get; } = [];

        public TemplateValue? Find(TemplatePath path)
        {
            Paths.Add(path.Text);
            return null;
        }
    }
}
