using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Tables;
using static smSys.Plugins.Tests.Emulated.KeywordScene;

namespace smSys.Plugins.Tests.Emulated;

/// <summary>What a customer's words set going, by the rules on record, and what becomes of rules and texts that are wrong.</summary>
public class KeywordActionTests
{
    [Fact]
    public async Task A_rule_sets_columns_of_the_senders_record_whatever_their_type()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var contact = organization.Contact(Mobile);
        var rule = Rule(organization, "ثبت {city} {birth} {children} {gender} {credit}", KeywordMatch.Pattern);
        Action(organization, rule, KeywordActionKind.SetColumns, action => action.ColumnMap =
            "address1_city = {city}\nbirthdate = {birth}\nnumberofchildren = {children}\ngendercode = {gender}\ncreditonhold = {credit}");

        await TextAsync(organization, "ثبت شیراز ۱۳۷۰/۰۱/۱۵ ۲ Female بله", separators: " ");

        var row = organization.System.Retrieve("contact", contact, new ColumnSet(true));
        Assert.Equal(("شیراز", new DateTime(1991, 4, 4)), (row.GetAttributeValue<string>("address1_city"), row.GetAttributeValue<DateTime>("birthdate").Date));
        Assert.Equal((2, 2, true), (row.GetAttributeValue<int>("numberofchildren"), row.GetAttributeValue<OptionSetValue>("gendercode").Value, row.GetAttributeValue<bool>("creditonhold")));
        Assert.Null(organization.Inbound()[0].StateNote);
    }

    [Fact]
    public async Task A_text_that_is_no_value_is_noted_on_message_and_rule_and_the_next_action_goes_on()
    {
        await using var organization = await EngineOrganization.StartAsync();
        organization.Contact(Mobile);
        var rule = Rule(organization, "فرزند {children}", KeywordMatch.Pattern);
        Action(organization, rule, KeywordActionKind.SetColumns, action => action.ColumnMap = "numberofchildren = {children}");
        Action(organization, rule, KeywordActionKind.Reply, action => action.Text = "رسید.");

        await TextAsync(organization, "فرزند خیلی");

        Assert.Contains("(column-value)", organization.Inbound()[0].StateNote, StringComparison.Ordinal);
        Assert.Contains("(column-value)", Read(organization, rule).Problem, StringComparison.Ordinal);
        Assert.Equal("رسید.", Assert.Single(organization.Inbox(Mobile)).Text);

        await TextAsync(organization, "فرزند ۳");
        Assert.Null(Read(organization, rule).Problem);
    }

    [Fact]
    public async Task A_rule_that_points_at_a_deleted_team_says_so_and_everything_else_goes_on()
    {
        await using var organization = await EngineOrganization.StartAsync();
        organization.Contact(Mobile);
        var team = organization.SupportRule();
        organization.Admin.Delete("team", team);

        await TextAsync(organization, "مشکل حاد: چاپگر خراب است");

        var inbound = Assert.Single(organization.Inbound());
        Assert.Equal(Sms.Status.Received, inbound.StatusCode);
        Assert.Contains("(route-target)", inbound.StateNote, StringComparison.Ordinal);
        Assert.Contains("(route-target)", new SmsKeywordRow(Assert.Single(organization.All(SmsKeyword.LogicalName))).Problem, StringComparison.Ordinal);
        Assert.Single(organization.All("incident"));
        Assert.Single(organization.Inbox(Mobile));
    }

    [Fact]
    public async Task Rules_go_by_their_order_the_default_acts_last_and_one_that_does_not_stop_lets_the_next_act_too()
    {
        await using var organization = await EngineOrganization.StartAsync();
        organization.Contact(Mobile);
        Reply(organization, Rule(organization, "سلام", KeywordMatch.ContainedWords, rule => (rule.Order, rule.StopHere) = (2, true)), "دو");
        Reply(organization, Rule(organization, "سلام درود", KeywordMatch.FirstWord, rule => (rule.Order, rule.StopHere) = (1, false)), "یک");
        Reply(organization, Rule(organization, "سلام", KeywordMatch.ContainedWords, rule => rule.Order = 3), "سه");
        Reply(organization, Rule(organization, null, KeywordMatch.Anything, rule => (rule.Order, rule.IsDefault) = (0, true)), "پیش‌فرض");

        await TextAsync(organization, "سلام به شما");
        await TextAsync(organization, "چیزی دیگر");

        Assert.Equal(["یک", "دو", "پیش‌فرض"], organization.Inbox(Mobile).Select(message => message.Text));
    }

    [Fact]
    public async Task A_changed_rule_counts_for_the_next_message()
    {
        await using var organization = await EngineOrganization.StartAsync();
        organization.Contact(Mobile);
        var rule = Rule(organization, "قیمت", KeywordMatch.FirstWord);
        Reply(organization, rule, "صد");
        await TextAsync(organization, "قیمت");
        await TextAsync(organization, "قیمت");

        organization.Admin.Update(new SmsKeywordRow(rule.Id) { Pattern = "نرخ" }.Record);
        await TextAsync(organization, "قیمت");
        await TextAsync(organization, "نرخ");

        Assert.Equal(3, organization.Inbox(Mobile).Count);
        Assert.NotNull(Read(organization, rule).LastMatchedOn);
    }

    [Fact]
    public async Task A_text_is_tried_on_the_record_and_by_a_process_and_nothing_is_done()
    {
        await using var organization = await EngineOrganization.StartAsync();
        organization.SupportRule();
        var rule = organization.All(SmsKeyword.LogicalName)[0].ToEntityReference();

        organization.Admin.Update(new SmsKeywordRow(rule.Id) { TestText = "مشكل حاد: چاپ نمی‌شود" }.Record);
        var line = new EntityReference(SmsNumber.LogicalName, organization.LineId);
        var process = organization.Admin.Create(new SmsProcessRow { Name = "try", ProcessKind = ProcessKind.TestText, Input = "لغو", NumberId = line }.Record);

        var result = Read(organization, rule).TestResult!;
        Assert.Contains("مشكل | حاد | چاپ | نمی‌شود", result, StringComparison.Ordinal);
        Assert.Contains("(this one)", result, StringComparison.Ordinal);
        Assert.Contains("{severity} = حاد", result, StringComparison.Ordinal);
        Assert.Contains("create a case", result, StringComparison.Ordinal);
        Assert.Contains("route: team", result, StringComparison.Ordinal);
        var tried = organization.Process(process);
        Assert.Equal(SmsProcess.Status.Finished, tried.Statuscode);
        Assert.Contains("opt the sender out", tried.Output, StringComparison.Ordinal);
        Assert.Contains("No rule matches", tried.Output, StringComparison.Ordinal);
        Assert.Empty(organization.All("incident"));
        Assert.Empty(organization.All(SmsConsent.LogicalName));
    }
}
