using Microsoft.Xrm.Sdk;

namespace smSys.Plugins.Tests.Templates;

/// <summary>Values as their recipient reads them.</summary>
public sealed class FormatTests : IDisposable
{
    private readonly TemplateScene _scene = new();

    public FormatTests() => _scene.Order(_scene.Contact, new DateTime(2026, 12, 1, 21, 0, 0, DateTimeKind.Utc), row =>
    {
        row["new_name"] = "سفارش";
        row["new_amount"] = 1234567.5m;
        row["new_price"] = new Money(2500000m);
        row["new_pieces"] = 12;
        row["new_colour"] = new OptionSetValue(100000000);
        row["new_urgent"] = true;
    });

    public void Dispose() => _scene.Dispose();

    [Theory]
    [InlineData("new_amount | number", "1,234,567.5")]
    [InlineData("new_amount | number \"#,0.00\" | digits persian", "۱,۲۳۴,۵۶۷.۵۰")]
    [InlineData("new_price | number \"#,0\"", "2,500,000")]
    [InlineData("new_price | money \"تومان\" | digits persian", "۲,۵۰۰,۰۰۰ تومان")]
    [InlineData("new_pieces | digits persian", "۱۲")]
    [InlineData("new_dueon | date \"yyyy/MM/dd HH:mm\"", "2026/12/02 00:30")]
    [InlineData("new_dueon | date \"dddd d MMMM yyyy\" jalali | digits persian", "چهارشنبه ۱۱ آذر ۱۴۰۵")]
    [InlineData("new_note | default \"نانوشته\"", "نانوشته")]
    [InlineData("new_note | نانوشته", "نانوشته")]
    public void Numbers_money_and_dates_by_filters(string value, string text) =>
        Assert.Equal(text, _scene.Text("{{new_order(newest by new_dueon)." + value + "}}"));

    [Fact]
    public void The_label_of_an_option_is_in_the_templates_language()
    {
        const string colour = "{{new_order(newest by new_dueon).new_colour}}";
        string Shown(int? language) => _scene.Preview("", template: _scene.Template(colour, "contact", language)).GetProperty("text").GetString()!;

        Assert.Equal(("سرخ", "Red", "Red"), (Shown(1065), Shown(1033), Shown(null)));
    }

    [Fact]
    public void Conditions_choose_what_is_said() => Assert.Equal(
        "فوری، گران",
        _scene.Text("{{if new_order(newest by new_dueon).new_urgent}}فوری{{else}}عادی{{end}}، {{if new_order(newest by new_dueon).new_price > 1000000}}گران{{else}}ارزان{{end}}"));

    [Fact]
    public void A_preview_tells_parts_encoding_and_what_is_missing()
    {
        var answer = _scene.Preview("سلام {{jobtitle}}{{firstname}}");

        Assert.Equal(("سلام سارا", 1, "UCS2", false), (
            answer.GetProperty("text").GetString(), answer.GetProperty("parts").GetInt32(),
            answer.GetProperty("encoding").GetString(), answer.GetProperty("sendable").GetBoolean()));
        Assert.Equal("jobtitle", answer.GetProperty("missing")[0].GetString());
    }

    [Fact]
    public void A_preview_of_a_bad_text_says_what_is_wrong_and_one_without_a_record_what_it_needs()
    {
        Assert.Equal("template-column", _scene.Preview("{{firstnme}}").GetProperty("code").GetString());
        Assert.Equal("preview-input", _scene.Preview("").GetProperty("code").GetString());
    }
}
