using Microsoft.Playwright;

namespace Browser;

/// <summary>One message out, one in, and what follows from it.</summary>
[Collection(Stories.Name)]
public sealed class SingleTests(Stage stage)
{
    /// <summary>The view of everybody's inbox: an acute problem went to the support team.</summary>
    private const string Inbox = "28bc4d66-e536-585e-99de-f036db61369a";

    private const string MyInbox = "16037b04-5d4f-57c0-a0ac-7412dba868c1";

    private readonly Scene _scene = new(stage);

    [Theory]
    [InlineData(Actor.User, Actor.English)]
    [InlineData(Actor.User, Actor.Persian)]
    [InlineData(Actor.BulkSender, Actor.English)]
    [InlineData(Actor.BulkSender, Actor.Persian)]
    [InlineData(Actor.SmsAdministrator, Actor.English)]
    [InlineData(Actor.SmsAdministrator, Actor.Persian)]
    public async Task A_contact_gets_an_SMS_with_a_button_and_a_text(string role, int language)
    {
        var (id, number) = _scene.Customer(0);
        var text = Words.Fresh("سلام، سفارش شما آماده است");
        await using var actor = await stage.EnterAsync(role, language);

        await actor.OpenRowAsync("contact", id);
        await actor.LookAsync("contact");
        await actor.ClickAsync("smsys.contact.send.Form.Command");
        await actor.SendAsync(text);

        await Scene.UntilAsync(() => _scene.Inbox(number).Contains(text), "the phone has the text");
        var message = _scene.Row("smsys_sms", "smsys_text", text)!;
        await actor.OpenRowAsync("smsys_sms", message.Id);
        Assert.Contains(text, await actor.Page.Locator("textarea[data-column=smsys_text]").InputValueAsync(), StringComparison.Ordinal);
        Assert.True(await actor.Command("smsys.smsys_sms.send.Form.Command").IsDisabledAsync());
        await actor.LookAsync("sms-sent");
    }

    [Theory]
    [InlineData(Actor.User, Actor.English)]
    [InlineData(Actor.User, Actor.Persian)]
    [InlineData(Actor.BulkSender, Actor.English)]
    [InlineData(Actor.BulkSender, Actor.Persian)]
    [InlineData(Actor.SmsAdministrator, Actor.English)]
    [InlineData(Actor.SmsAdministrator, Actor.Persian)]
    public async Task What_a_customer_texts_is_in_the_teams_inbox_and_becomes_a_case_and_its_customer_is_answered_from_there(string role, int language)
    {
        var (id, number) = _scene.Customer(1);
        _scene.JoinSupport(role);
        var complaint = Words.Fresh("باز نشدن گزارش فروش");
        _scene.Text(number, $"مشکل حاد: {complaint}");
        var incident = await Scene.UntilAsync(() => _scene.Row("incident", "description", complaint), "the case was opened");
        await using var actor = await stage.EnterAsync(role, language);

        await actor.OpenListAsync("smsys_sms", Inbox);
        await actor.FindRowAsync(complaint);
        await actor.LookAsync("inbox");
        await actor.OpenRowAsync("incident", incident.Id);
        Assert.Contains(complaint, await actor.Page.Locator("textarea[data-column=description]").InputValueAsync(), StringComparison.Ordinal);
        await actor.LookAsync("case");
        var answer = Words.Fresh("مشکل شما پیگیری شد");
        await actor.ClickAsync("smsys.incident.send.Form.Command");
        await actor.SendAsync(answer);

        await Scene.UntilAsync(() => _scene.Inbox(number).Contains(answer), "the customer has the answer");
        Assert.Equal(id, incident.GetAttributeValue<Microsoft.Xrm.Sdk.EntityReference>("customerid").Id);
    }

    [Theory]
    [InlineData(Actor.User, Actor.English)]
    [InlineData(Actor.User, Actor.Persian)]
    [InlineData(Actor.BulkSender, Actor.English)]
    [InlineData(Actor.BulkSender, Actor.Persian)]
    [InlineData(Actor.SmsAdministrator, Actor.English)]
    [InlineData(Actor.SmsAdministrator, Actor.Persian)]
    public async Task What_arrives_at_a_line_of_ones_own_is_in_ones_inbox_and_its_sender_gets_an_answer(string role, int language)
    {
        var (id, number) = _scene.Customer(0);
        var (question, answer) = (Words.Fresh("قرار ما پابرجاست؟"), Words.Fresh("بله، منتظر شما هستیم"));
        _scene.Text(number, question, _scene.LineOf(role));
        await Scene.UntilAsync(() => _scene.Row("smsys_sms", "smsys_text", question), "the question came in");
        await using var actor = await stage.EnterAsync(role, language);

        await actor.OpenListAsync("smsys_sms", MyInbox);
        await actor.FindRowAsync(question);
        await actor.LookAsync("my-inbox");
        await actor.OpenRowAsync("smsys_sms", _scene.Row("smsys_sms", "smsys_text", question)!.Id);
        await actor.LookAsync("sms-received");
        await actor.OpenRowAsync("contact", id);
        await actor.ClickAsync("smsys.contact.send.Form.Command");
        await actor.SendAsync(answer);

        await Scene.UntilAsync(() => _scene.Inbox(number).Contains(answer), "the customer has the answer");
    }

    [Theory]
    [InlineData(Actor.User, Actor.English, 2)]
    [InlineData(Actor.User, Actor.Persian, 3)]
    [InlineData(Actor.BulkSender, Actor.English, 2)]
    [InlineData(Actor.BulkSender, Actor.Persian, 3)]
    [InlineData(Actor.SmsAdministrator, Actor.English, 2)]
    [InlineData(Actor.SmsAdministrator, Actor.Persian, 3)]
    public async Task Who_opted_out_gets_nothing_more_and_the_dialog_says_why(string role, int language, int customer)
    {
        var (id, number) = _scene.Customer(customer);
        _scene.Text(number, "لغو");
        await Scene.UntilAsync(() => _scene.Row("smsys_smsconsent", "smsys_phonenumber", "98" + number[1..]), "the consent was taken back");
        var text = Words.Fresh("تخفیف پاییزه آغاز شد");
        await using var actor = await stage.EnterAsync(role, language);

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
}
