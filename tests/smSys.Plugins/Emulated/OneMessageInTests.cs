using CrmEmulator.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Tables;

namespace smSys.Plugins.Tests.Emulated;

public class OneMessageInTests
{
    private const string Mobile = "09123456789";
    private const string Problem = "مشکل حاد: ذخیره نشدن فرم‌های برنامه";

    [Theory]
    [InlineData(ProviderKind.Ghasedak)]
    [InlineData(ProviderKind.Rahyab)]
    public async Task An_answer_becomes_a_case_of_the_team_and_the_sender_gets_its_number(ProviderKind kind)
    {
        await using var organization = await EngineOrganization.StartAsync(kind);
        var contact = organization.Contact(Mobile);
        var team = organization.SupportRule();
        organization.Queue(contact);
        organization.Pass(TimeSpan.FromMinutes(1));

        organization.Simulators.Phones.Phone(Mobile).Send(organization.Simulator.Account.Lines[0], Problem);
        organization.Pass(TimeSpan.FromMinutes(5));

        var inbound = Assert.Single(organization.Inbound());
        var opened = Assert.Single(organization.All("incident"));
        Assert.Equal(Sms.Status.Received, inbound.StatusCode);
        Assert.Equal((contact, opened.Id, team), (inbound.RegardingObjectId?.Id, inbound.CaseId?.Id, inbound.TeamId?.Id));
        Assert.Equal("مشکل\nحاد\nذخیره\nنشدن\nفرم‌های\nبرنامه", inbound.Words);
        Assert.Equal("ذخیره نشدن فرم‌های برنامه", opened.GetAttributeValue<string>("description"));
        Assert.Equal((contact, team), (opened.GetAttributeValue<EntityReference>("customerid").Id, opened.GetAttributeValue<EntityReference>("ownerid").Id));
        var answer = organization.Inbox(Mobile)[^1].Text;
        Assert.Equal("سارا گرامی، مورد " + opened.GetAttributeValue<string>("ticketnumber") + " ثبت شد.", answer);
        Assert.NotNull(inbound.AnsweredById);
        Assert.NotNull(inbound.FirstAnswerAfter);
        Assert.Contains(organization.All("queueitem"), item => item.GetAttributeValue<EntityReference>("objectid")?.Id == inbound.Id);
    }

    [Fact]
    public async Task What_is_read_twice_is_counted_once_and_acted_on_once()
    {
        await using var organization = await EngineOrganization.StartAsync();
        organization.Queue(organization.Contact(Mobile));
        organization.SupportRule();
        organization.Pass(TimeSpan.FromMinutes(1));
        organization.Simulators.Phones.Phone(Mobile).Send(organization.Simulator.Account.Lines[0], Problem);
        organization.Pass(TimeSpan.FromMinutes(3));

        // The cursor is lost, as after a crash between the rows and the cursor.
        organization.System.Update(new SmsNumberRow(organization.LineId) { Cursor = null, CursorOn = EngineOrganization.Start }.Record);
        organization.Pass(TimeSpan.FromMinutes(5));

        Assert.Single(organization.Inbound());
        Assert.Single(organization.All("incident"));
        Assert.Equal(2, organization.Inbox(Mobile).Count);
    }

    [Theory]
    [InlineData("incident")]
    [InlineData("queueitem")]
    [InlineData(Sms.LogicalName)]
    public async Task A_job_that_dies_in_the_middle_is_done_again_and_makes_nothing_twice(string table)
    {
        var crash = new OnceAfter(
            point => point.IsAsynchronous && point.TypeName.EndsWith("SmsRequested", StringComparison.Ordinal)
                && (point.Name == "Create" || point.Name == "AddToQueue") && (point.Table == table || (point.Name == "AddToQueue" && table == "queueitem")),
            () => throw new InvalidOperationException("The process was killed here."));
        await using var organization = await EngineOrganization.StartAsync(execution: new ExecutionOptions { OnCall = crash.See });
        organization.Queue(organization.Contact(Mobile));
        organization.SupportRule();
        organization.Pass(TimeSpan.FromMinutes(1));
        organization.Simulators.Phones.Phone(Mobile).Send(organization.Simulator.Account.Lines[0], Problem);
        crash.IsArmed = true;

        organization.Pass(TimeSpan.FromMinutes(2));
        var cutOff = (crash.IsArmed, organization.Inbound()[0].StatusCode);
        organization.Pass(TimeSpan.FromMinutes(8));

        Assert.Equal((false, Sms.Status.Arrived), cutOff);
        Assert.Equal(Sms.Status.Received, organization.Inbound()[0].StatusCode);
        Assert.Single(organization.All("incident"));
        Assert.Single(organization.All("queueitem"), item => item.GetAttributeValue<EntityReference>("objectid")?.Id == organization.Inbound()[0].Id);
        Assert.Equal(2, organization.Inbox(Mobile).Count);
    }

    [Fact]
    public async Task A_rule_that_points_nowhere_is_noted_and_the_rest_goes_on()
    {
        await using var organization = await EngineOrganization.StartAsync();
        organization.SupportRule(withCase: false);
        organization.Queue(organization.Contact(Mobile));
        organization.Pass(TimeSpan.FromMinutes(1));

        organization.Simulators.Phones.Phone(Mobile).Send(organization.Simulator.Account.Lines[0], "مشکل");
        organization.Pass(TimeSpan.FromMinutes(3));

        var inbound = Assert.Single(organization.Inbound());
        Assert.Equal(Sms.Status.Received, inbound.StatusCode);
        Assert.Contains("(value-missing)", inbound.StateNote, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_sender_is_received_and_flagged_only_when_several_could_be_meant()
    {
        await using var organization = await EngineOrganization.StartAsync();
        organization.Address("989121111111", organization.Contact("09121111111"));
        organization.Address("989121111111", organization.Contact("09121111111", "علی"));

        organization.Simulators.Phones.Phone("09121111111").Send(organization.Simulator.Account.Lines[0], "سلام");
        organization.Simulators.Phones.Phone("09122222222").Send(organization.Simulator.Account.Lines[0], "سلام");
        organization.Pass(TimeSpan.FromMinutes(3));

        var byNumber = organization.Inbound().ToDictionary(row => row.PhoneNumber!);
        Assert.True(byNumber["989121111111"].IsAmbiguous);
        Assert.Contains("contact", byNumber["989121111111"].Candidates, StringComparison.Ordinal);
        Assert.False(byNumber["989122222222"].IsAmbiguous);
        Assert.All(byNumber.Values, row => Assert.Equal((Sms.Status.Received, (EntityReference?)null), (row.StatusCode, row.RegardingObjectId)));
    }

    [Fact]
    public async Task A_received_message_is_handled_by_marking_it_complete()
    {
        await using var organization = await EngineOrganization.StartAsync();
        organization.Simulators.Phones.Phone(Mobile).Send(organization.Simulator.Account.Lines[0], "سلام");
        organization.Pass(TimeSpan.FromMinutes(3));
        var inbound = organization.Inbound()[0];

        organization.Admin.Update(new SmsRow(inbound.Id) { StateCode = Sms.State.Completed }.Record);

        var handled = organization.Read(inbound.Id);
        Assert.Equal((Sms.Status.Handled, organization.Crm.AdministratorId), (handled.StatusCode, handled.HandledById?.Id));
        Assert.NotNull(handled.HandledOn);
    }
}
