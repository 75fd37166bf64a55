using System.Globalization;
using Journeys;
using Microsoft.Playwright;
using Newtonsoft.Json.Linq;
using smSys.Crm.Tables;

namespace Browser;

/// <summary>The host dies in the middle of a bulk and is started again: the bulk goes on before the eyes of whoever watches it, and nobody gets two.</summary>
[Collection(Stories.Name)]
public sealed class CrashTests(Stage stage)
{
    private const int People = 600;

    /// <summary>It takes a hundred in a call, and no call within three seconds of the last one: time enough to die in the middle.</summary>
    private const string Provider = "rahyab";

    private const string Started = "Ctrl-C stops it";

    /// <summary>The page looks every four to twenty seconds; then the lease of the dead process and the provider's pace.</summary>
    private const int Patience = 180_000;

    [Theory]
    [InlineData("list", Actor.BulkSender, Actor.SmsAdministrator, Actor.English, "Running", "Finished")]
    [InlineData("campaign", Actor.SmsAdministrator, Actor.BulkSender, Actor.English, "Running", "Finished")]
    [InlineData("campaign", Actor.BulkSender, Actor.SmsAdministrator, Actor.Persian, "در حال ارسال", "پایان‌یافته")]
    [InlineData("list", Actor.SmsAdministrator, Actor.BulkSender, Actor.Persian, "در حال ارسال", "پایان‌یافته")]
    public async Task Killed_in_the_middle_of_a_bulk_and_started_again_it_goes_on_on_the_open_page_and_nobody_gets_two(string from, string role, string watcher, int language, string running, string finished)
    {
        using var folder = new TemporaryFolder();
        var port = Stage.FreePort();
        string[] arguments = ["--port", port.ToString(CultureInfo.InvariantCulture), "--provider", Provider, "--data", folder.Path];
        var accepted = new AcceptedFile(folder.Path, Provider);
        using var dying = HostProcess.Start(arguments);
        await dying.WaitForAsync(Started);
        using var office = new Office($"http://localhost:{port}");
        var list = await office.EnterCustomersAsync(People);
        await using var actor = await stage.EnterAsync(role, language, office.Address);
        await using var other = await stage.EnterAsync(watcher, language, office.Address);

        var id = await actor.MakeBulkAsync(from, from == "list" ? list : await office.EnterCampaignAsync(list));
        await actor.Page.Locator("textarea[data-column=smsys_text]").FillAsync("{{firstname}} گرامی، جشنواره پاییزه آغاز شد.");
        await actor.ClickAsync("smsys.smsys_smsbulk.start.Form.Command");
        await actor.ConfirmAsync();
        await other.OpenRowAsync("smsys_smsbulk", id);
        var (page, seen) = (await ResultAsync(actor), await ResultAsync(other));
        await Scene.UntilAsync(() => accepted.Count > 0, "the provider has some of it");
        await ToldAsync(actor, page, running, SmsBulk.Status.Running);
        await Assertions.Expect(page.Locator("#progress")).ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Timeout = Patience });
        await actor.LookAsync("bulk-running");
        await dying.KillAsync();
        Assert.InRange(accepted.Count, 1, People - 1);
        await Assertions.Expect(page.Locator("#status")).ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Timeout = Patience });
        await Assertions.Expect(seen.Locator("#status")).ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Timeout = Patience });
        await actor.LookAsync("bulk-host-gone");

        using var living = HostProcess.Start(arguments);
        await living.WaitForAsync(Started);
        await ToldAsync(actor, page, finished, SmsBulk.Status.Finished);
        await ToldAsync(other, seen, finished, SmsBulk.Status.Finished);
        await Assertions.Expect(page.Locator("#sum")).ToHaveClassAsync("good");
        await actor.LookAsync("bulk-finished-after-crash");

        var row = await office.BulkAsync(id);
        Assert.Equal((People, People, 0, 0), (row.Value<int>("smsys_expected"), row.Value<int>("smsys_accepted"), row.Value<int>("smsys_pending"), row.Value<int>("smsys_unknown")));
        Assert.Equal((People, People), (accepted.Count, accepted.Recipients.Distinct().Count()));
    }

    /// <summary>The page in the form of the bulk that tells what becomes of it.</summary>
    private static async Task<IFrameLocator> ResultAsync(Actor actor)
    {
        await actor.Page.Locator("[role=tab]").Nth(2).ClickAsync();
        return actor.Page.FrameLocator("iframe.web-resource");
    }

    /// <summary>The page tells the state, and the header of the form around it the same.</summary>
    private static async Task ToldAsync(Actor actor, IFrameLocator page, string words, SmsBulk.Status state)
    {
        await Assertions.Expect(page.Locator("#state")).ToHaveTextAsync(words, new LocatorAssertionsToHaveTextOptions { Timeout = Patience });
        await Assertions.Expect(actor.Page.Locator("[data-header-column=statuscode] select")).ToHaveValueAsync(((int)state).ToString(CultureInfo.InvariantCulture));
    }
}
