using Microsoft.Playwright;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Tables;

namespace Browser;

/// <summary>What a role or a state forbids: the button is there, greyed, says why; and the server refuses the same act without it.</summary>
[Collection(Stories.Name)]
public sealed class ForbiddenTests(Stage stage)
{
    private readonly Scene _scene = new(stage);

    [Theory]
    [InlineData(Actor.English, "Your security roles do not let you")]
    [InlineData(Actor.Persian, "نقش‌های امنیتی شما اجازه")]
    public async Task What_the_roles_do_not_give_is_greyed_with_the_reason_and_refused(int language, string reason)
    {
        var setting = _scene.Row("smsys_smssetting", "smsys_name", "Ghasedak (simulated)")!.Id;
        await using var actor = await stage.EnterAsync(Actor.User, language);

        await actor.OpenRowAsync("smsys_smssetting", setting);
        await GreyedAsync(actor, "smsys.smsys_smssetting.default.Form.Command", reason);
        await GreyedAsync(actor, "shell.save", reason);
        await actor.LookAsync("greyed-setting");
        Assert.StartsWith("403", await AskAsync(actor, "PATCH", $"smsys_smssettings({setting:D})", new { smsys_madedefaulton = DateTime.UtcNow }), StringComparison.Ordinal);

        await actor.OpenRowAsync("list", _scene.List());
        await GreyedAsync(actor, "smsys.list.bulk.Form.Command", reason);
        await actor.LookAsync("greyed-list");
        Assert.StartsWith("403", await AskAsync(actor, "POST", "smsys_smsbulks", new { smsys_name = "x" }), StringComparison.Ordinal);
        Assert.Null(_scene.Row("smsys_smsbulk", "smsys_name", "x"));

        // What one may not read leads nowhere, so no link leads there.
        await Assertions.Expect(actor.Page.Locator("nav.site-map a[data-link=smsys_smsapp_sms]")).ToHaveCountAsync(1);
        await Assertions.Expect(actor.Page.Locator("nav.site-map").Locator("a[data-link=smsys_smsapp_bulk], a[data-link=smsys_smsapp_campaigns]")).ToHaveCountAsync(0);

        await actor.OpenListAsync("smsys_smssetting");
        await actor.Page.Locator("[data-grid=list] tbody input[type=checkbox]").First.CheckAsync();
        await GreyedAsync(actor, "smsys.smsys_smssetting.default.HomepageGrid.Command", reason);
        await GreyedAsync(actor, "shell.delete", reason);
    }

