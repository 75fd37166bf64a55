using Microsoft.Xrm.Sdk.Query;
using ProviderSimulators.Faults;
using smSys.Crm.Tables;

namespace smSys.Plugins.Tests.Emulated;

public class FailoverTests
{
    [Fact]
    public async Task Another_setting_takes_over_what_was_certainly_not_sent_and_gives_it_back()
    {
        await using var organization = await Start();
        organization.Simulator.Faults.Order(SimulatedFault.Unauthorized);
        var sms = organization.Queue(organization.Contact("09123456789"));

        organization.Work();
        var left = organization.Setting();
        organization.Pass(TimeSpan.FromMinutes(20));
        var taken = organization.Read(sms);
        organization.Reactivate();
        organization.Pass(TimeSpan.FromMinutes(10));
        var next = organization.Queue(organization.Contact("09121111111"));
        organization.Pass(TimeSpan.FromMinutes(1));

        Assert.Equal((SmsSetting.Status.Paused, PauseReason.SignIn), (left.Statuscode, left.PauseReason));
        Assert.Equal(Other(organization), left.StandInId?.Id);
        Assert.Equal((Sms.Status.Delivered, 1), (taken.StatusCode, taken.Attempt));
        Assert.StartsWith("rahyab|", taken.Account, StringComparison.Ordinal);
        Assert.Equal(Other(organization), taken.SettingId?.Id);
        Assert.Single(organization.Inbox("09123456789"));
        Assert.Null(organization.Setting().StandInId);
        Assert.StartsWith("ghasedak|", organization.Read(next).Account, StringComparison.Ordinal);
        Assert.Single(organization.Alerts("sign-in"));
        Assert.Single(organization.Alerts("failed-over"));
        Assert.Single(organization.Alerts("back"));
    }

    [Fact]
    public async Task What_nobody_knows_is_asked_about_where_it_was_tried_and_never_taken_over()
    {
        await using var organization = await Start();
        organization.Simulator.Faults.Order(SimulatedFault.CutBeforeStoring, 5);
        var unclear = Enumerable.Range(0, 5).Select(i => organization.Queue(organization.Contact("0912345678" + i))).ToArray();

        organization.Work();
        var left = organization.Setting();
        var later = organization.Queue(organization.Contact("09121111111"));
        organization.Pass(TimeSpan.FromMinutes(30));

        Assert.Equal(Other(organization), left.StandInId?.Id);
        Assert.StartsWith("rahyab|", organization.Read(later).Account, StringComparison.Ordinal);
        Assert.All(unclear, sms => Assert.StartsWith("ghasedak|", organization.Read(sms).Account, StringComparison.Ordinal));
        Assert.All(unclear, sms => Assert.Equal(Sms.Status.Delivered, organization.Read(sms).StatusCode));
        Assert.All(Enumerable.Range(0, 5), i => Assert.Single(organization.Inbox("0912345678" + i)));
    }

    [Fact]
    public async Task A_setting_in_test_mode_is_stood_in_for_by_nobody()
    {
        await using var organization = await Start();
        organization.Admin.Update(new SmsSettingRow(organization.SettingId) { TestMode = true, TestNumbers = "09123456789" }.Record);
        organization.Simulator.Faults.Order(SimulatedFault.Unauthorized);
        organization.Queue(organization.Contact("09123456789"));

        organization.Work();
        organization.Pass(TimeSpan.FromMinutes(20));

        Assert.Null(organization.Setting().StandInId);
        Assert.Empty(organization.Inbox("09123456789"));
    }

    [Fact]
    public async Task Without_a_group_an_ill_setting_pauses_itself_says_why_and_goes_on_when_the_provider_is_well()
    {
        await using var organization = await EngineOrganization.StartAsync();
        organization.Simulator.Faults.Order(SimulatedFault.CutBeforeStoring, 6);
        var messages = Enumerable.Range(0, 7).Select(i => organization.Queue(organization.Contact("0912345678" + i))).ToArray();

        organization.Work();
        var paused = organization.Setting();
        organization.Pass(TimeSpan.FromMinutes(20));

        Assert.Equal((SmsSetting.Status.Paused, PauseReason.ErrorRate), (paused.Statuscode, paused.PauseReason));
        Assert.Equal(SmsSetting.Status.Active, organization.Setting().Statuscode);
        Assert.All(messages, sms => Assert.Equal(Sms.Status.Delivered, organization.Read(sms).StatusCode));
        Assert.Single(organization.Alerts("error-rate"));
    }

    private static async Task<EngineOrganization> Start()
    {
        var organization = await EngineOrganization.StartAsync(ProviderKind.Ghasedak, null, ProviderKind.Rahyab);
        organization.Admin.Update(new SmsSettingRow(organization.SettingId) { FailoverGroup = "main", FailoverOrder = 1 }.Record);
        organization.AddSetting(ProviderKind.Rahyab, setting => { setting.FailoverGroup = "main"; setting.FailoverOrder = 2; });
        organization.Work();
        return organization;
    }

    private static Guid Other(EngineOrganization organization) =>
        organization.All(SmsSetting.LogicalName, query => query.Criteria.AddCondition(SmsSetting.Columns.FailoverOrder, ConditionOperator.Equal, 2)).Single().Id;
}
