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

    private static Guid Start(EngineOrganization organization, int days)
    {
        var process = organization.Admin.Create(new SmsProcessRow { Name = "thin", ProcessKind = ProcessKind.Retention, KeepDays = days }.Record);
        organization.Work();
        return process;
    }
}
