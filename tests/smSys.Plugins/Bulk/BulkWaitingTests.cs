using CrmEmulator.Pipeline;
using smSys.Crm.Tables;
using smSys.Messaging.Bulk;
using smSys.Plugins.Tests.Emulated;

namespace smSys.Plugins.Tests.Bulk;

/// <summary>What a bulk waits for: its time, quiet hours, a top-up, and who goes first.</summary>
public class BulkWaitingTests
{
    private const int FirstBatch = 20;

    [Fact]
    public async Task A_scheduled_bulk_starts_at_its_time()
    {
        var start = EngineOrganization.Start.AddHours(1);
        await using var organization = await BulkOrganization.StartAsync(Audience.Plain(30), partitions: 2, change: bulk => bulk.NotBefore = start);

        organization.Engine.Work();
        organization.Engine.Pass(TimeSpan.FromMinutes(59));
        var early = organization.Engine.Sends;
        organization.Engine.Pass(TimeSpan.FromMinutes(6));

        Assert.Equal(0, early);
        Assert.Equal((SmsBulk.Status.Finished, 30), (organization.Bulk().Statuscode, organization.Bulk().Accepted));
        Assert.InRange(organization.Bulk().StartedOn!.Value, start, start.AddMinutes(2));
    }

    [Theory]
    [InlineData(MessageClass.Advertising, 0)]
    [InlineData(MessageClass.Service, 30)]
    public async Task Quiet_hours_hold_advertising_of_a_bulk_and_nothing_else(MessageClass messageClass, int meanwhile)
    {
        // Start is half past eleven in Tehran; it is quiet until twelve.
        await using var organization = await BulkOrganization.StartAsync(
            Audience.Plain(30),
            partitions: 1,
            change: bulk => bulk.MessageClass = messageClass,
            setting: setting => (setting.QuietFrom, setting.QuietUntil) = (660, 720));

        organization.Engine.Work();
        organization.Engine.Pass(TimeSpan.FromMinutes(29));
        var held = organization.Accepted().Count;
        organization.Engine.Pass(TimeSpan.FromMinutes(10));

        Assert.Equal(meanwhile, held);
        Assert.Equal((SmsBulk.Status.Finished, 30), (organization.Bulk().Statuscode, organization.Bulk().Accepted));
        Assert.All(organization.Accepted(), pair => Assert.Equal(1, pair.Value));
    }

    [Fact]
    public async Task Quiet_hours_that_begin_half_way_hold_the_rest_within_a_batch()
    {
        var watch = new AtFirstSend();
        await using var organization = await BulkOrganization.StartAsync(
            Audience.Plain(100),
            partitions: 1,
            change: bulk => bulk.MessageClass = MessageClass.Advertising,
            setting: setting => (setting.QuietFrom, setting.QuietUntil) = (691, 720),
            execution: new ExecutionOptions { OnCall = watch.See });
        watch.Do = () => organization.Engine.Clock.Advance(TimeSpan.FromSeconds(65));

        organization.Engine.Work();
        organization.Engine.Pass(TimeSpan.FromMinutes(25));
        var held = organization.Accepted().Count;
        organization.Engine.Pass(TimeSpan.FromMinutes(12));

        Assert.Equal(FirstBatch, held);
        Assert.Equal((SmsBulk.Status.Finished, 100), (organization.Bulk().Statuscode, organization.Bulk().Accepted));
    }

    [Fact]
    public async Task Whose_time_is_over_before_the_quiet_hours_are_is_left_out()
    {
        await using var organization = await BulkOrganization.StartAsync(
            Audience.Plain(30),
            partitions: 1,
            change: bulk => (bulk.MessageClass, bulk.NotAfter) = (MessageClass.Advertising, EngineOrganization.Start.AddMinutes(20)),
            setting: setting => (setting.QuietFrom, setting.QuietUntil) = (660, 720));

        organization.Engine.Work();
        organization.Engine.Pass(TimeSpan.FromMinutes(40));

        Assert.Equal((SmsBulk.Status.Finished, 30, 0), (organization.Bulk().Statuscode, organization.Bulk().SkippedExpired, organization.Accepted().Count));
        Assert.Equal((30, 30), organization.Balance());
    }

