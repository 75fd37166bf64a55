using Microsoft.Xrm.Sdk;
using smSys.Crm.Tables;

namespace smSys.Plugins.Tests.Emulated;

/// <summary>A customer texts a word and a period and gets what she used, out of a table of the organisation's own.</summary>
public class UsageReportTests
{
    private const string Mobile = "09123456789";

    [Theory]
    [InlineData("مصرف", "1405/09/01 1405/09/30 3 450")]
    [InlineData("مصرف ماه گذشته", "1405/08/01 1405/08/30 1 1000")]
    [InlineData("مصرف مهر", "1405/07/01 1405/07/30 1 20")]
    [InlineData("مصرف از ۱۴۰۵/۰۷/۱۳ تا ۱۴۰۵/۰۸/۱۹", "1405/07/13 1405/08/19 2 1020")]
    [InlineData("مصرف مهر تا آبان", "1405/07/01 1405/08/30 2 1020")]
    [InlineData("مصرف اسفند", "1404/12/01 1404/12/29 0 0")]
    public async Task The_period_in_the_text_chooses_the_rows(string text, string answer)
    {
        await using var organization = await StartAsync();
        Rule(organization, KeywordActionKind.Reply, "مصرف {period*}", "{{report.from | date \"yyyy/MM/dd\" jalali}} {{report.until | date \"yyyy/MM/dd\" jalali}} {{report.count}} {{report.mb}}");

        Text(organization, text);

        Assert.Equal(answer, Assert.Single(organization.Inbox(Mobile)).Text);
        Assert.Null(organization.Inbound()[0].StateNote);
    }

    [Fact]
    public async Task The_list_comes_as_one_SMS_in_parts_as_an_email_and_as_a_fax_activity()
    {
        await using var organization = await StartAsync();
        var queue = organization.Admin.Create(new Entity("queue") { ["name"] = "پاسخ", ["emailaddress"] = "a@example.test", ["emailrouteraccessapproval"] = new OptionSetValue(1) });
        organization.Admin.Update(new SmsSettingRow(organization.SettingId) { AlertSenderId = new EntityReference("queue", queue) }.Record);
        const string report = "{{firstname}} گرامی، {{report.mb}} مگابایت:\n{{report.rows}}";
        Rule(organization, KeywordActionKind.SendFax, "مصرف نمابر {period*}", report);
        Rule(organization, KeywordActionKind.SendEmail, "مصرف ایمیل {period*}", report);
        Rule(organization, KeywordActionKind.Reply, "مصرف {period*}", report);

        Text(organization, "مصرف");
        Text(organization, "مصرف ایمیل مهر");
        Text(organization, "مصرف نمابر این ماه");

        const string list = "سارا گرامی، 450 مگابایت:\n۰۹/۰۱: 100\n۰۹/۰۲: 150\n۰۹/۰۲: 200";
        Assert.Equal(list, Assert.Single(organization.Inbox(Mobile)).Text);
        var fax = Assert.Single(organization.All("fax"));
        Assert.Equal((list, "02188776655", 0), (fax.GetAttributeValue<string>("description"), fax.GetAttributeValue<string>("faxnumber"), fax.GetAttributeValue<OptionSetValue>("statecode").Value));
        var email = Assert.Single(organization.All("email"));
        Assert.Equal(3, email.GetAttributeValue<OptionSetValue>("statuscode").Value);
        Assert.Contains("۰۷/۱۳: 20", email.GetAttributeValue<string>("description"), StringComparison.Ordinal);
        var reply = organization.All(Sms.LogicalName).Select(row => new SmsRow(row)).Single(row => row.Direction == Direction.Outgoing);
        Assert.True(reply.Parts >= 1);
    }

