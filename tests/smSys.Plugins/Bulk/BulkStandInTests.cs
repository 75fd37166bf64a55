using CrmEmulator.Pipeline;
using ProviderSimulators.Faults;
using smSys.Crm.Tables;
using smSys.Messaging.Bulk;
using smSys.Plugins.Tests.Emulated;

namespace smSys.Plugins.Tests.Bulk;

/// <summary>Another account takes over a bulk in the middle: only what was certainly not sent, and everybody once.</summary>
public class BulkStandInTests
{
    private const int FirstBatch = 20;
    private const int Forever = 1_000_000;

    [Fact]
    public async Task A_stand_in_goes_on_where_the_account_was_refused()
    {
        var watch = new AtFirstSend(call: 2);
        await using var organization = await StartAsync(Audience.Plain(100), watch);
        watch.Do = () => organization.Engine.Simulator.Faults.Order(SimulatedFault.Unauthorized, Forever);

        organization.Engine.Work();
        organization.Engine.Pass(TimeSpan.FromMinutes(30));
        var taken = organization.Bulk();
        organization.Engine.Simulator.Faults.Clear();
        organization.Engine.Reactivate();
        organization.Engine.Pass(TimeSpan.FromMinutes(70), TimeSpan.FromSeconds(30));

        // The receipts of the first batch are with the account that took it.
        Assert.Equal((SmsBulk.Status.Finished, 100, 100 - FirstBatch), (taken.Statuscode, taken.Accepted, taken.Delivered));
        Assert.Equal((SmsBulk.Status.Finished, 100, 100), (organization.Bulk().Statuscode, organization.Bulk().Accepted, organization.Bulk().Delivered));
        Assert.Equal((FirstBatch, 100 - FirstBatch), (AtAccount(organization, "ghasedak|"), AtAccount(organization, "rahyab|")));
        EverybodyOnce(organization);
        Assert.Equal((100, 100), organization.Balance());
        Assert.Single(organization.Engine.Alerts("failed-over"));
    }

    [Fact]
    public async Task What_nobody_knows_is_asked_about_where_it_was_tried_before_anybody_takes_over()
    {
        var watch = new AtFirstSend(call: 2);
        await using var organization = await StartAsync(Audience.Plain(100), watch);
        watch.Do = () =>
        {
            organization.Engine.Simulator.Faults.Order(SimulatedFault.CutBeforeAnswer);
            organization.Engine.Admin.Update(new SmsSettingRow(organization.Engine.SettingId) { StandInId = Other(organization) }.Record);
        };

        organization.Engine.Work();
        organization.Engine.Pass(TimeSpan.FromMinutes(40));

        Assert.Equal((SmsBulk.Status.Finished, 100), (organization.Bulk().Statuscode, organization.Bulk().Accepted));
        Assert.True(AtAccount(organization, "ghasedak|") >= 2 * FirstBatch, "Whoever took the attempt keeps it.");
        EverybodyOnce(organization);
        Assert.Equal((100, 100), organization.Balance());
    }

    [Theory]
    [InlineData(SimulatedFault.CutBeforeAnswer)]
    [InlineData(SimulatedFault.CutBeforeStoring)]
    public async Task What_an_account_took_stays_with_it_by_its_own_line_and_tariff(SimulatedFault fault)
    {
        // Stored or not, the attempt's reference is known at that account alone; another one would take the repeat for a new message.
        var watch = new AtFirstSend(call: 2);
        await using var organization = await StartAsync(Audience.Plain(100), watch, 150);
        var announced = new List<string>();
        watch.Do = () =>
        {
            organization.Engine.Simulator.Faults.Order(fault);
            organization.Engine.System.Update(new SmsSettingRow(organization.Engine.SettingId) { StandInId = Other(organization), FailedOverOn = organization.Engine.Clock.UtcNow }.Record);
            announced.AddRange(BatchJournal.Read(organization.Rows()[0].Journal)!.Lines.Select(line => line.Number));
        };

        // Ten minutes have to pass before the first account is tried again.
        organization.Engine.Work();
        organization.Engine.Pass(TimeSpan.FromMinutes(8));
        var meanwhile = organization.Messages().Count(sms => sms.Account!.StartsWith("rahyab|", StringComparison.Ordinal));
        organization.Engine.Admin.Update(new SmsSettingRow(organization.Engine.SettingId) { StandInId = null }.Record);
        organization.Engine.Pass(TimeSpan.FromMinutes(40));

        Assert.Equal(100 - FirstBatch - announced.Count, meanwhile);
        Assert.All(organization.Messages().Where(sms => announced.Contains(sms.PhoneNumber!)), sms =>
        {
            Assert.StartsWith("ghasedak|", sms.Account, StringComparison.Ordinal);
            Assert.Equal(organization.Engine.LineId, sms.NumberId!.Id);

            // The answer to a question names no cost, so it is the tariff's; the answer to the repeat names one.
            Assert.Equal(fault == SimulatedFault.CutBeforeAnswer, sms.Cost == 150 * sms.Parts);
        });
        Assert.Equal((SmsBulk.Status.Finished, 100), (organization.Bulk().Statuscode, organization.Bulk().Accepted));
        EverybodyOnce(organization);
        Assert.Equal((100, 100), organization.Balance());
    }

