using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Tables;
using static smSys.Plugins.Tests.Emulated.KeywordScene;

namespace smSys.Plugins.Tests.Emulated;

/// <summary>Texts and patterns that are odd: nothing in a place, empty words, no words at all, mistakes.</summary>
public class KeywordTextTests
{
    [Fact]
    public async Task A_place_that_took_nothing_leaves_its_column_empty_and_the_case_is_opened()
    {
        await using var organization = await EngineOrganization.StartAsync();
        organization.Contact(Mobile);
        var rule = Rule(organization, "مشکل {severity} {description*}", KeywordMatch.Pattern);
        Action(organization, rule, KeywordActionKind.CreateCase, action => action.ColumnMap = "description = {description}\ntitle = {severity}");

        await TextAsync(organization, "مشکل حاد");

        Assert.Null(organization.Inbound()[0].StateNote);
        Assert.Equal("حاد", Assert.Single(organization.All("incident")).GetAttributeValue<string>("title"));
    }

    [Fact]
    public async Task Empty_words_take_their_places_where_the_setting_keeps_them()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var contact = organization.Contact(Mobile);
        organization.Admin.Update(new SmsSettingRow(organization.SettingId) { KeepEmptyWords = true }.Record);
        var rule = Rule(organization, "ثبت {city} {children}", KeywordMatch.Pattern);
        Action(organization, rule, KeywordActionKind.SetColumns, action => action.ColumnMap = "numberofchildren = {children}\naddress1_city = {city}");

        await TextAsync(organization, "ثبت،،۲", separators: "،");

        Assert.Null(organization.Inbound()[0].StateNote);
        var row = organization.System.Retrieve("contact", contact, new ColumnSet("address1_city", "numberofchildren"));
        Assert.Equal((2, null), (row.GetAttributeValue<int>("numberofchildren"), row.GetAttributeValue<string>("address1_city")));
        Assert.Equal("ثبت\n\n۲", organization.Inbound()[0].Words);
    }

    [Fact]
    public async Task Odd_texts_are_received_like_any_other()
    {
        await using var organization = await EngineOrganization.StartAsync();
        organization.Contact(Mobile);
        Reply(organization, Rule(organization, string.Concat(Enumerable.Range(0, 40).Select(i => "{p" + i.ToString(System.Globalization.CultureInfo.InvariantCulture) + "} ")) + "{rest*}", KeywordMatch.Pattern), "الگو");
        string[] texts = [" ", "،،، ؛ : . !", "😀😀", "\u200F\u200E\u202B", string.Concat(Enumerable.Repeat("آزمایش ", 1400)), "{severity} {{firstname}}"];

        foreach (var text in texts)
        {
            organization.Simulators.Phones.Phone(Mobile).Send(organization.Simulator.Account.Lines[0], text);
        }

        organization.Pass(TimeSpan.FromMinutes(3));

        Assert.Equal(texts.Length, organization.Inbound().Count);
        Assert.All(organization.Inbound(), row => Assert.Equal(Sms.Status.Received, row.StatusCode));
        Assert.Equal("الگو", Assert.Single(organization.Inbox(Mobile)).Text);
    }

    [Theory]
    [InlineData("مشکل {severity", "keyword-brace")]
    [InlineData("{a*} {b}", "keyword-rest-not-last")]
    [InlineData("{a} {a}", "keyword-place-twice")]
    [InlineData(" ،،، ", "keyword-empty")]
    public async Task A_pattern_with_a_mistake_is_refused_with_its_place(string pattern, string code)
    {
        await using var organization = await EngineOrganization.StartAsync();

        var refused = Assert.ThrowsAny<Exception>(() => Rule(organization, pattern, KeywordMatch.Pattern));

        Assert.Contains("(" + code + ")", refused.Message, StringComparison.Ordinal);
    }
}
