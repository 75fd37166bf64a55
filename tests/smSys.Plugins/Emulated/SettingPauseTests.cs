using CrmEmulator.Pipeline;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Sentences;
using smSys.Crm.Settings;
using smSys.Crm.Tables;
using smSys.Plugins.Alerts;
using smSys.Plugins.Shell;
using smSys.Plugins.Tests.Bulk;

namespace smSys.Plugins.Tests.Emulated;

/// <summary>A person and several jobs pause one setting in the same moment.</summary>
public class SettingPauseTests
{
    private const string Mobile = "09123456789";
    private const string Watcher = "989129999999";

    [Fact]
    public async Task What_a_person_paused_while_a_call_was_out_stays_theirs_whatever_the_provider_answers()
    {
        var watch = new AtFirstSend();
        await using var organization = await EngineOrganization.StartAsync(execution: new ExecutionOptions { OnCall = watch.See });
        organization.Simulator.Account.PaidIn = 0;
        watch.Do = () => Set(organization, organization.SettingId, SmsSetting.State.Active, SmsSetting.Status.Paused);
        var sms = organization.Queue(organization.Contact(Mobile));

        organization.Work();
        var paused = organization.Setting();
        organization.Simulator.Account.PaidIn = 1_000_000;
        organization.Pass(TimeSpan.FromMinutes(90), TimeSpan.FromMinutes(1));

        Assert.Equal((SmsSetting.Status.Paused, PauseReason.ByUser), (paused.Statuscode, paused.PauseReason));
        Assert.Equal((SmsSetting.Status.Paused, PauseReason.ByUser), (organization.Setting().Statuscode, organization.Setting().PauseReason));
        Assert.Equal((Sms.Status.RetryScheduled, 1), (organization.Read(sms).StatusCode, organization.Sends));
        Assert.Empty(organization.Alerts("credit"));
    }

    [Fact]
    public async Task What_smSys_paused_is_a_persons_once_a_person_pauses_it_and_a_top_up_does_not_end_it()
    {
        await using var organization = await EngineOrganization.StartAsync();
        organization.Simulator.Account.PaidIn = 0;
        organization.Queue(organization.Contact(Mobile));
        organization.Work();
        var before = organization.Setting().PauseReason;

        Set(organization, organization.SettingId, SmsSetting.State.Active, SmsSetting.Status.Paused);
        organization.Simulator.Account.PaidIn = 1_000_000;
        organization.Pass(TimeSpan.FromMinutes(90), TimeSpan.FromMinutes(1));

        Assert.Equal(PauseReason.LowBalance, before);
        Assert.Equal((SmsSetting.Status.Paused, PauseReason.ByUser), (organization.Setting().Statuscode, organization.Setting().PauseReason));
    }

    [Fact]
    public async Task A_deactivated_setting_is_not_paused()
    {
        await using var organization = await EngineOrganization.StartAsync(ProviderKind.Ghasedak, null, ProviderKind.Rahyab);
        var other = organization.AddSetting(ProviderKind.Rahyab);
        Set(organization, other, SmsSetting.State.Inactive, SmsSetting.Status.Inactive);

        var since = new SettingPauser(organization.System).Pause(other, PauseReason.SignIn, "the provider said no", organization.Clock.UtcNow);

        var setting = new SmsSettingRow(organization.All(SmsSetting.LogicalName).Single(row => row.Id == other));
        Assert.Null(since);
        Assert.Equal((SmsSetting.Status.Inactive, null), (setting.Statuscode, setting.PauseReason));
    }

    [Fact]
    public async Task Of_a_pause_that_several_jobs_meet_at_the_same_time_the_owner_hears_once()
    {
        var watch = new AtFirstSend();
        await using var organization = await EngineOrganization.StartAsync(execution: new ExecutionOptions { OnCall = watch.See });
        organization.Admin.Update(new SmsSettingRow(organization.SettingId) { AlertNumber = Watcher }.Record);
        organization.Simulator.Account.PaidIn = 0;
        DateTime? first = null;
        watch.Do = () =>
        {
            // Another partition's call has just come back with the same answer.
            first = new SettingPauser(organization.System).Pause(organization.SettingId, PauseReason.LowBalance, "no credit", organization.Clock.UtcNow);
            new AlertDesk(organization.System, new Notes(organization.System), _ => { }).Raise(
                organization.Setting(), "credit", new Sentence("No credit.", "اعتبار نیست."), first!.Value);
            organization.Clock.Advance(TimeSpan.FromSeconds(2));
        };

        organization.Queue(organization.Contact(Mobile));
        organization.Work();

        Assert.Equal((SmsSetting.Status.Paused, PauseReason.LowBalance, first), (organization.Setting().Statuscode, organization.Setting().PauseReason, organization.Setting().PausedOn));
        Assert.Single(organization.Alerts("credit"));
        Assert.Single(organization.All(Sms.LogicalName), row => new SmsRow(row).PhoneNumber == Watcher);
    }

    private static void Set(EngineOrganization organization, Guid settingId, SmsSetting.State state, SmsSetting.Status status) =>
        organization.Admin.Update(new SmsSettingRow(settingId) { Statecode = state, Statuscode = status }.Record);
}