    [Fact]
    public async Task Gone_credit_pauses_the_bulk_with_its_reason_and_a_top_up_lets_it_go_on_by_itself()
    {
        var watch = new AtFirstSend(call: 2);
        await using var organization = await BulkOrganization.StartAsync(
            Audience.Plain(100), partitions: 1, execution: new ExecutionOptions { OnCall = watch.See });
        watch.Do = () => organization.Engine.Simulator.Account.PaidIn = organization.Engine.Simulator.Messages.Spent;

        organization.Engine.Work();
        organization.Engine.Pass(TimeSpan.FromMinutes(30));
        var paused = organization.Bulk();
        var refused = organization.Engine.Sends;
        organization.Engine.Pass(TimeSpan.FromHours(3), TimeSpan.FromMinutes(1));
        var still = organization.Bulk();
        organization.Engine.Simulator.Account.PaidIn += 1_000_000;
        organization.Engine.Pass(TimeSpan.FromMinutes(80), TimeSpan.FromMinutes(1));

        Assert.Equal((SmsBulk.Status.Paused, PauseReason.LowBalance, FirstBatch), (paused.Statuscode, paused.PauseReason, paused.Accepted));
        Assert.False(string.IsNullOrEmpty(paused.PauseNote));
        Assert.Equal((SmsBulk.Status.Paused, 0), (still.Statuscode, still.Rejected ?? 0));
        Assert.Equal(2, refused);
        Assert.Equal((SmsBulk.Status.Finished, 100, null), (organization.Bulk().Statuscode, organization.Bulk().Accepted, organization.Bulk().PauseReason));
        Assert.All(organization.Accepted(), pair => Assert.Equal(1, pair.Value));
    }

    [Fact]
    public async Task A_bulk_leaves_what_a_low_balance_still_pays_for_to_single_messages()
    {
        await using var organization = await BulkOrganization.StartAsync(Audience.Plain(10), partitions: 1, setting: setting => setting.LowBalance = 50_000);
        organization.Engine.Simulator.Account.PaidIn = 20_000;
        organization.Engine.System.Update(new SmsSettingRow(organization.Engine.SettingId) { Balance = 20_000 }.Record);
        var single = organization.Engine.Queue(organization.Engine.Contact("09121234569"));

        organization.Engine.Work();
        organization.Engine.Pass(TimeSpan.FromMinutes(5));
        var paused = organization.Bulk();
        organization.Engine.Simulator.Account.PaidIn = 500_000;
        organization.Engine.Pass(TimeSpan.FromMinutes(80), TimeSpan.FromMinutes(1));

        Assert.Equal(Sms.Status.Delivered, organization.Engine.Read(single).StatusCode);
        Assert.Equal((SmsBulk.Status.Paused, PauseReason.LowBalance, 0), (paused.Statuscode, paused.PauseReason, paused.Accepted ?? 0));
        Assert.Equal((SmsBulk.Status.Finished, 10), (organization.Bulk().Statuscode, organization.Bulk().Accepted));
    }

    [Fact]
    public async Task A_provider_that_refuses_one_after_the_other_pauses_the_bulk_until_a_person_has_looked()
    {
        // The simulated provider refuses whoever ends in 0013, and with them the call.
        var refused = Enumerable.Range(100, 24).Select(i => "98912" + i + "0013");
        await using var organization = await BulkOrganization.StartAsync([.. Audience.Plain(20), .. refused, .. Audience.Plain(30).Skip(20)], partitions: 1);

        organization.Engine.Work();
        organization.Engine.Pass(TimeSpan.FromMinutes(30), TimeSpan.FromSeconds(30));
        var paused = organization.Bulk();
        var sends = organization.Engine.Sends;
        organization.Engine.Pass(TimeSpan.FromHours(2), TimeSpan.FromMinutes(2));
        var still = (organization.Bulk().Statuscode, organization.Engine.Sends);
        organization.Set(BulkState.Running);
        organization.Engine.Pass(TimeSpan.FromMinutes(30), TimeSpan.FromSeconds(30));

        Assert.Equal((SmsBulk.Status.Paused, null, 20), (paused.Statuscode, paused.PauseReason, paused.Accepted));
        Assert.StartsWith("The provider refuses one message after the other", paused.PauseNote, StringComparison.Ordinal);
        Assert.Equal((SmsBulk.Status.Paused, sends), still);
        Assert.Equal((SmsBulk.Status.Finished, 30, 24), (organization.Bulk().Statuscode, organization.Bulk().Accepted, organization.Bulk().Rejected));
        Assert.All(organization.Accepted(), pair => Assert.Equal(1, pair.Value));
    }

    [Theory]
    [InlineData(Lane.OneTimeCode)]
    [InlineData(Lane.Reply)]
    public async Task At_an_account_with_a_pace_what_is_due_goes_before_the_next_batch(Lane lane)
    {
        const string Mobile = "09121234569";
        var watch = new AtFirstSend();
        await using var organization = await BulkOrganization.StartAsync(
            Audience.Plain(90), partitions: 1, setting: setting => setting.SendPace = 5_000, execution: new ExecutionOptions { OnCall = watch.See });
        watch.Do = () => organization.Engine.Queue(organization.Engine.Contact(Mobile), "1234", sms => sms.Lane = lane);

        organization.Engine.Work();
        organization.Engine.Pass(TimeSpan.FromMinutes(5));

        var order = organization.Engine.Simulator.Messages.All.Select(message => message.Recipient).ToList();
        Assert.Equal(FirstBatch, order.FindIndex(recipient => recipient.EndsWith(Mobile[1..], StringComparison.Ordinal)));
        Assert.Equal(90, organization.Bulk().Accepted);
        Assert.Single(organization.Engine.Inbox(Mobile));
    }
}