    [Fact]
    public async Task Nobody_gets_the_rows_of_somebody_else_and_a_period_that_is_none_is_this_month_with_a_note()
    {
        await using var organization = await StartAsync();
        Rule(organization, KeywordActionKind.Reply, "مصرف {period*}", "{{report.mb}}");

        Text(organization, "مصرف سگ و گربه");
        organization.Simulators.Phones.Phone("09350009988").Send(organization.Simulator.Account.Lines[0], "مصرف");
        organization.Pass(TimeSpan.FromMinutes(3));

        Assert.Equal("450", Assert.Single(organization.Inbox(Mobile)).Text);
        Assert.Empty(organization.Inbox("09350009988"));
        var byNumber = organization.Inbound().ToDictionary(row => row.PhoneNumber!);
        Assert.Contains("this month was taken", byNumber["989123456789"].StateNote, StringComparison.Ordinal);
        Assert.Contains("(report-sender)", byNumber["989350009988"].StateNote, StringComparison.Ordinal);
        Assert.Contains("(report-missing)", byNumber["989350009988"].StateNote, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Brochure_example_one_a_text_that_confirms_the_registration_is_answered_with_the_senders_password()
    {
        await using var organization = await StartAsync();
        var rule = new EntityReference(SmsKeyword.LogicalName, organization.Admin.Create(new SmsKeywordRow
        {
            Name = "تأیید ثبت‌نام", Order = 1, Match = KeywordMatch.ContainedWords, Pattern = "تایید ثبت‌نام",
        }.Record));
        organization.Admin.Create(new SmsKeywordActionRow
        {
            Name = "password", KeywordId = rule, Order = 1, Kind = KeywordActionKind.Reply, TemplateId = organization.Template("گذرواژه شما: {{externaluseridentifier}}"),
        }.Record);

        Text(organization, "با سلام، تأييد ثبت‌نام دارم.");

        Assert.Equal("گذرواژه شما: Abc-12", Assert.Single(organization.Inbox(Mobile)).Text);
    }

    private static async Task<EngineOrganization> StartAsync()
    {
        var organization = await EngineOrganization.StartAsync();
        organization.Crm.ImportSolution(ShippedSolution.Sample);
        var contact = organization.Contact(Mobile);
        organization.Admin.Update(new Entity("contact", contact) { ["emailaddress1"] = "sara@example.test", ["fax"] = "02188776655", ["externaluseridentifier"] = "Abc-12" });
        var other = organization.Contact("09120000000", "علی");
        Usage(organization, contact, new DateTime(2026, 11, 21, 20, 30, 0, DateTimeKind.Utc), 100);
        Usage(organization, contact, new DateTime(2026, 11, 22, 20, 30, 0, DateTimeKind.Utc), 150);
        Usage(organization, contact, new DateTime(2026, 11, 23, 7, 0, 0, DateTimeKind.Utc), 200);
        Usage(organization, contact, new DateTime(2026, 11, 10, 9, 0, 0, DateTimeKind.Utc), 1000);
        Usage(organization, contact, new DateTime(2026, 10, 5, 9, 0, 0, DateTimeKind.Utc), 20);
        Usage(organization, other, new DateTime(2026, 11, 23, 7, 0, 0, DateTimeKind.Utc), 9999);
        return organization;
    }

    private static void Usage(EngineOrganization organization, Guid contact, DateTime on, int megabytes) => organization.Admin.Create(new Entity("isp_usage")
    {
        ["isp_name"] = "روزانه",
        ["isp_contactid"] = new EntityReference("contact", contact),
        ["isp_usedon"] = on,
        ["isp_megabytes"] = megabytes,
    });

    private static void Rule(EngineOrganization organization, KeywordActionKind answer, string pattern, string text)
    {
        var order = organization.All(SmsKeyword.LogicalName).Count + 1;
        var rule = new EntityReference(SmsKeyword.LogicalName, organization.Admin.Create(new SmsKeywordRow { Name = pattern, Order = order, Match = KeywordMatch.Pattern, Pattern = pattern }.Record));
        organization.Admin.Create(new SmsKeywordActionRow
        {
            Name = "rows", KeywordId = rule, Order = 1, Kind = KeywordActionKind.CollectRows,
            ColumnMap = "table = isp_usage\nsender = isp_contactid\ndate = isp_usedon\nmb = sum isp_megabytes\n"
                + "row = {{isp_usedon | date \"MM/dd\" jalali | digits persian}}: {{isp_megabytes}}",
        }.Record);
        organization.Admin.Create(new SmsKeywordActionRow { Name = "answer", KeywordId = rule, Order = 2, Kind = answer, Text = text }.Record);
    }

    private static void Text(EngineOrganization organization, string text)
    {
        organization.Simulators.Phones.Phone(Mobile).Send(organization.Simulator.Account.Lines[0], text);
        organization.Pass(TimeSpan.FromMinutes(3));
    }
}
