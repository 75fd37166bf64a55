using CrmEmulator.Workflows;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Tables;

namespace smSys.Plugins.Tests.Emulated;

/// <summary>What a customer's words set going, by the rules on record, and what becomes of rules and texts that are wrong.</summary>
public class KeywordActionTests
{
    private const string Mobile = "09123456789";

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
    public async Task A_workflow_is_started_on_the_message_and_an_email_goes_to_the_sender()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var contact = organization.Contact(Mobile);
        organization.Admin.Update(new Entity("contact", contact) { ["emailaddress1"] = "sara@example.test" });
        var queue = organization.Admin.Create(new Entity("queue") { ["name"] = "پاسخ", ["emailaddress"] = "answers@example.test", ["emailrouteraccessapproval"] = new OptionSetValue(1) });
        organization.Admin.Update(new SmsNumberRow(organization.LineId) { QueueId = new EntityReference("queue", queue) }.Record);
        var workflow = new WorkflowScript
        {
            Id = Guid.NewGuid(),
            Name = "count",
            Table = Sms.LogicalName,
            Steps = [new() { Activity = "smSys.Activities.Text.CountParts", Arguments = new Dictionary<string, object?> { ["Text"] = "x" } }],
        };
        organization.Crm.Workflows.Define(workflow);
        var rule = Rule(organization, "کاتالوگ", KeywordMatch.FirstWord);
        Action(organization, rule, KeywordActionKind.StartWorkflow, action => action.WorkflowId = workflow.Id.ToString("D"));
        Action(organization, rule, KeywordActionKind.SendEmail, action => (action.CaseTitle, action.Text) = ("کاتالوگ برای {{firstname}}", "سلام {{firstname}} <b>"));

        await TextAsync(organization, "کاتالوگ");

        Assert.Null(organization.Inbound()[0].StateNote);
        var email = Assert.Single(organization.All("email"));
        Assert.Equal(("کاتالوگ برای سارا", 3), (email.GetAttributeValue<string>("subject"), email.GetAttributeValue<OptionSetValue>("statuscode").Value));
        Assert.Contains("سلام سارا &lt;b&gt;", email.GetAttributeValue<string>("description"), StringComparison.Ordinal);
        Assert.Contains(organization.All("annotation"), note => note.GetAttributeValue<string>("subject").StartsWith("Workflow started", StringComparison.Ordinal));
        Assert.Contains(organization.All("asyncoperation"), job => job.GetAttributeValue<string>("name") == "count");
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

    [Theory]
    [InlineData("مشکل {severity", "keyword-brace")]
    [InlineData("{a*} {b}", "keyword-rest-not-last")]
    [InlineData("{a} {a}", "keyword-place-twice")]
    [InlineData(" ،،، ", "keyword-empty")]
    public async Task A_pattern_with_a_mistake_is_refused_with_its_place(string pattern, string code)
    {
        await using var organization = await EngineOrganization.StartAsync();

        var refused = Assert.ThrowsAny<Exception>(() => Rule(organization, pattern, KeywordMatch.Pattern));

        Assert.Contains("(" + code + ")", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_automatic_repliers_stop_at_the_limit_of_the_setting()
    {
        await using var organization = await EngineOrganization.StartAsync();
        organization.Contact(Mobile);
        organization.Admin.Update(new SmsSettingRow(organization.SettingId) { ReplyLimit = 3 }.Record);
        Reply(organization, Rule(organization, null, KeywordMatch.Anything, rule => rule.IsDefault = true), "پیام شما رسید.");

        for (var i = 0; i < 6; i++)
        {
            await TextAsync(organization, "پاسخ خودکار: در دفتر نیستم", minutes: 2);
        }

        Assert.Equal(3, organization.Inbox(Mobile).Count);
        Assert.Equal(6, organization.Inbound().Count);
        Assert.Equal(3, organization.Inbound().Count(row => row.StateNote?.Contains("(reply-limit)", StringComparison.Ordinal) == true));
        organization.Pass(TimeSpan.FromHours(1), TimeSpan.FromMinutes(2));
        await TextAsync(organization, "دوباره");
        Assert.Equal(4, organization.Inbox(Mobile).Count);
    }

    [Fact]
    public async Task Odd_texts_are_received_like_any_other()
    {
        await using var organization = await EngineOrganization.StartAsync();
        organization.Contact(Mobile);
        Reply(organization, Rule(organization, string.Concat(Enumerable.Range(0, 40).Select(i => "{p" + i.ToString(System.Globalization.CultureInfo.InvariantCulture) + "} ")) + "{rest*}", KeywordMatch.Pattern), "الگو");
        string[] texts = [" ", "،،، ؛ : . !", "😀😀", "\u200F\u200E\u202B", string.Concat(Enumerable.Repeat("آزمایش ", 1400)), "{severity} {{firstname}}"];

        foreach (var text in texts)
        {
            organization.Simulators.Phones.Phone(Mobile).Send(organization.Simulator.Account.Lines[0], text);
        }

        organization.Pass(TimeSpan.FromMinutes(3));

        Assert.Equal(texts.Length, organization.Inbound().Count);
        Assert.All(organization.Inbound(), row => Assert.Equal(Sms.Status.Received, row.StatusCode));
        Assert.Equal("الگو", Assert.Single(organization.Inbox(Mobile)).Text);
    }

    private static Task TextAsync(EngineOrganization organization, string text, int minutes = 3, string? separators = null)
    {
        if (separators is not null)
        {
            organization.Admin.Update(new SmsSettingRow(organization.SettingId) { Separators = separators }.Record);
        }

        organization.Simulators.Phones.Phone(Mobile).Send(organization.Simulator.Account.Lines[0], text);
        organization.Pass(TimeSpan.FromMinutes(minutes));
        return Task.CompletedTask;
    }

    private static SmsKeywordRow Read(EngineOrganization organization, EntityReference rule) =>
        new(organization.System.Retrieve(SmsKeyword.LogicalName, rule.Id, new ColumnSet(true)));

    private static EntityReference Rule(EngineOrganization organization, string? pattern, KeywordMatch match, Action<SmsKeywordRow>? change = null)
    {
        var row = new SmsKeywordRow { Name = pattern is { Length: > 100 } ? "long" : pattern ?? "rule", Order = 1, Match = match, Pattern = pattern };
        change?.Invoke(row);
        return new EntityReference(SmsKeyword.LogicalName, organization.Admin.Create(row.Record));
    }

    private static void Reply(EngineOrganization organization, EntityReference rule, string text) =>
        Action(organization, rule, KeywordActionKind.Reply, action => action.Text = text);

    private static void Action(EngineOrganization organization, EntityReference rule, KeywordActionKind kind, Action<SmsKeywordActionRow> change)
    {
        var order = organization.All(SmsKeywordAction.LogicalName).Count + 1;
        var row = new SmsKeywordActionRow { Name = kind.ToString(), KeywordId = rule, Order = order, Kind = kind };
        change(row);
        organization.Admin.Create(row.Record);
    }
}
