using Microsoft.Playwright;

namespace Browser;

/// <summary>Providers: which is the default, what is left on the account; and what people without the right cannot do.</summary>
[Collection(Stories.Name)]
public sealed class AdministrationTests(Stage stage)
{
    private const string Other = "Ghasedak (simulated)";
    private const string First = "Kavenegar (simulated)";

    private readonly Scene _scene = new(stage);

    [Theory]
    [InlineData(Actor.English)]
    [InlineData(Actor.Persian)]
    public async Task One_click_makes_another_provider_the_default(int language)
    {
        await using var actor = await stage.EnterAsync(Actor.SmsAdministrator, language);
        foreach (var name in new[] { Other, First })
        {
            await actor.OpenListAsync("smsys_smssetting");
            var row = actor.Page.Locator("[data-grid=list] tbody tr").Filter(new LocatorFilterOptions { HasText = name });
            await row.Locator("input[type=checkbox]").CheckAsync();
            await actor.LookAsync("settings");
            await actor.ClickAsync("smsys.smsys_smssetting.default.HomepageGrid.Command");
            await actor.LookAtDialogAsync("default-question");
            await actor.ConfirmAsync();
            await Scene.UntilAsync(() => _scene.Default() == name, name + " is the default");
        }
    }

    [Theory]
    [InlineData(Actor.User, Actor.English)]
    [InlineData(Actor.User, Actor.Persian)]
    [InlineData(Actor.BulkSender, Actor.English)]
    [InlineData(Actor.BulkSender, Actor.Persian)]
    [InlineData(Actor.SmsAdministrator, Actor.English)]
    [InlineData(Actor.SmsAdministrator, Actor.Persian)]
    public async Task The_balance_is_refreshed_and_shown_in_the_setting(string role, int language)
    {
        await using var actor = await stage.EnterAsync(role, language);

        await actor.OpenRowAsync("smsys_smssetting", _scene.Setting(First));
        await actor.LookAsync("setting");
        await actor.ClickAsync("smsys.smsys_smssetting.balance.Form.Command");
        await Assertions.Expect(actor.Page.Locator("dialog.alert")).ToContainTextAsync(language == Actor.Persian ? "ریال" : "Rial");
        await actor.LookAsync("balance-told");
        await actor.Page.Locator("dialog.alert [data-action=ok]").ClickAsync();
        await actor.Page.Locator("[role=tab]").Nth(1).ClickAsync();
        var balance = actor.Page.FrameLocator("iframe.web-resource").Locator("#balance");
        await Assertions.Expect(balance).ToContainTextAsync(language == Actor.Persian ? new System.Text.RegularExpressions.Regex("[۰-۹]") : new System.Text.RegularExpressions.Regex("[0-9]"));
        await actor.LookAsync("setting-health");
    }

    [Theory]
    [InlineData(Actor.User, Actor.English, false)]
    [InlineData(Actor.User, Actor.Persian, false)]
    [InlineData(Actor.BulkSender, Actor.English, true)]
    [InlineData(Actor.BulkSender, Actor.Persian, true)]
    public async Task Who_has_no_right_finds_no_button_that_works_and_the_server_refuses(string role, int language, bool maySendBulks)
    {
        await using var actor = await stage.EnterAsync(role, language);
        var setting = _scene.Setting(Other);

        await actor.OpenRowAsync("smsys_smssetting", setting);
        Assert.False(await WorksAsync(actor, "smsys.smsys_smssetting.default.Form.Command"));
        Assert.False(await WorksAsync(actor, "shell.save"));
        await actor.LookAsync("forbidden-setting");
        await actor.OpenRowAsync("list", _scene.List());
        Assert.Equal(maySendBulks, await WorksAsync(actor, "smsys.list.bulk.Form.Command"));
        await actor.LookAsync(maySendBulks ? "allowed-bulk" : "forbidden-bulk");

        Assert.StartsWith("403", await AskAsync(actor, "PATCH", $"smsys_smssettings({setting:D})", "{\"smsys_name\":\"x\"}"), StringComparison.Ordinal);
        Assert.StartsWith(maySendBulks ? "204" : "403", await AskAsync(actor, "POST", "smsys_smsbulks", "{\"smsys_name\":\"x\"}"), StringComparison.Ordinal);
        Assert.Contains("(secret-closed)", await AskAsync(actor, "GET", "smsys_smssecrets", null), StringComparison.Ordinal);
        Assert.Equal(First, _scene.Default());
    }

    private static async Task<bool> WorksAsync(Actor actor, string command) =>
        await actor.Command(command).CountAsync() > 0 && await actor.Command(command).IsEnabledAsync();

    private static Task<string> AskAsync(Actor actor, string method, string path, string? body) => actor.Page.EvaluateAsync<string>(
        "async ([method, path, body]) => { const answer = await fetch('/api/data/v9.0/' + path, { method, headers: { 'Content-Type': 'application/json' }, body: body === '' ? undefined : body }); return answer.status + ' ' + await answer.text(); }",
        new object[] { method, path, body ?? string.Empty });
}
