using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using ProviderSimulators.Faults;
using smSys.Crm.Tables;

namespace smSys.Plugins.Tests.Emulated;

public class AccountTests
{
    private const string Mobile = "09123456789";

    [Fact]
    public async Task A_refused_sign_in_pauses_the_setting_and_burns_no_attempt()
    {
        await using var organization = await EngineOrganization.StartAsync();
        organization.Simulator.Faults.Order(SimulatedFault.Unauthorized);
        var sms = organization.Queue(organization.Contact(Mobile));

        organization.Work();
        var setting = organization.Setting();
        var waiting = organization.Read(sms);
        organization.Pass(TimeSpan.FromMinutes(20));
        var sends = organization.Sends;
        organization.Reactivate();
        organization.Pass(TimeSpan.FromMinutes(20));

        Assert.Equal((SmsSetting.Status.Paused, PauseReason.SignIn), (setting.Statuscode, setting.PauseReason));
        Assert.Equal((Sms.Status.RetryScheduled, 0), (waiting.StatusCode, waiting.Attempt));
        Assert.Equal(1, sends);
        Assert.Equal(Sms.Status.Delivered, organization.Read(sms).StatusCode);
        Assert.Null(organization.Setting().PauseReason);
    }

    [Fact]
    public async Task Gone_credit_pauses_the_setting_and_a_top_up_lets_it_go_on_by_itself()
    {
        await using var organization = await EngineOrganization.StartAsync();
        organization.Simulator.Account.PaidIn = 0;
        var sms = organization.Queue(organization.Contact(Mobile));
        organization.Work();
        var paused = organization.Setting();

        organization.Simulator.Account.PaidIn = 1_000_000;
        organization.Pass(TimeSpan.FromMinutes(90));

        Assert.Equal((SmsSetting.Status.Paused, PauseReason.LowBalance), (paused.Statuscode, paused.PauseReason));
        Assert.Equal(SmsSetting.Status.Active, organization.Setting().Statuscode);
        Assert.Equal(Sms.Status.Delivered, organization.Read(sms).StatusCode);
    }

    [Fact]
    public async Task A_top_up_is_seen_though_the_balance_of_an_hour_ago_was_higher()
    {
        await using var organization = await EngineOrganization.StartAsync();
        organization.Simulator.Account.PaidIn = 9_000;
        organization.Pass(TimeSpan.FromMinutes(1));
        var before = organization.Setting().Balance;
        organization.Simulator.Account.PaidIn = 0;
        var sms = organization.Queue(organization.Contact(Mobile));
        organization.Work();
        organization.Pass(TimeSpan.FromMinutes(1));
        var paused = organization.Setting();

        organization.Simulator.Account.PaidIn = 5_000;
        organization.Pass(TimeSpan.FromMinutes(70));

        Assert.Equal((9_000m, 0m), (before, paused.Balance));
        Assert.Equal((SmsSetting.Status.Paused, PauseReason.LowBalance), (paused.Statuscode, paused.PauseReason));
        Assert.Equal(Sms.Status.Delivered, organization.Read(sms).StatusCode);
    }

    [Fact]
    public async Task A_balance_that_the_column_cannot_hold_is_shown_as_its_largest_and_told_in_words()
    {
        await using var organization = await EngineOrganization.StartAsync();
        organization.Simulator.Account.PaidIn = 2_000_000_000_000;

        organization.Pass(TimeSpan.FromMinutes(1));

        var process = new SmsProcessRow(organization.System.Retrieve(SmsProcess.LogicalName, smSys.Crm.Processes.ProcessIds.Of(ProcessKind.Balance, organization.SettingId), new ColumnSet(true)));
        Assert.Equal(100_000_000_000m, organization.Setting().Balance);
        Assert.Equal((SmsProcess.Status.Waiting, 0), (process.Statuscode, process.Failures ?? 0));
        Assert.Equal("2,000,000,000,000 Rial; the setting shows 100,000,000,000, more has no place in Dynamics.", process.LastResult);
    }

    [Fact]
    public async Task A_setting_that_was_armed_for_another_organisation_sends_nothing_until_it_is_armed_again()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var copied = new SmsSettingRow(organization.SettingId) { ArmedOn = EngineOrganization.Start };
        organization.OpenAt("http://copy.test/");
        var sms = organization.Queue(organization.Contact(Mobile));

        organization.Pass(TimeSpan.FromMinutes(5));
        var before = (organization.Read(sms).StatusCode, organization.Setting().PauseReason, organization.Sends);
        organization.Admin.Update(copied.Record);
        organization.Reactivate();
        organization.Pass(TimeSpan.FromMinutes(5));

