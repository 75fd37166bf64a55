using CrmEmulator.Pipeline;
using CrmEmulator.Workflows;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Tables;
using static smSys.Plugins.Tests.Emulated.KeywordScene;

namespace smSys.Plugins.Tests.Emulated;

/// <summary>What a rule sets going beyond smSys is set going once, and two machines do not answer each other for ever.</summary>
public class KeywordOnceTests
{
    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task A_run_that_is_killed_at_a_workflow_never_starts_it_twice(bool after, int started)
    {
        var isArmed = false;
        var crash = new CrashAt();
        var execution = new ExecutionOptions
        {
            OnCall = point =>
            {
                if (isArmed && point.Name == "ExecuteWorkflow" && point.IsAfter == after)
                {
                    isArmed = false;
                    crash.Arm(1, after);
                }

                crash.See(point);
            },
        };
        await using var organization = await EngineOrganization.StartAsync(execution: execution);
        organization.Contact(Mobile);
        var workflow = new WorkflowScript
        {
            Id = Guid.NewGuid(),
            Name = "count",
            Table = Sms.LogicalName,
            Steps = [new() { Activity = "smSys.Activities.Text.CountParts", Arguments = new Dictionary<string, object?> { ["Text"] = "x" } }],
        };
        organization.Crm.Workflows.Define(workflow);
        var rule = Rule(organization, "شروع‌کار", KeywordMatch.FirstWord);
        Action(organization, rule, KeywordActionKind.StartWorkflow, action => action.WorkflowId = workflow.Id.ToString("D"));
        Reply(organization, rule, "رسید.");

        isArmed = true;
        await TextAsync(organization, "شروع‌کار", minutes: 15);

        Assert.True(crash.HasHappened);
        Assert.Equal(started, organization.All("asyncoperation").Count(job => job.GetAttributeValue<string>("name") == "count"));
        Assert.Equal(Sms.Status.Received, organization.Inbound()[0].StatusCode);
        Assert.Contains("(workflow-doubt)", organization.Inbound()[0].StateNote, StringComparison.Ordinal);
        Assert.Equal("رسید.", Assert.Single(organization.Inbox(Mobile)).Text);
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
}
