using Microsoft.Playwright;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Tables;

namespace Browser;

/// <summary>A bulk from a list and from a campaign: one click and a confirmation, dry run, start, pause, resume, cancel.</summary>
[Collection(Stories.Name)]
public sealed class BulkTests(Stage stage)
{
    private const string Commands = "smsys.smsys_smsbulk.";

    private readonly Scene _scene = new(stage);

    [Theory]
    [InlineData("list", Actor.BulkSender, Actor.English)]
    [InlineData("list", Actor.BulkSender, Actor.Persian)]
    [InlineData("list", Actor.SmsAdministrator, Actor.English)]
    [InlineData("list", Actor.SmsAdministrator, Actor.Persian)]
    [InlineData("campaign", Actor.BulkSender, Actor.English)]
    [InlineData("campaign", Actor.BulkSender, Actor.Persian)]
    [InlineData("campaign", Actor.SmsAdministrator, Actor.English)]
    [InlineData("campaign", Actor.SmsAdministrator, Actor.Persian)]
    public async Task One_click_and_a_confirmation_make_it_a_dry_run_tells_what_it_will_do_and_it_reaches_everybody(string from, string role, int language)
    {
        var text = Words.Fresh("جشنواره پاییزه آغاز شد");
        await using var actor = await stage.EnterAsync(role, language);
        var id = await CreateAsync(actor, from);

        await actor.Page.Locator("textarea[data-column=smsys_text]").FillAsync(text);
        await actor.ClickAsync(Commands + "dryrun.Form.Command");
        await Scene.UntilAsync(() => StateOf(id) == SmsBulk.Status.Checked, "the dry run is over");
        Assert.DoesNotContain(_scene.Inbox(_scene.Customer(4).Number), one => one.Contains(text, StringComparison.Ordinal));
        await actor.OpenRowAsync("smsys_smsbulk", id);
        await actor.Page.Locator("[role=tab]").Nth(2).ClickAsync();
        await actor.Page.FrameLocator("iframe.web-resource").Locator("#dry-run-result *").First.WaitForAsync();
        await actor.LookAsync("bulk-dry-run");

        await actor.ClickAsync(Commands + "start.Form.Command");
        await actor.LookAtDialogAsync("bulk-start-question");
        await actor.ConfirmAsync();
        await Scene.UntilAsync(() => StateOf(id) is SmsBulk.Status.Finished, "the bulk is finished");
        await actor.OpenRowAsync("smsys_smsbulk", id);
        await actor.Page.Locator("[role=tab]").Nth(2).ClickAsync();
        await actor.Page.FrameLocator("iframe.web-resource").Locator("#groups tr").First.WaitForAsync();
        await actor.LookAsync("bulk-finished");

        var bulk = new SmsBulkRow(_scene.Bulk(id));
        Assert.Equal(bulk.Expected, bulk.Accepted + bulk.Skipped);
        Assert.True(bulk.Accepted >= 1);
        await Scene.UntilAsync(() => _scene.Inbox(_scene.Customer(4).Number).Count(one => one.Contains(text, StringComparison.Ordinal)) == 1, "the phone has it once");
    }

    [Theory]
    [InlineData(Actor.BulkSender, Actor.English)]
    [InlineData(Actor.BulkSender, Actor.Persian)]
    [InlineData(Actor.SmsAdministrator, Actor.English)]
    [InlineData(Actor.SmsAdministrator, Actor.Persian)]
    public async Task It_is_paused_goes_on_and_is_taken_back_and_what_its_state_forbids_is_greyed_and_refused(string role, int language)
    {
        await using var actor = await stage.EnterAsync(role, language);
        var id = await CreateAsync(actor, "list");
        await actor.Page.Locator("textarea[data-column=smsys_text]").FillAsync("فردا");
        await actor.ClickAsync("shell.save");
        _scene.Service.Update(new Entity("smsys_smsbulk", id) { ["smsys_notbefore"] = DateTime.UtcNow.AddHours(3) });
        await actor.OpenRowAsync("smsys_smsbulk", id);
        Assert.True(await actor.Command(Commands + "pause.Form.Command").IsDisabledAsync());
        Assert.Contains("bulk-state", await RefusalAsync(actor, id, SmsBulk.Status.Paused), StringComparison.Ordinal);

        await actor.ClickAsync(Commands + "start.Form.Command");
        await actor.ConfirmAsync();
        await Scene.UntilAsync(() => StateOf(id) == SmsBulk.Status.Running, "the bulk waits for its time");
        await actor.OpenRowAsync("smsys_smsbulk", id);
        await actor.ClickAsync(Commands + "pause.Form.Command");
        await Scene.UntilAsync(() => StateOf(id) == SmsBulk.Status.Paused, "the bulk stands still");
        await actor.OpenRowAsync("smsys_smsbulk", id);
        Assert.True(await actor.Command(Commands + "dryrun.Form.Command").IsDisabledAsync());
        await Assertions.Expect(actor.Page.Locator("[data-notification='smsys.pause']")).ToContainTextAsync(language == Actor.Persian ? "متوقف کرد" : "Paused by");
        await actor.LookAsync("bulk-paused");
        await actor.ClickAsync(Commands + "resume.Form.Command");
        await Scene.UntilAsync(() => StateOf(id) == SmsBulk.Status.Running, "the bulk goes on");
        await actor.OpenRowAsync("smsys_smsbulk", id);
        await actor.ClickAsync(Commands + "cancel.Form.Command");
        await actor.LookAtDialogAsync("bulk-cancel-question");
        await actor.ConfirmAsync();

        await Scene.UntilAsync(() => StateOf(id) == SmsBulk.Status.Cancelled, "the bulk is taken back");
    }

    private Task<Guid> CreateAsync(Actor actor, string from) => actor.MakeBulkAsync(from, from == "list" ? _scene.List() : _scene.Campaign());

    private SmsBulk.Status? StateOf(Guid id) => new SmsBulkRow(_scene.Bulk(id)).Statuscode;

    /// <summary>What the server says to a browser that sets the state without a button.</summary>
    private static Task<string> RefusalAsync(Actor actor, Guid id, SmsBulk.Status state) => actor.Page.EvaluateAsync<string>(
        "async ([id, state]) => { const answer = await fetch('/api/data/v9.0/smsys_smsbulks(' + id + ')', { method: 'PATCH', headers: { 'Content-Type': 'application/json', 'If-Match': '*' }, body: JSON.stringify({ statecode: 0, statuscode: state }) }); return answer.status + ' ' + await answer.text(); }",
        new object[] { id.ToString("D"), (int)state });
}