        Assert.Equal((Sms.Status.Queued, PauseReason.NotArmed, 0), before);
        Assert.Equal(Sms.Status.Delivered, organization.Read(sms).StatusCode);
    }

    [Fact]
    public async Task In_test_mode_only_the_listed_numbers_get_messages()
    {
        await using var organization = await EngineOrganization.StartAsync();
        organization.Admin.Update(new SmsSettingRow(organization.SettingId) { TestMode = true, TestNumbers = "۰۹۱۲ ۳۴۵ ۶۷۸۹" }.Record);
        var listed = organization.Queue(organization.Contact(Mobile));
        var other = organization.Queue(organization.Contact("09121111111"));

        organization.Work();

        Assert.Equal(Sms.Status.Sent, organization.Read(listed).StatusCode);
        Assert.Equal((Sms.Status.Failed, "test-mode"), (organization.Read(other).StatusCode, organization.Read(other).FaultCode));
    }

    [Fact]
    public async Task A_password_goes_where_nobody_reads_it()
    {
        await using var organization = await EngineOrganization.StartAsync();

        var setting = organization.Setting();
        var traces = organization.Crm.Traces.Executions.Select(trace => trace.Text + trace.Exception).ToArray();

        Assert.Equal((null, true), (setting.NewSecret, setting.HasSecret));
        Assert.DoesNotContain(setting.Record.Attributes.Values, value => value is string text && text.Contains(organization.Simulator.Account.Secret, StringComparison.Ordinal));
        Assert.NotEmpty(traces);
        Assert.DoesNotContain(traces, trace => trace.Contains(organization.Simulator.Account.Secret, StringComparison.Ordinal));
        var user = organization.User("smSys Administrator");
        var everything = new QueryExpression(SmsSecret.LogicalName) { ColumnSet = new ColumnSet(true) };
        Assert.Throws<FaultException<OrganizationServiceFault>>(() => user.RetrieveMultiple(everything));
        var stored = organization.All(SmsSecret.LogicalName).Single();
        var listed = Assert.Throws<FaultException<OrganizationServiceFault>>(() => organization.Admin.RetrieveMultiple(everything));
        var opened = Assert.Throws<FaultException<OrganizationServiceFault>>(() => organization.Admin.Retrieve(SmsSecret.LogicalName, stored.Id, new ColumnSet(true)));
        Assert.Contains("(secret-closed)", listed.Message, StringComparison.Ordinal);
        Assert.Contains("(secret-closed)", opened.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_user_without_the_right_to_the_line_is_refused_also_when_it_was_chosen_for_them()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var contact = organization.Contact(Mobile);
        var stranger = organization.User("smSys User");

        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(() => stranger.Create(new SmsRow
        {
            Text = "سلام",
            NumberAsEntered = Mobile,
            RegardingObjectId = null,
            StateCode = Sms.State.Open,
            StatusCode = Sms.Status.Queued,
        }.Record));

        Assert.Contains("(line-not-permitted)", fault.Message, StringComparison.Ordinal);
        Assert.NotEqual(Guid.Empty, contact);
    }

    [Fact]
    public async Task The_default_setting_is_the_active_one_that_was_made_default_last_and_of_two_at_once_always_the_same()
    {
        await using var organization = await EngineOrganization.StartAsync(ProviderKind.Ghasedak, null, ProviderKind.Rahyab);
        var other = organization.AddSetting(ProviderKind.Rahyab);
        foreach (var line in organization.All(SmsNumber.LogicalName))
        {
            // Nobody's own line, which would go before the default setting's.
            organization.Admin.Update(new SmsNumberRow(line.Id) { OwnerId = new EntityReference("systemuser", organization.Crm.SystemUserId) }.Record);
        }

        var first = MadeDefault(other);
        var second = MadeDefault(organization.SettingId);
        var tie = Enumerable.Range(0, 3).Select(_ => MadeDefault(organization.SettingId, other)).Distinct().ToArray();

        Assert.Equal((other, organization.SettingId), (first, second));
        Assert.Single(tie);

        // The moment is the server's, whatever was entered.
        Guid MadeDefault(params Guid[] settings)
        {
            organization.Clock.Advance(TimeSpan.FromMinutes(1));
            foreach (var setting in settings)
            {
                organization.Admin.Update(new SmsSettingRow(setting) { MadeDefaultOn = EngineOrganization.Start }.Record);
            }

            return organization.Read(organization.Queue(organization.Contact("09123456789"))).SettingId!.Id;
        }
    }

    [Fact]
    public async Task The_default_setting_can_be_neither_deactivated_nor_deleted()
    {
        await using var organization = await EngineOrganization.StartAsync();

        var off = Assert.Throws<FaultException<OrganizationServiceFault>>(() => organization.Admin.Update(
            new SmsSettingRow(organization.SettingId) { Statecode = SmsSetting.State.Inactive, Statuscode = SmsSetting.Status.Inactive }.Record));
        var gone = Assert.Throws<FaultException<OrganizationServiceFault>>(() => organization.Admin.Delete(SmsSetting.LogicalName, organization.SettingId));

        Assert.Contains("(setting-is-default)", off.Message, StringComparison.Ordinal);
        Assert.Contains("(setting-is-default)", gone.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_balance_is_shown_and_a_connection_can_be_tried_by_a_row()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var setting = new EntityReference(SmsSetting.LogicalName, organization.SettingId);
        var trial = organization.Admin.Create(new SmsProcessRow { Name = "try", ProcessKind = ProcessKind.TestConnection, SettingId = setting }.Record);

        organization.Work();
        organization.Pass(TimeSpan.FromSeconds(30));

        var process = new SmsProcessRow(organization.System.Retrieve(SmsProcess.LogicalName, trial, new ColumnSet(true)));
        Assert.Equal((SmsProcess.Status.Finished, "Connected."), (process.Statuscode, process.Output));
        Assert.Equal((BalanceUnit.Rial, true), (organization.Setting().BalanceUnit, organization.Setting().Balance > 0));
    }
}
