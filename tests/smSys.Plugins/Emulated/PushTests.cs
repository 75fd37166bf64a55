using ProviderSimulators.Faults;
using smSys.Crm.Tables;

namespace smSys.Plugins.Tests.Emulated;

/// <summary>What the server brings of pushes, as process rows.</summary>
public class PushTests
{
    private const string Mobile = "09123456789";

    [Fact]
    public async Task A_pushed_message_and_the_poll_that_reads_it_are_one()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var line = organization.Simulator.Account.Lines[0];
        var sent = organization.Simulators.Phones.Phone(Mobile).Send(line, "سلام");

        organization.Push("text=%D8%B3%D9%84%D8%A7%D9%85&sender=" + Mobile + "&lineNumber=" + line + "&id=" + sent.Id);
        organization.Work();
        var pushed = organization.Inbound();
        organization.Pass(TimeSpan.FromMinutes(3));

        Assert.Equal(("سلام", Sms.Status.Received), (Assert.Single(pushed).Text, pushed[0].StatusCode));
        Assert.Single(organization.Inbound());
    }

    [Fact]
    public async Task A_pushed_messages_hour_is_that_of_the_settings_time_zone()
    {
        await using var organization = await EngineOrganization.StartAsync();
        organization.Admin.Update(new SmsSettingRow(organization.SettingId) { QuietTimeZone = "-05:00" }.Record);

        organization.Push("text=hi&sender=" + Mobile + "&lineNumber=" + organization.Simulator.Account.Lines[0] + "&id=77");
        organization.Work();

        Assert.Equal(3, Assert.Single(organization.Inbound()).HourOfDay);
    }

    [Fact]
    public async Task An_early_receipt_waits_for_its_message_and_then_counts()
    {
        await using var organization = await EngineOrganization.StartAsync();
        organization.Simulator.Faults.Order(SimulatedFault.CutBeforeAnswer);
        var sms = organization.Queue(organization.Contact(Mobile));
        organization.Work();
        var id = organization.Simulator.Messages.All[0].Id;

        var process = organization.Push("messageId=" + id + "&status=1");
        organization.Work();
        var waiting = (organization.Read(sms).StatusCode, organization.Process(process).Pending);
        organization.Pass(TimeSpan.FromMinutes(6));

        Assert.Equal((Sms.Status.Unknown, 1), waiting);
        Assert.Equal(Sms.Status.Delivered, organization.Read(sms).StatusCode);
        Assert.Equal(SmsProcess.Status.Finished, organization.Process(process).Statuscode);
    }

    [Fact]
    public async Task An_orphan_is_given_up_after_a_day_and_rubbish_at_once()
    {
        await using var organization = await EngineOrganization.StartAsync();

        var orphan = organization.Push("messageId=424242&status=1");
        var rubbish = organization.Push("hello");
        organization.Work();
        var first = (organization.Process(orphan).Statuscode, organization.Process(rubbish).Statuscode);
        organization.Pass(TimeSpan.FromHours(26), TimeSpan.FromMinutes(20));

        Assert.Equal((SmsProcess.Status.Waiting, SmsProcess.Status.Finished), first);
        Assert.Equal(SmsProcess.Status.Finished, organization.Process(orphan).Statuscode);
    }
}
