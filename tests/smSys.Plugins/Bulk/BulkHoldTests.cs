using CrmEmulator.Pipeline;
using ProviderSimulators.Faults;
using smSys.Crm.Tables;
using smSys.Messaging.Bulk;
using smSys.Plugins.Tests.Emulated;

namespace smSys.Plugins.Tests.Bulk;

/// <summary>Messages of a bulk that wait for another attempt stand still with it, and are called off with it.</summary>
public class BulkHoldTests
{
    private const string Mobile = "09121234569";

    [Fact]
    public async Task What_waits_for_another_attempt_stands_still_with_its_bulk_in_nobodys_way_and_goes_out_once_it_runs()
    {
        await using var organization = await StoppedAsync(BulkState.Paused, recipients: 30);
        var waiting = organization.Messages()[0].Id;
        TryAgain(organization, waiting);
        organization.Engine.Admin.Update(new SmsSettingRow(organization.Engine.SettingId) { BatchLimit = 1 }.Record);
        var later = organization.Engine.Queue(organization.Engine.Contact(Mobile), change: sms =>
            (sms.Lane, sms.NotBefore) = (Lane.Bulk, organization.Engine.Clock.UtcNow.AddMinutes(3)));

        organization.Engine.Pass(TimeSpan.FromMinutes(40), TimeSpan.FromSeconds(30));
        var held = organization.Engine.Read(waiting);
        var others = organization.Engine.Inbox(Mobile).Count;
        var accepted = organization.Accepted().Count;
        var alerts = organization.Engine.Alerts("old-queue").Count;
        organization.Set(BulkState.Running);
        organization.Engine.Pass(TimeSpan.FromMinutes(20), TimeSpan.FromSeconds(30));

        Assert.Equal((Sms.Status.RetryScheduled, 1, null), (held.StatusCode, held.Attempt, held.ClaimedUntil));
        Assert.Equal((1, 1, 0), (others, accepted, alerts));
        Assert.Equal(Sms.Status.Delivered, organization.Engine.Read(waiting).StatusCode);
        Assert.Equal((11, 19), (organization.Bulk().Accepted, organization.Bulk().Unknown));
        Assert.All(organization.Accepted(), pair => Assert.Equal(1, pair.Value));
    }

    [Fact]
    public async Task What_waits_for_another_attempt_is_called_off_with_its_bulk_also_where_its_partition_was_stopped()
    {
        await using var organization = await StoppedAsync(BulkState.Paused, recipients: 30);
        var waiting = organization.Messages()[0].Id;
        TryAgain(organization, waiting);
        organization.Engine.Admin.Update(new SmsProcessRow(organization.Partitions[0]) { Statecode = SmsProcess.State.Active, Statuscode = SmsProcess.Status.Paused }.Record);

        organization.Set(BulkState.Cancelled);
        organization.Engine.Work();
        organization.Engine.Pass(TimeSpan.FromMinutes(10));

        Assert.Equal((Sms.Status.Cancelled, "bulk-cancelled"), (organization.Engine.Read(waiting).StatusCode, organization.Engine.Read(waiting).FaultCode));
        Assert.Empty(organization.Accepted());
    }

    [Fact]
    public async Task Of_a_cancelled_bulk_that_is_over_only_what_a_person_queues_goes_out()
    {
        await using var organization = await StoppedAsync(BulkState.Cancelled, recipients: 2);
        var rows = organization.Messages();
        var isOver = organization.Bulk().FinishedOn is not null;

        TryAgain(organization, rows[0].Id);
        organization.Engine.Admin.Update(new SmsRow(rows[1].Id) { StateCode = Sms.State.Open, StatusCode = Sms.Status.Queued, ResendReason = "nothing came" }.Record);
        organization.Engine.Work();
        organization.Engine.Pass(TimeSpan.FromMinutes(20));

        var bulk = organization.Bulk();
        Assert.True(isOver);
        Assert.Equal((Sms.Status.Cancelled, Sms.Status.Delivered), (organization.Engine.Read(rows[0].Id).StatusCode, organization.Engine.Read(rows[1].Id).StatusCode));
        Assert.Equal((SmsBulk.Status.Cancelled, 1, 1, 0), (bulk.Statuscode, bulk.Accepted, bulk.CancelledCount, bulk.Unknown));
        Assert.Equal((2, 2), organization.Balance());
        Assert.Single(organization.Accepted());
    }

    // As when the provider has said twice that it never arrived.
    private static void TryAgain(BulkOrganization organization, Guid sms) => organization.Engine.System.Update(new SmsRow(sms)
    {
        StateCode = Sms.State.Open,
        StatusCode = Sms.Status.RetryScheduled,
        NextAttemptOn = organization.Engine.Clock.UtcNow,
    }.Record);

    /// <summary>Somebody stops the bulk during the first call, which is cut; nobody can be asked about it, so its messages are unknown.</summary>
    private static async Task<BulkOrganization> StoppedAsync(BulkState state, int recipients)
    {
        var watch = new AtFirstSend();
        var organization = await BulkOrganization.StartAsync(
            Audience.Plain(recipients), partitions: 1, kind: ProviderKind.Asanak, execution: new ExecutionOptions { OnCall = watch.See });
        watch.Do = () => organization.Set(state);
        organization.Engine.Simulator.Faults.Order(SimulatedFault.CutBeforeStoring);
        organization.Engine.Work();
        organization.Engine.Pass(TimeSpan.FromMinutes(40), TimeSpan.FromSeconds(30));
        Assert.Equal((BulkStateOf(state), Math.Min(recipients, 20)), (organization.Bulk().Statuscode, organization.Bulk().Unknown));
        return organization;
    }

    private static SmsBulk.Status? BulkStateOf(BulkState state) => smSys.Crm.Bulk.BulkStateCodes.Of(state);
}
