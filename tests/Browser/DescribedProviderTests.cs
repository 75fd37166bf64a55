using DevHost;
using Microsoft.Playwright;
using smSys.Crm.Tables;

namespace Browser;

/// <summary>A provider that nobody wrote code for: an administrator describes it in a new setting, tries it, makes it the default, and it sends.</summary>
[Collection(Stories.Name)]
public sealed class DescribedProviderTests(Stage stage)
{
    private const string Commands = "smsys.smsys_smssetting.";
    private const string First = "Kavenegar (simulated)";

    private readonly Scene _scene = new(stage);

    [Theory]
    [InlineData(Actor.SmsAdministrator, Actor.English, "Our own panel", 0)]
    [InlineData(Actor.SmsAdministrator, Actor.Persian, "پنل خودمان", 1)]
    public async Task An_administrator_describes_a_provider_tries_it_makes_it_the_default_and_it_sends(string role, int language, string name, int place)
    {
        var panel = stage.System.Simulators[Stage.Unknown];
        var (customer, number) = _scene.Customer(0);
        var text = Words.Fresh("سلام از پنل تازه");
        await using var actor = await stage.EnterAsync(role, language);

        var setting = await DescribeAsync(actor, name);
        await TryAsync(actor);
        await EnterLineAsync(actor, name, panel.Account.Lines[place]);
        await actor.OpenRowAsync("smsys_smssetting", setting);
        await actor.ClickAsync(Commands + "default.Form.Command");
        await actor.ConfirmAsync();
        await Scene.UntilAsync(() => _scene.Default() == name, name + " is the default");
        await actor.OpenRowAsync("contact", customer);
        await actor.ClickAsync("smsys.contact.send.Form.Command");
        await actor.SendAsync(text, panel.Account.Lines[place]);

        await Scene.UntilAsync(() => panel.Messages.All.Count(one => one.Text == text) == 1, "the panel accepted the message once");
        await Scene.UntilAsync(() => _scene.Inbox(number).Contains(text), "the phone has the text");
        var message = _scene.Row("smsys_sms", "smsys_text", text)!;
        Assert.Equal(setting, new smSys.Crm.Tables.SmsRow(message).SettingId!.Id);
        await actor.OpenRowAsync("smsys_sms", message.Id);
        await actor.LookAsync("sms-by-described-provider");
        await GoBackAsync(actor);
    }

    private async Task<Guid> DescribeAsync(Actor actor, string name)
    {
        var panel = stage.System.Simulators[Stage.Unknown];
        await actor.OpenRowAsync("smsys_smssetting", null);
        await actor.TypeAsync("smsys_name", name);
        await actor.ChooseAsync("smsys_providerkind", (int)ProviderKind.HTTP);
        await actor.TypeAsync("smsys_address", panel.PublicAddress.AbsoluteUri);
        await actor.TypeAsync("smsys_newsecret", panel.Account.Secret);
        await actor.ChooseAsync("smsys_allowplainhttp", 1);
        await actor.TypeAsync("smsys_options", await File.ReadAllTextAsync(House.Repository.PathOf("src/DevHost/samples/http-provider.json")));
        await actor.LookAsync("setting-description");
        var id = await actor.SaveNewAsync();
        await actor.LookAsync("setting-described");
        Assert.DoesNotContain(panel.Account.Secret, await actor.Page.ContentAsync(), StringComparison.Ordinal);
        return id;
    }

    private static async Task TryAsync(Actor actor)
    {
        await actor.ClickAsync(Commands + "connection.Form.Command");
        var told = actor.Page.Locator("dialog.alert");
        await told.WaitForAsync();
        await actor.LookAsync("setting-tested");
        await told.Locator("[data-action=ok]").ClickAsync();
        await actor.ReadyAsync();
    }

    private static async Task EnterLineAsync(Actor actor, string setting, string line)
    {
        await actor.OpenRowAsync("smsys_smsnumber", null);
        await actor.TypeAsync("smsys_name", line);
        await actor.TypeAsync("smsys_line", line);
        await actor.LookUpAsync("smsys_settingid", setting);
        await actor.LookAsync("new-line");
        await actor.SaveNewAsync();
    }

    /// <summary>The other stories send by the first provider.</summary>
    private async Task GoBackAsync(Actor actor)
    {
        await actor.OpenRowAsync("smsys_smssetting", _scene.Setting(First));
        await actor.ClickAsync(Commands + "default.Form.Command");
        await actor.ConfirmAsync();
        await Scene.UntilAsync(() => _scene.Default() == First, First + " is the default again");
    }
}
