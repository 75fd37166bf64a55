using Microsoft.Xrm.Sdk;
using smSys.Crm.Tables;

namespace smSys.Plugins.Tests.Emulated;

public class WatchTests
{
    [Fact]
    public async Task A_silent_heart_is_told_by_the_job_of_a_message_once_a_day_and_by_the_watch_when_it_beats_again()
    {
        await using var organization = await EngineOrganization.StartAsync();
        organization.Pass(TimeSpan.FromMinutes(6));
        organization.System.Update(new SmsSettingRow(organization.SettingId) { LastBeatOn = organization.Clock.UtcNow, AlertNumber = "09129999999" }.Record);
        organization.Clock.Advance(TimeSpan.FromHours(1));

        organization.Queue(organization.Contact("09123456789"));
        organization.Queue(organization.Contact("09121111111"));
        organization.Work();
        var told = organization.Alerts("no-heart-beat").Count;
        organization.Pass(TimeSpan.FromMinutes(2));

        Assert.Equal(1, told);
        Assert.Single(organization.Alerts("heart-beat-gap"));
        Assert.Equal(2, organization.Inbox("09129999999").Count);
    }

    [Fact]
    public async Task Messages_that_are_out_without_any_receipt_are_told_once_and_with_an_e_mail_from_the_queue()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var queue = organization.Admin.Create(new Entity("queue") { ["name"] = "alerts", ["emailaddress"] = "sms@customer.test" });
        organization.Admin.Update(new SmsSettingRow(organization.SettingId) { AlertSenderId = new EntityReference("queue", queue) }.Record);
        Pause(organization, ProcessKind.Track);
        for (var i = 0; i < 5; i++)
        {
            organization.Queue(organization.Contact("0912345678" + i));
        }

        organization.Work();
        organization.Pass(TimeSpan.FromMinutes(60), TimeSpan.FromMinutes(1));

        var task = Assert.Single(organization.Alerts("no-receipts"));
        Assert.Equal(organization.Setting().OwnerId?.Id, task.GetAttributeValue<EntityReference>("ownerid").Id);
        Assert.Single(organization.All("email"));
        Assert.Empty(organization.Alerts("old-queue"));
        Assert.NotNull(new SmsProcessRow(Watch(organization)).AlertedOn);
    }

    [Fact]
    public async Task A_queue_that_does_not_move_is_told()
    {
        await using var organization = await EngineOrganization.StartAsync();
        Pause(organization, ProcessKind.Resend);
        organization.Queue(organization.Contact("09123456789"), "later", sms => sms.NotBefore = EngineOrganization.Start.AddMinutes(5));

        organization.Pass(TimeSpan.FromMinutes(40), TimeSpan.FromMinutes(1));

        Assert.Single(organization.Alerts("old-queue"));
    }

    [Fact]
    public async Task A_falling_delivery_rate_is_told_once_by_task_and_e_mail_and_not_again_while_it_lasts()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var queue = organization.Admin.Create(new Entity("queue") { ["name"] = "alerts", ["emailaddress"] = "sms@customer.test" });
        organization.Admin.Update(new SmsSettingRow(organization.SettingId) { AlertSenderId = new EntityReference("queue", queue) }.Record);
        for (var i = 0; i < 25; i++)
        {
            organization.Queue(organization.Contact("091234567" + (i + 10)));
        }

        organization.Work();
        organization.Pass(TimeSpan.FromHours(4), TimeSpan.FromMinutes(2));
        var whileAllIsWell = organization.Alerts("delivery-rate").Count;

        // The simulated operator reports every number that ends in 0002 as not delivered.
        for (var i = 0; i < 25; i++)
        {
            organization.Queue(organization.Contact("0912" + (i + 100) + "0002"));
        }

        organization.Work();
        organization.Pass(TimeSpan.FromHours(2), TimeSpan.FromMinutes(2));

        var task = Assert.Single(organization.Alerts("delivery-rate"));
        Assert.Equal(0, whileAllIsWell);
        Assert.Equal(organization.Setting().OwnerId?.Id, task.GetAttributeValue<EntityReference>("ownerid").Id);
        var subject = task.GetAttributeValue<string>("subject");
        Assert.Single(organization.All("email"), mail => mail.GetAttributeValue<string>("subject") == subject);
        Assert.Empty(organization.Alerts("no-receipts"));
        Assert.Equal((25, 25), (Count(Sms.Status.Delivered), Count(Sms.Status.Undelivered)));

        int Count(Sms.Status status) => organization.All(Sms.LogicalName).Count(row => new SmsRow(row).StatusCode == status);
    }

    [Fact]
    public async Task A_low_balance_is_told_once_a_crossing()
    {
        await using var organization = await EngineOrganization.StartAsync();
        organization.Admin.Update(new SmsSettingRow(organization.SettingId) { LowBalance = 5_000 }.Record);
        organization.Simulator.Account.PaidIn = 1_000;

        organization.Pass(TimeSpan.FromHours(3), TimeSpan.FromMinutes(10));
        var once = organization.Alerts("low-balance").Count;
        organization.Simulator.Account.PaidIn = 9_000;
        organization.Pass(TimeSpan.FromHours(2), TimeSpan.FromMinutes(10));
        organization.Simulator.Account.PaidIn = 1_000;
        organization.Pass(TimeSpan.FromHours(2), TimeSpan.FromMinutes(10));

        Assert.Equal((1, 2), (once, organization.Alerts("low-balance").Count));
    }

    [Fact]
    public async Task A_setting_from_before_gets_its_watch_with_the_next_sign_of_life_or_change()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var watch = Watch(organization).Id;
        organization.System.Delete(SmsProcess.LogicalName, watch);

        organization.System.Update(new SmsSettingRow(organization.SettingId) { LastBeatOn = organization.Clock.UtcNow }.Record);
        var beaten = Watch(organization).Id;
        organization.System.Delete(SmsProcess.LogicalName, watch);
        organization.Reactivate();
        organization.Pass(TimeSpan.FromMinutes(1));

        Assert.Equal((watch, watch), (beaten, Watch(organization).Id));
        Assert.NotNull(organization.Process(watch).LastRunOn);
    }

    private static Entity Watch(EngineOrganization organization) => Of(organization, ProcessKind.Watch);

    private static Entity Of(EngineOrganization organization, ProcessKind kind) =>
        organization.All(SmsProcess.LogicalName).Single(row => new SmsProcessRow(row).ProcessKind == kind);

    private static void Pause(EngineOrganization organization, ProcessKind kind) => organization.Admin.Update(
        new SmsProcessRow(Of(organization, kind).Id) { Statecode = SmsProcess.State.Active, Statuscode = SmsProcess.Status.Paused }.Record);
}
