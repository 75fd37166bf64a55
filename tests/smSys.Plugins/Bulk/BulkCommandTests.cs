using System.ServiceModel;
using CrmEmulator.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Tables;
using smSys.Messaging.Bulk;

namespace smSys.Plugins.Tests.Bulk;

/// <summary>State is the command: each is obeyed within one batch.</summary>
public class BulkCommandTests
{
    private const int FirstBatch = 20;

    [Fact]
    public async Task A_pause_is_obeyed_within_a_batch_and_resuming_sends_the_rest()
    {
        var watch = new AtFirstSend();
        await using var organization = await BulkOrganization.StartAsync(Audience.Plain(150), partitions: 1, execution: new ExecutionOptions { OnCall = watch.See });
        watch.Do = () => organization.Set(BulkState.Paused);

        organization.Engine.Work();
        organization.Engine.Pass(TimeSpan.FromMinutes(2));
        var paused = (organization.Bulk().Statuscode, organization.Bulk().PauseReason, organization.Bulk().Accepted, organization.Balance());
        var byWhom = organization.Bulk().PauseNote;
        var name = organization.Engine.System.Retrieve("systemuser", organization.Engine.Crm.AdministratorId, new ColumnSet("fullname")).GetAttributeValue<string>("fullname");
        organization.Set(BulkState.Running);
        organization.Engine.Work();
        organization.Engine.Pass(TimeSpan.FromMinutes(5));

        Assert.Equal((SmsBulk.Status.Paused, PauseReason.ByUser, FirstBatch, (150, 150)), paused);
        Assert.Equal("Paused by " + name + ".", byWhom);
        Assert.Null(organization.Bulk().PauseNote);
        Assert.Equal((SmsBulk.Status.Finished, 150, null), (organization.Bulk().Statuscode, organization.Bulk().Accepted, organization.Bulk().PauseReason));
        Assert.All(organization.Accepted(), pair => Assert.Equal(1, pair.Value));
    }

    [Fact]
    public async Task A_cancelled_bulk_settles_its_open_batch_and_counts_the_rest_as_cancelled()
    {
        var watch = new AtFirstSend();
        await using var organization = await BulkOrganization.StartAsync(Audience.Plain(150), partitions: 1, execution: new ExecutionOptions { OnCall = watch.See });
        watch.Do = () => organization.Set(BulkState.Cancelled);

        organization.Engine.Work();
        organization.Engine.Pass(TimeSpan.FromMinutes(5));

        var bulk = organization.Bulk();
        Assert.Equal((SmsBulk.Status.Cancelled, FirstBatch, 150 - FirstBatch, 0), (bulk.Statuscode, bulk.Accepted, bulk.CancelledCount, bulk.Pending));
        Assert.Equal((150, 150), organization.Balance());
        Assert.Equal(FirstBatch, organization.Accepted().Count);
        Assert.NotNull(bulk.FinishedOn);
    }

    [Fact]
    public async Task Who_was_not_reached_in_time_is_left_out()
    {
        await using var organization = await BulkOrganization.StartAsync(
            Audience.Plain(50), change: bulk => bulk.NotAfter = Emulated.EngineOrganization.Start.AddMinutes(1));
        organization.Engine.Clock.Advance(TimeSpan.FromMinutes(2));

        organization.Engine.Work();
        organization.Engine.Pass(TimeSpan.FromMinutes(2));

        var bulk = organization.Bulk();
        Assert.Equal((SmsBulk.Status.Finished, 50, 0), (bulk.Statuscode, bulk.SkippedExpired, organization.Accepted().Count));
        Assert.Equal((50, 50), organization.Balance());
    }

    [Fact]
    public async Task Text_and_counters_of_a_started_bulk_are_nobodys_to_change_and_it_cannot_be_deleted()
    {
        await using var organization = await BulkOrganization.StartAsync(Audience.Plain(3), partitions: 1);
        var admin = organization.Engine.Admin;

        var text = Refused(() => admin.Update(new SmsBulkRow(organization.BulkId) { Text = "دیگر" }.Record));
        var counter = Refused(() => admin.Update(new SmsBulkRow(organization.BulkId) { Accepted = 7 }.Record));
        var deleting = Refused(() => admin.Delete(SmsBulk.LogicalName, organization.BulkId));
        var finishing = Refused(() => organization.Set(BulkState.Finished));

        Assert.Contains("(bulk-fixed)", text, StringComparison.Ordinal);
        Assert.Contains("(column-of-engine)", counter, StringComparison.Ordinal);
        Assert.Contains("(bulk-delete)", deleting, StringComparison.Ordinal);
        Assert.Contains("(bulk-state-move)", finishing, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_finished_message_of_a_bulk_under_way_is_nobodys_to_delete()
    {
        var watch = new AtFirstSend();
        await using var organization = await BulkOrganization.StartAsync(Audience.Plain(50), partitions: 1, execution: new ExecutionOptions { OnCall = watch.See });
        watch.Do = () => organization.Set(BulkState.Paused);
        organization.Engine.Work();
        organization.Engine.Pass(TimeSpan.FromMinutes(3));
        var delivered = organization.Messages().First(sms => sms.StatusCode == Sms.Status.Delivered);

        var refused = Refused(() => organization.Engine.Admin.Delete(Sms.LogicalName, delivered.Id));
        organization.Set(BulkState.Running);
        organization.Engine.Pass(TimeSpan.FromMinutes(6));
        organization.Engine.Admin.Delete(Sms.LogicalName, delivered.Id);

        Assert.Contains("(delete-in-bulk)", refused, StringComparison.Ordinal);
        Assert.Equal((SmsBulk.Status.Finished, 50, 49), (organization.Bulk().Statuscode, organization.Bulk().Accepted, organization.Messages().Count));
    }

    private static string Refused(Action act) => Assert.Throws<FaultException<OrganizationServiceFault>>(act).Message;
}