    [Fact]
    public async Task A_stand_in_that_a_person_pauses_sends_no_further_batch()
    {
        var watch = new AtFirstSend();
        await using var organization = await StartAsync(Audience.Plain(100), watch);
        organization.Engine.Admin.Update(new SmsSettingRow(organization.Engine.SettingId) { StandInId = Other(organization) }.Record);
        watch.Do = () => organization.Engine.Admin.Update(
            new SmsSettingRow(Other(organization).Id) { Statecode = SmsSetting.State.Active, Statuscode = SmsSetting.Status.Paused, PauseReason = PauseReason.ByUser }.Record);

        organization.Engine.Work();
        organization.Engine.Pass(TimeSpan.FromMinutes(30));

        Assert.Equal((100 - FirstBatch, FirstBatch), (AtAccount(organization, "ghasedak|"), AtAccount(organization, "rahyab|")));
        Assert.Equal((SmsBulk.Status.Finished, 100), (organization.Bulk().Statuscode, organization.Bulk().Accepted));
        EverybodyOnce(organization);
    }

    [Fact]
    public async Task The_half_of_a_batch_that_an_account_did_not_take_goes_out_by_the_stand_in_and_the_bulk_behind_it()
    {
        // The number that is refused splits the call; the account falls ill between the halves.
        var watch = new AtFirstSend(call: 3);
        await using var organization = await StartAsync([.. Audience.Plain(15), "989121000013", .. Audience.Plain(60).Skip(15)], watch);
        var taken = 0;
        watch.Do = () =>
        {
            taken = organization.Engine.Simulator.Messages.Count;
            organization.Engine.Simulator.Faults.Order(SimulatedFault.Unauthorized, Forever);
        };

        organization.Engine.Work();
        organization.Engine.Pass(TimeSpan.FromMinutes(20));
        var meanwhile = (organization.Bulk().Statuscode, organization.Bulk().Accepted, organization.Bulk().Rejected);
        organization.Engine.Simulator.Faults.Clear();
        organization.Engine.Reactivate();
        organization.Engine.Pass(TimeSpan.FromMinutes(30));

        Assert.InRange(taken, 1, 14);
        Assert.Equal((SmsBulk.Status.Finished, 60, 1), meanwhile);
        Assert.Equal((taken, 60 - taken), (Accepted(organization, "ghasedak|"), Accepted(organization, "rahyab|")));
        EverybodyOnce(organization);
        Assert.Equal((61, 61), organization.Balance());
    }

    private static async Task<BulkOrganization> StartAsync(IReadOnlyList<string> numbers, AtFirstSend watch, decimal? price = null)
    {
        var organization = await BulkOrganization.StartAsync(
            numbers,
            partitions: 1,
            execution: new ExecutionOptions { OnCall = watch.See },
            setting: setting => (setting.FailoverGroup, setting.FailoverOrder, setting.PricePersian) = ("main", 1, price),
            others: [ProviderKind.Rahyab]);
        organization.Engine.AddSetting(ProviderKind.Rahyab, setting => (setting.FailoverGroup, setting.FailoverOrder) = ("main", 2));
        return organization;
    }

    private static Microsoft.Xrm.Sdk.EntityReference Other(BulkOrganization organization) => organization.Engine.All(SmsSetting.LogicalName)
        .Single(row => new SmsSettingRow(row).FailoverOrder == 2).ToEntityReference();

    private static int AtAccount(BulkOrganization organization, string account) =>
        organization.Messages().Count(sms => sms.Account!.StartsWith(account, StringComparison.Ordinal));

    private static int Accepted(BulkOrganization organization, string account) =>
        organization.Messages().Count(sms => sms.HandedOverOn is not null && sms.Account!.StartsWith(account, StringComparison.Ordinal));

    private static void EverybodyOnce(BulkOrganization organization)
    {
        foreach (var number in organization.Numbers.Where(number => !number.EndsWith("0013", StringComparison.Ordinal)))
        {
            Assert.Single(organization.Engine.Inbox("0" + number[2..]));
        }
    }
}
