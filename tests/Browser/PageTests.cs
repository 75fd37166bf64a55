using Microsoft.Playwright;

namespace Browser;

/// <summary>Every page of the apps can be opened in both languages, reads from the right side, and axe finds nothing serious.</summary>
[Collection(Stories.Name)]
public sealed class PageTests(Stage stage)
{
    public static TheoryData<int> Languages => [Actor.English, Actor.Persian];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Every_page_that_the_site_map_leads_to_is_drawn(int language)
    {
        await using var actor = await stage.EnterAsync(Actor.Administrator, language);
        var links = await actor.Page.Locator("nav.site-map a").EvaluateAllAsync<string[]>("links => links.map((one) => one.href)");

        Assert.True(links.Length >= 17, string.Join('\n', links));
        Assert.Equal(language == Actor.Persian ? "rtl" : "ltr", await actor.Page.EvaluateAsync<string>("() => document.documentElement.dir"));
        foreach (var (link, index) in links.Select((link, index) => (link, index)))
        {
            await actor.Page.GotoAsync(link);
            await actor.ReadyAsync();
            Assert.Equal(0, await actor.Page.Locator(".problem").CountAsync());
            await actor.LookAsync($"page-{index:00}");
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Every_form_of_a_new_record_is_drawn(int language)
    {
        await using var actor = await stage.EnterAsync(Actor.Administrator, language);
        foreach (var table in new[] { "smsys_sms", "smsys_smsbulk", "smsys_smssetting", "smsys_smsnumber", "smsys_smstemplate", "smsys_smskeyword", "smsys_smsconsent", "smsys_smsholiday" })
        {
            await actor.OpenRowAsync(table, null);
            Assert.Equal(0, await actor.Page.Locator(".problem, dialog[open]").CountAsync());
            await actor.LookAsync("new-" + table);
        }
    }

    [Fact]
    public async Task Signing_in_takes_a_user_and_a_language_and_says_that_this_is_no_Dynamics()
    {
        var page = await stage.OpenAsync("/signin");

        Assert.Contains("not Microsoft Dynamics", await page.Locator("[data-notice=emulator]").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(4, await page.Locator("label[data-user]").CountAsync());
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = House.Repository.PathOf("artifacts/screens/shell/signin.png") });
        await page.Context.DisposeAsync();
    }
}
