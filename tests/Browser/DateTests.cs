using Microsoft.Playwright;
using Microsoft.Xrm.Sdk;

namespace Browser;

/// <summary>Dates are shown and typed in the order and the calendar of the reader's language; one link of the site map says where one is.</summary>
[Collection(Stories.Name)]
public sealed class DateTests(Stage stage)
{
    private const string MyInbox = "16037b04-5d4f-57c0-a0ac-7412dba868c1";

    private readonly Scene _scene = new(stage);

    [Theory]
    [InlineData(Actor.English, "dd/mm/yyyy hh:mm", "7.1.2027 9:05", "07/01/2027 09:05", "must be a date like")]
    [InlineData(Actor.Persian, "سال/ماه/روز ساعت:دقیقه", "1405/10/17 9:05", "۱۴۰۵/۱۰/۱۷ ۰۹:۰۵", "باید تاریخی مانند")]
    public async Task A_time_is_typed_as_its_reader_writes_it_and_what_is_none_is_told_and_not_saved(int language, string hint, string typed, string shown, string sentence)
    {
        var id = _scene.Service.Create(new Entity("smsys_smsbulk") { ["smsys_name"] = Words.Fresh("جشنواره زمستانه"), ["smsys_text"] = "سلام" });
        await using var actor = await stage.EnterAsync(Actor.Administrator, language);
        await actor.OpenRowAsync("smsys_smsbulk", id);
        var field = await actor.FieldAsync("smsys_notbefore");
        var notice = actor.Page.Locator("[data-column=smsys_notbefore] .field-notice");

        Assert.Equal((string.Empty, hint), (await field.InputValueAsync(), await field.GetAttributeAsync("placeholder")));
        await actor.TypeAsync("smsys_notbefore", "1405/13/40");
        await Assertions.Expect(notice).ToContainTextAsync(sentence);
        await actor.LookAsync("date-wrong");
        await actor.ClickAsync("shell.save");
        await Assertions.Expect(actor.Dialog).ToContainTextAsync(sentence);
        await actor.Dialog.Locator("[data-action=ok], [data-action=close]").First.ClickAsync();
        await actor.TypeAsync("smsys_notbefore", typed);
        await Assertions.Expect(notice).ToBeHiddenAsync();
        await actor.ClickAsync("shell.save");
        await actor.Page.Locator(".save-state[data-state=clean]").WaitForAsync();

        Assert.Equal(shown, await field.InputValueAsync());
        Assert.Equal(new DateTime(2027, 1, 7, 5, 35, 0, DateTimeKind.Utc), _scene.Bulk(id).GetAttributeValue<DateTime>("smsys_notbefore"));
    }

    [Fact]
    public async Task One_link_of_the_site_map_is_the_current_one_and_follows_the_view_that_is_chosen()
    {
        await using var actor = await stage.EnterAsync(Actor.Administrator, Actor.English);
        var current = actor.Page.Locator("nav.site-map a[aria-current]");

        await actor.OpenListAsync("smsys_sms", MyInbox);
        await Assertions.Expect(current).ToHaveCountAsync(1);
        await Assertions.Expect(current).ToHaveAttributeAsync("data-view", MyInbox);
        var other = await actor.Page.Locator("nav.site-map a[data-table=smsys_sms]:not([aria-current])").First.GetAttributeAsync("data-link");
        await actor.Page.Locator($"nav.site-map a[data-link={other}]").ClickAsync();
        await actor.ReadyAsync();

        await Assertions.Expect(current).ToHaveCountAsync(1);
        await Assertions.Expect(current).ToHaveAttributeAsync("data-link", other!);
    }
}
