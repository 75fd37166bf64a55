using Microsoft.Playwright;

namespace Browser;

/// <summary>One message out, one in, and what follows from it.</summary>
[Collection(Stories.Name)]
public sealed class SingleTests(Stage stage)
{
    /// <summary>The view of everybody's inbox: an acute problem went to the support team.</summary>
    private const string Inbox = "28bc4d66-e536-585e-99de-f036db61369a";

    private readonly Scene _scene = new(stage);

    [Theory]
    [InlineData(Actor.User, Actor.English)]
    [InlineData(Actor.User, Actor.Persian)]
    [InlineData(Actor.BulkSender, Actor.English)]
    [InlineData(Actor.SmsAdministrator, Actor.Persian)]
    public async Task A_contact_gets_an_SMS_with_a_button_and_a_text(string role, int language)
    {
        var (id, number) = _scene.Customer(0);
        var text = $"سلام {Guid.NewGuid():N}";
        await using var actor = await stage.EnterAsync(role, language);

        await actor.OpenRowAsync("contact", id);
        await actor.LookAsync("contact");
        await actor.ClickAsync("smsys.contact.send.Form.Command");
        await SendAsync(actor, text);

        await Scene.UntilAsync(() => _scene.Inbox(number).Contains(text), "the phone has the text");
        var message = _scene.Row("smsys_sms", "smsys_text", text)!;
        await actor.OpenRowAsync("smsys_sms", message.Id);
        Assert.Contains(text, await actor.Page.Locator("textarea[data-column=smsys_text]").InputValueAsync(), StringComparison.Ordinal);
        Assert.True(await actor.Command("smsys.smsys_sms.send.Form.Command").IsDisabledAsync());
        await actor.LookAsync("sms-sent");
    }

    [Theory]
    [InlineData(Actor.English)]
    [InlineData(Actor.Persian)]
    public async Task What_a_customer_texts_is_in_the_inbox_and_becomes_a_case_and_its_customer_is_answered_from_there(int language)
    {
        var (id, number) = _scene.Customer(1);
        var complaint = $"باز نشدن گزارش {Guid.NewGuid():N}";
        _scene.Text(number, $"مشکل حاد: {complaint}");
        var incident = await Scene.UntilAsync(() => _scene.Row("incident", "description", complaint), "the case was opened");
        await using var actor = await stage.EnterAsync(Actor.Administrator, language);

        await actor.OpenListAsync("smsys_sms", Inbox);
        await actor.Page.Locator("[data-grid=list] tbody tr").Filter(new LocatorFilterOptions { HasText = complaint }).WaitForAsync();
        await actor.LookAsync("inbox");
        await actor.OpenRowAsync("incident", incident.Id);
        Assert.Contains(complaint, await actor.Page.Locator("textarea[data-column=description]").InputValueAsync(), StringComparison.Ordinal);
        await actor.LookAsync("case");
        var answer = $"پیگیری شد {Guid.NewGuid():N}";
        await actor.ClickAsync("smsys.incident.send.Form.Command");
        await SendAsync(actor, answer);

        await Scene.UntilAsync(() => _scene.Inbox(number).Contains(answer), "the customer has the answer");
        Assert.Equal(id, incident.GetAttributeValue<Microsoft.Xrm.Sdk.EntityReference>("customerid").Id);
    }

    [Theory]
    [InlineData(Actor.English, 2)]
    [InlineData(Actor.Persian, 3)]
    public async Task Who_opted_out_gets_nothing_more_and_the_dialog_says_why(int language, int customer)
    {
        var (id, number) = _scene.Customer(customer);
        _scene.Text(number, "لغو");
        await Scene.UntilAsync(() => _scene.Row("smsys_smsconsent", "smsys_phonenumber", "98" + number[1..]), "the consent was taken back");
        var text = $"آگهی {Guid.NewGuid():N}";
        await using var actor = await stage.EnterAsync(Actor.User, language);

        await actor.OpenRowAsync("contact", id);
        await actor.ClickAsync("smsys.contact.send.Form.Command");
        await actor.DialogPage.Locator("#text").FillAsync(text);
        await actor.DialogPage.Locator("#send").ClickAsync();
        await actor.DialogPage.Locator(".outcome.bad").WaitForAsync();
        await actor.LookAsync("send-opted-out");

        Assert.DoesNotContain(text, _scene.Inbox(number));
        await actor.Dialog.Locator("[data-action=close]").ClickAsync();
        await actor.OpenListAsync("smsys_smsconsent");
        await actor.LookAsync("consents");
    }

    private static async Task SendAsync(Actor actor, string text)
    {
        await Assertions.Expect(actor.DialogPage.Locator("#send")).Not.ToBeEmptyAsync();
        await actor.DialogPage.Locator("#text").FillAsync(text);
        await actor.LookAsync("send-dialog");
        await actor.DialogPage.Locator("#send").ClickAsync();
        await actor.DialogPage.Locator("#status.good").WaitForAsync();
        await actor.Dialog.Locator("[data-action=close]").ClickAsync();
    }
}
