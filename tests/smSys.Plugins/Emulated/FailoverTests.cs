using CrmEmulator.Latency;
using CrmEmulator.Pipeline;
using Microsoft.Xrm.Sdk;
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

    [Fact]
    public async Task Between_two_changes_lie_ten_minutes_whoever_falls_ill_or_gets_well_meanwhile()
    {
        await using var organization = await Start();
        organization.Simulator.Faults.Order(SimulatedFault.Unauthorized);
        organization.Queue(organization.Contact("09120000011"));
        organization.Work();
        var first = organization.Queue(organization.Contact("09123456789"));
        var leftOn = organization.Setting().FailedOverOn!.Value;
        organization.Pass(TimeSpan.FromMinutes(1));
        organization.Simulators["Rahyab"].Faults.Order(SimulatedFault.Unauthorized, 1_000);
        organization.Reactivate();
        var second = organization.Queue(organization.Contact("09121111111"));

        organization.Pass(leftOn.AddMinutes(9) - organization.Clock.UtcNow);
        var meanwhile = organization.Setting();
        organization.Pass(TimeSpan.FromMinutes(20));

        Assert.Equal((Other(organization), leftOn), (meanwhile.StandInId?.Id ?? Guid.Empty, meanwhile.FailedOverOn));
        Assert.Null(organization.Setting().StandInId);
        Assert.True(organization.Setting().FailedOverOn >= leftOn.AddMinutes(10));
        Assert.StartsWith("rahyab|", organization.Read(first).Account, StringComparison.Ordinal);
        Assert.StartsWith("ghasedak|", organization.Read(second).Account, StringComparison.Ordinal);
        Assert.Single(organization.Inbox("09123456789"));
        Assert.Single(organization.Inbox("09121111111"));
        // The other one, paused while it stood in, hands over what is its own.
        Assert.Single(organization.Alerts("failed-over"), task => task.GetAttributeValue<string>("subject").Contains("Ghasedak –", StringComparison.Ordinal));
        Assert.Single(organization.Alerts("back"));
    }

    [Fact]
    public async Task When_all_are_ill_nothing_moves_and_nothing_is_lost()
    {
        await using var organization = await Start();
        organization.Simulator.Faults.Order(SimulatedFault.Unauthorized, 1_000);
        organization.Simulators["Rahyab"].Faults.Order(SimulatedFault.Unauthorized, 1_000);
        var sms = organization.Queue(organization.Contact("09123456789"));

        organization.Work();
        organization.Pass(TimeSpan.FromMinutes(5));
        var early = organization.Setting().FailedOverOn;
        organization.Pass(TimeSpan.FromMinutes(60), TimeSpan.FromSeconds(30));
        var late = (organization.Setting().FailedOverOn, organization.Read(sms).StatusCode, organization.Read(sms).Attempt);
        organization.Simulators["Rahyab"].Faults.Clear();
        organization.Admin.Update(new SmsSettingRow(Other(organization)) { Statecode = SmsSetting.State.Active, Statuscode = SmsSetting.Status.Active }.Record);
        organization.Pass(TimeSpan.FromMinutes(40), TimeSpan.FromSeconds(30));

        Assert.Equal((early, Sms.Status.RetryScheduled, 0), late);
        Assert.Single(organization.Alerts("failed-over"));
        Assert.Equal(Sms.Status.Delivered, organization.Read(sms).StatusCode);
        Assert.Single(organization.Inbox("09123456789"));
    }

    [Fact]
    public async Task A_provider_that_has_become_slow_is_left_too_and_its_owner_is_told_by_task_and_e_mail_though_all_went_well()
    {
        EngineOrganization? slow = null;
        await using var organization = slow = await Start(new ExecutionOptions
        {
            OnCall = point =>
            {
                if (point is { Kind: CallKind.Http, IsAfter: false })
                {
                    slow?.Clock.Advance(TimeSpan.FromSeconds(25));
                }
            },
        });
        var queue = organization.Admin.Create(new Entity("queue") { ["name"] = "alerts", ["emailaddress"] = "sms@customer.test" });
        organization.Admin.Update(new SmsSettingRow(organization.SettingId) { AlertSenderId = new EntityReference("queue", queue) }.Record);
        var messages = Enumerable.Range(0, 5).Select(i => organization.Queue(organization.Contact("0912345678" + i))).ToArray();

        organization.Work();
        var left = organization.Setting();

        Assert.Equal((SmsSetting.Status.Active, Other(organization)), (left.Statuscode, left.StandInId?.Id ?? Guid.Empty));
        Assert.All(messages, sms => Assert.Equal(Sms.Status.Sent, organization.Read(sms).StatusCode));
        var task = Assert.Single(organization.Alerts("failed-over"));
        Assert.Equal(left.OwnerId?.Id, task.GetAttributeValue<EntityReference>("ownerid").Id);
        Assert.Single(organization.All("email"), mail => mail.GetAttributeValue<string>("subject") == task.GetAttributeValue<string>("subject"));
    }

    private static async Task<EngineOrganization> Start(ExecutionOptions? execution = null)
    {
        var organization = await EngineOrganization.StartAsync(ProviderKind.Ghasedak, execution, ProviderKind.Rahyab);
        organization.Admin.Update(new SmsSettingRow(organization.SettingId) { FailoverGroup = "main", FailoverOrder = 1 }.Record);
        organization.AddSetting(ProviderKind.Rahyab, setting => { setting.FailoverGroup = "main"; setting.FailoverOrder = 2; });
        organization.Work();
        return organization;
    }

    private static Guid Other(EngineOrganization organization) =>
        organization.All(SmsSetting.LogicalName, query => query.Criteria.AddCondition(SmsSetting.Columns.FailoverOrder, ConditionOperator.Equal, 2)).Single().Id;
}
