using ProviderSimulators.Faults;
using smSys.Crm.Tables;

namespace smSys.Plugins.Tests.Emulated;

public class RetentionTests
{
    [Fact]
    public async Task What_is_over_and_old_goes_with_its_parties_and_what_is_not_final_stays()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var over = organization.Queue(organization.Contact("09123456789"));
        organization.Work();
        organization.Pass(TimeSpan.FromMinutes(3));
        organization.Simulator.Faults.Order(SimulatedFault.CutBeforeAnswer);
        var open = organization.Queue(organization.Contact("09121111111"));
        organization.Work();
        var parties = organization.All("activityparty").Count;
        organization.Clock.Advance(TimeSpan.FromDays(9));

        var process = Start(organization, 8);

        Assert.DoesNotContain(organization.All(Sms.LogicalName), row => row.Id == over);
        Assert.Equal(Sms.Status.Unknown, organization.Read(open).StatusCode);
        Assert.True(organization.All("activityparty").Count < parties);
        Assert.Equal((SmsProcess.Status.Finished, 1), (organization.Process(process).Statuscode, organization.Process(process).Accepted));
    }

    [Fact]
    public async Task Young_rows_stay_and_so_few_days_that_a_repeat_could_come_are_refused()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var sms = organization.Queue(organization.Contact("09123456789"));
        organization.Work();
        organization.Pass(TimeSpan.FromMinutes(3));
        organization.Clock.Advance(TimeSpan.FromDays(6));

        var refused = Start(organization, 2);
        Start(organization, 7);

        Assert.Equal(Sms.Status.Delivered, organization.Read(sms).StatusCode);
        Assert.Contains("(keep-days)", organization.Process(refused).LastResult, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_class_that_was_chosen_goes_and_finished_try_outs_with_it()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var service = organization.Queue(organization.Contact("09123456789"));
        var advertising = organization.Queue(organization.Contact("09121111111"), "حراج", sms => sms.MessageClass = MessageClass.Advertising);
        var tried = organization.Admin.Create(new SmsProcessRow
        {
            Name = "try",
            ProcessKind = ProcessKind.TestConnection,
            SettingId = new Microsoft.Xrm.Sdk.EntityReference(SmsSetting.LogicalName, organization.SettingId),
            NextRunOn = organization.Clock.UtcNow,
        }.Record);
        organization.Work();
        organization.Pass(TimeSpan.FromMinutes(3));
        Assert.Equal(SmsProcess.State.Inactive, organization.Process(tried).Statecode);
        organization.Clock.Advance(TimeSpan.FromDays(9));

        Start(organization, 8, MessageClass.Advertising);

        Assert.Equal([service], organization.All(Sms.LogicalName).Select(row => row.Id));
        Assert.NotEqual(service, advertising);
        Assert.DoesNotContain(organization.All(SmsProcess.LogicalName), row => row.Id == tried);
    }

    [Fact]
    public async Task What_was_thinned_out_is_neither_sent_nor_received_again()
    {
        await using var organization = await EngineOrganization.StartAsync();
        organization.Queue(organization.Contact("09123456789"));
        organization.Simulators.Phones.Phone("09121111111").Send(organization.Simulator.Account.Lines[0], "سلام");
        organization.Work();
        organization.Pass(TimeSpan.FromMinutes(5));
        var received = Assert.Single(organization.Inbound());
        organization.Admin.Update(new SmsRow(received.Id) { StateCode = Sms.State.Completed, StatusCode = Sms.Status.Handled }.Record);
        var (sends, standing) = (organization.Sends, Standing(organization));
        organization.Clock.Advance(TimeSpan.FromDays(9));

        Start(organization, 8);
        var left = organization.All(Sms.LogicalName).Count;
        organization.Pass(TimeSpan.FromHours(2), TimeSpan.FromMinutes(1));

        // Receipts, the poll that reads a day again, the sweeper: nobody brings back what is gone.
        Assert.Equal((0, 0), (left, organization.All(Sms.LogicalName).Count));
        Assert.Equal(sends, organization.Sends);
        Assert.Single(organization.Inbox("09123456789"));
        Assert.Equal(standing, Standing(organization));
    }

    private static IReadOnlyList<string> Standing(EngineOrganization organization) =>
        [.. organization.All(SmsProcess.LogicalName).Select(row => new SmsProcessRow(row)).Where(row => row.Statecode == SmsProcess.State.Active)
            .Select(row => row.ProcessKind.ToString()!).Order(StringComparer.Ordinal)];

    private static Guid Start(EngineOrganization organization, int days, MessageClass? messageClass = null)
    {
        var process = organization.Admin.Create(new SmsProcessRow { Name = "thin", ProcessKind = ProcessKind.Retention, KeepDays = days, MessageClass = messageClass }.Record);
        organization.Work();
        return process;
    }
}
