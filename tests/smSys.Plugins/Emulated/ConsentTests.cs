using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Tables;

namespace smSys.Plugins.Tests.Emulated;

/// <summary>Who wants no messages: said by SMS, by telephone, by an old list; proved, taken back, and released when a number moves.</summary>
public class ConsentTests
{
    private const string Mobile = "09123456789";
    private const string Digits = "989123456789";

    [Theory]
    [InlineData("لغو")]
    [InlineData("ل غ و ۱۱ !")]
    [InlineData("لغو‌پیامك")]
    [InlineData("  STOP. thank you")]
    public async Task A_word_switches_messages_off_and_only_its_confirmation_still_goes_out(string text)
    {
        await using var organization = await EngineOrganization.StartAsync();
        var contact = organization.Contact(Mobile);
        Text(organization, text);

        var consent = Assert.Single(Consents(organization));
        Assert.Equal((Digits, ConsentState.OptedOut, ConsentSource.SMS), (consent.PhoneNumber, consent.ConsentState, consent.Source));
        Assert.Equal((text, organization.Inbound()[0].Id, contact.ToString("D")), (consent.ProofText, consent.SmsId!.Id, consent.RecordId));
        Assert.Equal(
            text.Contains("STOP", StringComparison.Ordinal) ? "You will get no more messages from us." : "از این پس پیامکی از ما دریافت نمی‌کنید.",
            Assert.Single(organization.Inbox(Mobile)).Text);
        var refused = Assert.ThrowsAny<Exception>(() => organization.Queue(contact));
        Assert.Contains("(opted-out)", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_words_and_confirmations_are_those_of_the_setting()
    {
        await using var organization = await EngineOrganization.StartAsync();
        organization.Admin.Update(new SmsSettingRow(organization.SettingId)
        {
            OptOutWords = "بس است\nخلاص",
            OptInWords = "بفرست",
            OptOutReply = "چشم.",
            OptInReply = "خوش آمدید.",
        }.Record);
        var contact = organization.Contact(Mobile);

        Text(organization, "لغو");
        Assert.Empty(Consents(organization));
        Text(organization, "بس‌است!");
        Text(organization, "بفرست");

        Assert.Equal(ConsentState.OptedIn, Assert.Single(Consents(organization)).ConsentState);
        Assert.Equal(["چشم.", "خوش آمدید."], organization.Inbox(Mobile).Select(message => message.Text));
        organization.Queue(contact);
        organization.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(3, organization.Inbox(Mobile).Count);
    }

    [Fact]
    public async Task Words_and_confirmations_may_differ_by_language_and_the_answer_is_in_that_of_the_word()
    {
        await using var organization = await EngineOrganization.StartAsync();
        organization.Contact(Mobile);
        organization.Admin.Update(new SmsSettingRow(organization.SettingId)
        {
            OptOutWords = "fa: کافی است، نمی‌خواهم۱۱\nar: إلغاء\nen: halt",
            OptOutReply = "fa: چشم.\nar: تم.\nen: Done.",
        }.Record);

        foreach (var text in new[] { "كافي‌است!", "نمي‌خواهم ١١", "الغاء", "HALT. please", "stop", "start" })
        {
            Text(organization, text);
        }

        Assert.Equal(["چشم.", "چشم.", "تم.", "Done.", "You will get our messages again."], organization.Inbox(Mobile).Select(message => message.Text));
        Assert.Equal(ConsentState.OptedIn, Assert.Single(Consents(organization)).ConsentState);
    }

    [Fact]
    public async Task A_sentence_that_only_holds_the_word_switches_nothing_off()
    {
        await using var organization = await EngineOrganization.StartAsync();

        Text(organization, "سفارش مرا لغو کنید");

        Assert.Empty(Consents(organization));
    }

    [Fact]
    public async Task A_rule_that_opts_out_of_advertising_alone_goes_before_the_words_and_its_reply_goes_out()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var rule = new EntityReference(SmsKeyword.LogicalName, organization.Admin.Create(new SmsKeywordRow
        {
            Name = "لغو",
            Order = 1,
            Match = KeywordMatch.FirstWord,
            Pattern = "لغو لغو۱۱",
        }.Record));
        organization.Admin.Create(new SmsKeywordActionRow { Name = "out", KeywordId = rule, Order = 1, Kind = KeywordActionKind.OptOut, MessageClass = MessageClass.Advertising }.Record);
        organization.Admin.Create(new SmsKeywordActionRow { Name = "reply", KeywordId = rule, Order = 2, Kind = KeywordActionKind.Reply, Text = "تبلیغات قطع شد." }.Record);
        var contact = organization.Contact(Mobile);

        Text(organization, "لغو۱۱");

        Assert.Equal(MessageClass.Advertising, Assert.Single(Consents(organization)).MessageClass);
        Assert.Equal("تبلیغات قطع شد.", Assert.Single(organization.Inbox(Mobile)).Text);
        organization.Queue(contact, "صورتحساب شما");
        Assert.ThrowsAny<Exception>(() => organization.Queue(contact, "حراج", sms => sms.MessageClass = MessageClass.Advertising));
    }

    [Fact]
    public async Task Each_decision_is_a_note_in_the_history_and_entering_by_hand_says_by_whom()
    {
        await using var organization = await EngineOrganization.StartAsync();
        organization.Contact(Mobile);

        organization.Admin.Create(new SmsConsentRow { PhoneNumber = "۰۹۱۲ ۳۴۵ ۶۷۸۹", MessageClass = MessageClass.Service, ConsentState = ConsentState.OptedOut, ProofText = "تلفنی گفت" }.Record);
        organization.Clock.Advance(TimeSpan.FromMinutes(1));
        Text(organization, "شروع");

        var consent = Assert.Single(Consents(organization));
        Assert.Equal((Digits, ConsentState.OptedIn), (consent.PhoneNumber, consent.ConsentState));
        var notes = Notes(organization, consent.Id);
        Assert.Equal(2, notes.Count);
        Assert.Contains("Phone", notes[0].GetAttributeValue<string>("subject"), StringComparison.Ordinal);
        Assert.Contains(organization.Crm.AdministratorId.ToString("D"), notes[0].GetAttributeValue<string>("notetext"), StringComparison.Ordinal);
        Assert.Contains("تلفنی گفت", notes[0].GetAttributeValue<string>("notetext"), StringComparison.Ordinal);
        Assert.Contains(organization.Inbound()[0].Id.ToString("D"), notes[1].GetAttributeValue<string>("notetext"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_said_later_stands_though_it_became_known_earlier()
    {
        await using var organization = await EngineOrganization.StartAsync();
        organization.Pass(TimeSpan.FromMinutes(1));
        organization.Simulators.Phones.Phone(Mobile).Send(organization.Simulator.Account.Lines[0], "لغو");
        organization.Clock.Advance(TimeSpan.FromMinutes(2));
        organization.Admin.Create(new SmsConsentRow { PhoneNumber = Digits, MessageClass = MessageClass.Service, ConsentState = ConsentState.OptedIn }.Record);

        organization.Pass(TimeSpan.FromMinutes(3));

        Assert.Equal((Sms.Status.Received, ConsentState.OptedIn), (organization.Inbound()[0].StatusCode, Assert.Single(Consents(organization)).ConsentState));
    }

    [Fact]
    public async Task An_opt_out_is_released_when_the_number_moves_to_somebody_else()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var before = organization.Contact(Mobile, "سارا");
        Text(organization, "لغو");

        organization.Admin.Update(new Entity("contact", before) { ["mobilephone"] = "09351112233" });
        var after = organization.Contact(Mobile, "علی");

        var consent = Assert.Single(Consents(organization));
        Assert.Equal((SmsConsent.State.Inactive, ConsentSource.NumberMoved), (consent.Statecode, consent.Source));
        Assert.Contains(Notes(organization, consent.Id), note => note.GetAttributeValue<string>("subject").StartsWith("Released", StringComparison.Ordinal));
        organization.Queue(after);
    }

    [Fact]
    public async Task A_number_that_two_people_share_keeps_its_opt_out_when_one_of_them_leaves()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var one = organization.Contact(Mobile, "سارا");
        var other = organization.Contact(Mobile, "علی");
        organization.OptOut(Digits);

        organization.Admin.Update(new Entity("contact", one) { ["mobilephone"] = null });

        Assert.Equal(SmsConsent.State.Active, Assert.Single(Consents(organization)).Statecode);
        Assert.ThrowsAny<Exception>(() => organization.Queue(other));
    }

    [Fact]
    public async Task An_old_list_is_taken_in_line_by_line_and_its_bad_lines_are_named()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var process = organization.Admin.Create(new SmsProcessRow
        {
            Name = "list",
            ProcessKind = ProcessKind.ImportConsents,
            Input = "شماره,وضعیت,دسته,تاریخ,متن\n۰۹۱۲۱۱۱۱۱۱۱,لغو,تبلیغاتی,1404/02/01,\"گفت: نه, ممنون\"\n09122222222,,,,\n123,لغو,,,\n09123333333,شاید,,,\n",
        }.Record);
        organization.Work();

        var done = organization.Process(process);
        Assert.Equal((SmsProcess.Status.Finished, 2, 2), (done.Statuscode, done.Accepted, done.Rejected));
        Assert.Contains("Line 4", done.Output, StringComparison.Ordinal);
        Assert.Contains("Line 5", done.Output, StringComparison.Ordinal);
        var byNumber = Consents(organization).ToDictionary(row => row.PhoneNumber!);
        var listed = byNumber["989121111111"];
        Assert.Equal(
            (MessageClass.Advertising, ConsentSource.Import, "گفت: نه, ممنون", new DateTime(2025, 4, 20, 20, 30, 0)),
            (listed.MessageClass, listed.Source, listed.ProofText, listed.ChangedOn));
        Assert.Equal((MessageClass.Service, ConsentState.OptedOut), (byNumber["989122222222"].MessageClass, byNumber["989122222222"].ConsentState));
    }

    [Fact]
    public async Task Consents_are_written_out_with_their_proof_as_a_file_and_no_formula_in_it()
    {
        await using var organization = await EngineOrganization.StartAsync();
        organization.Admin.Create(new SmsConsentRow { PhoneNumber = Mobile, MessageClass = MessageClass.Service, ConsentState = ConsentState.OptedOut, ProofText = "=1+1" }.Record);

        var process = organization.Admin.Create(new SmsProcessRow { Name = "export", ProcessKind = ProcessKind.ExportConsents }.Record);
        organization.Work();

        var file = Assert.Single(Notes(organization, process));
        var text = System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(file.GetAttributeValue<string>("documentbody")));
        Assert.Contains("989123456789,service,out,2026-11-23 08:00", text, StringComparison.Ordinal);
        Assert.Contains("'=1+1", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Advertising_carries_the_opt_out_line_once_and_it_is_counted()
    {
        await using var organization = await EngineOrganization.StartAsync();
        organization.Admin.Update(new SmsSettingRow(organization.SettingId) { OptOutLine = "لغو۱۱" }.Record);
        var contact = organization.Contact(Mobile);
        var text = new string('س', 68);

        var advertising = organization.Read(organization.Queue(contact, text, sms => sms.MessageClass = MessageClass.Advertising));
        var twice = organization.Read(organization.Queue(contact, "حراج\nلغو 11", sms => sms.MessageClass = MessageClass.Advertising));
        var service = organization.Read(organization.Queue(contact, text));

        Assert.Equal((text + "\nلغو۱۱", 2), (advertising.Text, advertising.Parts));
        Assert.Equal("حراج\nلغو 11", twice.Text);
        Assert.Equal((text, 1), (service.Text, service.Parts));
    }

    [Fact]
    public async Task The_platforms_own_flags_stop_advertising_where_the_setting_respects_them_also_between_queue_and_claim()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var contact = organization.Contact(Mobile);
        organization.Admin.Update(new SmsSettingRow(organization.SettingId) { RespectDoNotContact = true }.Record);
        var queued = organization.Queue(contact, "حراج", sms =>
        {
            sms.MessageClass = MessageClass.Advertising;
            sms.NotBefore = EngineOrganization.Start.AddMinutes(2);
        });

        organization.Admin.Update(new Entity("contact", contact) { ["donotsendmm"] = true });
        var refused = Assert.ThrowsAny<Exception>(() => organization.Queue(contact, "حراج", sms => sms.MessageClass = MessageClass.Advertising));
        organization.Queue(contact, "صورتحساب");
        organization.Pass(TimeSpan.FromMinutes(6));

        Assert.Contains("(do-not-contact)", refused.Message, StringComparison.Ordinal);
        Assert.Equal(Sms.Status.OptedOut, organization.Read(queued).StatusCode);
        Assert.Equal("صورتحساب", Assert.Single(organization.Inbox(Mobile)).Text);
    }

    private static void Text(EngineOrganization organization, string text)
    {
        organization.Simulators.Phones.Phone(Mobile).Send(organization.Simulator.Account.Lines[0], text);
        organization.Pass(TimeSpan.FromMinutes(3));
    }

    private static IReadOnlyList<SmsConsentRow> Consents(EngineOrganization organization) =>
        [.. organization.All(SmsConsent.LogicalName).Select(row => new SmsConsentRow(row))];

    private static IReadOnlyList<Entity> Notes(EngineOrganization organization, Guid record) =>
        organization.All("annotation", query =>
        {
            query.Criteria.AddCondition("objectid", ConditionOperator.Equal, record);
            query.AddOrder("createdon", OrderType.Ascending);
        });
}