    [Theory]
    [InlineData(Actor.English, "The state of the row")]
    [InlineData(Actor.Persian, "وضعیت کنونی ردیف")]
    public async Task What_the_state_of_a_message_forbids_is_greyed_locked_and_refused_with_its_code(int language, string reason)
    {
        await using var actor = await stage.EnterAsync(Actor.Administrator, language);
        var (contact, number) = _scene.Customer(0);
        var text = Words.Fresh("سفارش شما فرستاده شد");
        var id = _scene.Service.Create(new Entity("smsys_sms")
        {
            ["smsys_text"] = text,
            ["to"] = new EntityCollection([new Entity("activityparty") { ["partyid"] = new EntityReference("contact", contact) }]),
        });

        await actor.OpenRowAsync("smsys_sms", id);
        Assert.True(await actor.Page.Locator("textarea[data-column=smsys_text]").IsEditableAsync());
        await actor.ClickAsync("smsys.smsys_sms.send.Form.Command");
        await Assertions.Expect(actor.Command("smsys.smsys_sms.send.Form.Command")).ToBeDisabledAsync();
        await Assertions.Expect(actor.Page.Locator("textarea[data-column=smsys_text]")).Not.ToBeEditableAsync();
        await Scene.UntilAsync(() => _scene.Inbox(number).Contains(text), "the phone has the text");

        await actor.OpenRowAsync("smsys_sms", id);
        await GreyedAsync(actor, "smsys.smsys_sms.takeassent.Form.Command", reason);
        await GreyedAsync(actor, "smsys.smsys_sms.send.Form.Command", reason);
        await Assertions.Expect(actor.Page.Locator("textarea[data-column=smsys_text]")).Not.ToBeEditableAsync();
        await actor.LookAsync("greyed-sms");
        Assert.Contains("(state-move)", await AskAsync(actor, "PATCH", $"smsys_smses({id:D})", new { statecode = 0, statuscode = (int)Sms.Status.Queued }), StringComparison.Ordinal);
        Assert.Contains("(content-fixed)", await AskAsync(actor, "PATCH", $"smsys_smses({id:D})", new { smsys_text = "x" }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Actor.English)]
    [InlineData(Actor.Persian)]
    public async Task The_last_recipient_of_a_draft_can_be_taken_away(int language)
    {
        await using var actor = await stage.EnterAsync(Actor.Administrator, language);
        var id = _scene.Service.Create(new Entity("smsys_sms")
        {
            ["smsys_text"] = Words.Fresh("پیش‌نویس"),
            ["to"] = new EntityCollection([new Entity("activityparty") { ["partyid"] = new EntityReference("contact", _scene.Customer(0).Id) }]),
        });

        await actor.OpenRowAsync("smsys_sms", id);
        var to = actor.Page.Locator("[data-column=to]").First;
        await to.Locator(".chip button").ClickAsync();
        await actor.ClickAsync("shell.save");
        await actor.Page.Locator(".save-state[data-state=clean]").WaitForAsync();

        Assert.Equal(0, await to.Locator(".chip").CountAsync());
        Assert.Empty(_scene.Row("smsys_sms", "activityid", id)!.GetAttributeValue<EntityCollection>("to").Entities);
    }

    [Theory]
    [InlineData(Actor.English, "belongs to somebody else")]
    [InlineData(Actor.Persian, "از آن دیگری است")]
    public async Task A_bulk_of_somebody_else_can_be_seen_but_not_started(int language, string reason)
    {
        var id = _scene.Service.Create(new Entity("smsys_smsbulk")
        {
            ["smsys_name"] = Words.Fresh("جشنواره پاییزه"),
            ["smsys_text"] = "سلام",
            ["smsys_audiencekind"] = new OptionSetValue((int)smSys.Crm.Tables.AudienceKind.MarketingLists),
        });
        await using var actor = await stage.EnterAsync(Actor.BulkSender, language);

        await actor.OpenRowAsync("smsys_smsbulk", id);
        await GreyedAsync(actor, "smsys.smsys_smsbulk.start.Form.Command", reason);
        await GreyedAsync(actor, "smsys.smsys_smsbulk.dryrun.Form.Command", reason);
        await actor.LookAsync("greyed-bulk");
        Assert.StartsWith("403", await AskAsync(actor, "PATCH", $"smsys_smsbulks({id:D})", new { statecode = 0, statuscode = (int)SmsBulk.Status.Ready }), StringComparison.Ordinal);

        Assert.Equal(SmsBulk.Status.Draft, new SmsBulkRow(_scene.Bulk(id)).Statuscode);
    }

    [Theory]
    [InlineData(Actor.English, "Your security roles do not let you")]
    [InlineData(Actor.Persian, "نقش‌های امنیتی شما اجازه")]
    public async Task A_message_of_somebody_else_cannot_be_taken_as_sent(int language, string reason)
    {
        var id = _scene.Service.Create(new Entity("smsys_sms")
        {
            ["smsys_text"] = Words.Fresh("قرار ما پابرجاست"),
            ["to"] = new EntityCollection([new Entity("activityparty") { ["partyid"] = new EntityReference("contact", _scene.Customer(0).Id) }]),
        });
        _scene.Service.Execute(new Microsoft.Crm.Sdk.Messages.GrantAccessRequest
        {
            Target = new EntityReference("smsys_sms", id),
            PrincipalAccess = new Microsoft.Crm.Sdk.Messages.PrincipalAccess { Principal = new EntityReference("systemuser", DevHost.People.SamplePeople.IdOf(Actor.User)), AccessMask = Microsoft.Crm.Sdk.Messages.AccessRights.ReadAccess },
        });
        await using var actor = await stage.EnterAsync(Actor.User, language);

        await actor.OpenRowAsync("smsys_sms", id);
        await GreyedAsync(actor, "smsys.smsys_sms.takeassent.Form.Command", reason);
        await actor.LookAsync("greyed-take-as-sent");
        Assert.Contains("(state-move)", await AskAsync(actor, "PATCH", $"smsys_smses({id:D})", new { statecode = 1, statuscode = (int)Sms.Status.SentWithoutReceipt }), StringComparison.Ordinal);
        Assert.StartsWith("403", await AskAsync(actor, "PATCH", $"smsys_smses({id:D})", new { subject = "x" }), StringComparison.Ordinal);
    }

    private static async Task GreyedAsync(Actor actor, string command, string reason)
    {
        await Assertions.Expect(actor.Command(command)).ToBeVisibleAsync();
        await Assertions.Expect(actor.Command(command)).ToBeDisabledAsync();
        Assert.Equal("true", await actor.Command(command).GetAttributeAsync("aria-disabled"));
        Assert.Contains(reason, await actor.Command(command).GetAttributeAsync("title"), StringComparison.Ordinal);
    }

    private static Task<string> AskAsync(Actor actor, string method, string path, object body) => actor.Page.EvaluateAsync<string>(
        "async ([method, path, body]) => { const answer = await fetch('/api/data/v9.0/' + path, { method, headers: { 'Content-Type': 'application/json' }, body }); return answer.status + ' ' + await answer.text(); }",
        new object[] { method, path, Newtonsoft.Json.JsonConvert.SerializeObject(body) });
}
