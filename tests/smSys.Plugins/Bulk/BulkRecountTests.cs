using System.ServiceModel;
using CrmEmulator.Latency;
using CrmEmulator.Pipeline;
using Microsoft.Xrm.Sdk;
using ProviderSimulators.Faults;
using smSys.Crm.Tables;
using smSys.Messaging.Bulk;

namespace smSys.Plugins.Tests.Bulk;

/// <summary>What becomes of a bulk's messages after it is finished is counted too.</summary>
public class BulkRecountTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_message_that_somebody_sends_again_after_the_end_is_sent_and_counted(bool isCancelled)
    {
        await using var organization = await UnknownAsync(isCancelled);
        var rows = organization.Messages();
        organization.Engine.Admin.Update(Taken(rows[0].Id));
        organization.Engine.System.Update(new SmsRow(rows[1].Id) { StateCode = Sms.State.Canceled, StatusCode = Sms.Status.Failed }.Record);
        organization.Engine.Work();
        var before = organization.Bulk();
        Assert.All(organization.Rows(), row => Assert.Equal(SmsProcess.State.Inactive, row.Statecode));

        organization.Engine.Admin.Update(new SmsRow(rows[1].Id)
        {
            StateCode = Sms.State.Open,
            StatusCode = Sms.Status.Queued,
            NotBefore = organization.Engine.Clock.UtcNow.AddMinutes(4),
        }.Record);
        organization.Engine.Work();
        var pending = organization.Bulk();
        organization.Engine.Pass(TimeSpan.FromMinutes(12));

        var bulk = organization.Bulk();
        var end = isCancelled ? SmsBulk.Status.Cancelled : SmsBulk.Status.Finished;
        Assert.Equal((end, 1, 1, 0), (before.Statuscode, before.Accepted, before.Rejected, before.Pending));
        Assert.Equal((end, 1, 0, 1), (pending.Statuscode, pending.Accepted, pending.Rejected, pending.Pending));
        Assert.Equal((end, 2, 0, 0, 1), (bulk.Statuscode, bulk.Accepted, bulk.Rejected, bulk.Pending, bulk.Delivered));
        Assert.Equal((2, 2), organization.Balance());
        Assert.Single(organization.Engine.Simulator.Messages.All);
        Assert.All(organization.Rows(), row => Assert.Equal(SmsProcess.State.Inactive, row.Statecode));
        Assert.Null(bulk.Warning);
    }

    [Fact]
    public async Task The_last_unknown_that_is_settled_finishes_the_bulk_at_once()
    {
        await using var organization = await UnknownAsync();
        var unknown = organization.Messages();

        organization.Engine.Admin.Update(Taken(unknown[0].Id));
        organization.Engine.Work();
        var first = organization.Bulk();
        organization.Engine.Admin.Update(Taken(unknown[1].Id));
        organization.Engine.Work();

        var bulk = organization.Bulk();
        Assert.Equal((SmsBulk.Status.FinishedWithUnknowns, 1, 1), (first.Statuscode, first.Accepted, first.Unknown));
        Assert.Equal((SmsBulk.Status.Finished, 2, 0), (bulk.Statuscode, bulk.Accepted, bulk.Unknown));
        Assert.Equal((2, 2), organization.Balance());
        Assert.Equal(2, bulk.TotalParts);
    }

    [Fact]
    public async Task An_unknown_that_somebody_sends_again_with_a_reason_is_counted_as_what_it_becomes()
    {
        await using var organization = await UnknownAsync();
        var unknown = organization.Messages();

        foreach (var sms in unknown)
        {
            organization.Engine.Admin.Update(new SmsRow(sms.Id) { StateCode = Sms.State.Open, StatusCode = Sms.Status.Queued, ResendReason = "nothing came" }.Record);
        }

        organization.Engine.Work();
        organization.Engine.Pass(TimeSpan.FromMinutes(3));

        var bulk = organization.Bulk();
        Assert.Equal((SmsBulk.Status.Finished, 2, 0, 0), (bulk.Statuscode, bulk.Accepted, bulk.Unknown, bulk.Pending));
        Assert.Equal((2, 2), organization.Balance());
        Assert.Null(bulk.Warning);
    }

    [Fact]
    public async Task Rows_of_a_bulk_are_deleted_only_when_it_knows_of_everybody_and_then_it_stays_as_it_was_counted()
    {
        await using var organization = await UnknownAsync();
        var unknown = organization.Messages();
        organization.Engine.Admin.Update(Taken(unknown[0].Id));
        organization.Engine.Work();
        var early = Assert.Throws<FaultException<OrganizationServiceFault>>(() => organization.Engine.Admin.Delete(Sms.LogicalName, unknown[0].Id));
        organization.Engine.Admin.Update(Taken(unknown[1].Id));
        organization.Engine.Work();

        organization.Engine.Admin.Delete(Sms.LogicalName, unknown[0].Id);
        organization.Engine.System.Update(new SmsRow(unknown[1].Id) { StateCode = Sms.State.Completed, StatusCode = Sms.Status.Delivered }.Record);
        organization.Engine.Work();
        organization.Engine.Pass(TimeSpan.FromMinutes(5));

        var bulk = organization.Bulk();
        Assert.Contains("(delete-in-bulk)", early.Message, StringComparison.Ordinal);
        Assert.Equal((SmsBulk.Status.Finished, 2, 2), (bulk.Statuscode, bulk.Accepted, bulk.Expected));
        Assert.Equal((2, 2), organization.Balance());
        Assert.Null(bulk.Warning);
    }

    [Fact]
    public async Task Old_messages_of_a_finished_bulk_are_thinned_out_and_its_figures_stay()
    {
        await using var organization = await BulkOrganization.StartAsync(Audience.Plain(3), partitions: 2, kind: ProviderKind.Rahyab, setting: setting => setting.PricePersian = 500);
        organization.Engine.Work();
        organization.Engine.Pass(TimeSpan.FromMinutes(6));
        Assert.Equal(SmsBulk.Status.Finished, organization.Bulk().Statuscode);
        organization.Engine.Clock.Advance(TimeSpan.FromDays(9));

        Thin(organization);

        var bulk = organization.Bulk();
        Assert.Empty(organization.Messages());
        Assert.Equal((SmsBulk.Status.Finished, 3, 3, 3, 1500m), (bulk.Statuscode, bulk.Accepted, bulk.Delivered, bulk.TotalParts, bulk.TotalCost));
        Assert.Equal((3, 3), organization.Balance());
        Assert.Equal(2, organization.Rows().Count);
    }

    [Fact]
    public async Task Old_messages_of_a_bulk_with_unknowns_stay_until_somebody_has_decided()
    {
        await using var organization = await UnknownAsync();
        organization.Engine.Admin.Update(Taken(organization.Messages()[0].Id));
        organization.Engine.Work();
        organization.Engine.Clock.Advance(TimeSpan.FromDays(9));

        Thin(organization);

        Assert.Equal(2, organization.Messages().Count);
        Assert.Equal((1, 1), (organization.Bulk().Accepted, organization.Bulk().Unknown));
    }

    [Fact]
    public async Task A_recount_that_is_asked_for_while_the_last_one_ends_is_not_lost()
    {
        Action? atTheEnd = null;
        await using var organization = await UnknownAsync(onCall: point =>
        {
            if (atTheEnd is { } act && point is { Name: "Update", Table: SmsBulk.LogicalName, IsAfter: true, IsAsynchronous: true }
                && point.TypeName.EndsWith(".ProcessRequested", StringComparison.Ordinal))
            {
                atTheEnd = null;
                act();
            }
        });
        var unknown = organization.Messages();
        organization.Engine.Admin.Update(Taken(unknown[0].Id));
        organization.Engine.Work();
        organization.Engine.Clock.Advance(TimeSpan.FromSeconds(10));
        atTheEnd = () =>
        {
            organization.Engine.Clock.Advance(TimeSpan.FromSeconds(2));
            organization.Engine.System.Update(new SmsRow(unknown[1].Id) { StateCode = Sms.State.Completed, StatusCode = Sms.Status.Delivered }.Record);
        };

        organization.Engine.Admin.Update(Taken(unknown[1].Id));
        organization.Engine.Work();
        organization.Engine.Pass(TimeSpan.FromMinutes(1));

        Assert.Null(atTheEnd);
        Assert.Equal((SmsBulk.Status.Finished, 2, 1), (organization.Bulk().Statuscode, organization.Bulk().Accepted, organization.Bulk().Delivered));
        Assert.All(organization.Rows(), row => Assert.Equal(SmsProcess.State.Inactive, row.Statecode));
    }

    private static void Thin(BulkOrganization organization)
    {
        organization.Engine.Admin.Create(new SmsProcessRow { Name = "thin", ProcessKind = ProcessKind.Retention, KeepDays = 8 }.Record);
        organization.Engine.Work();
    }

    private static Entity Taken(Guid id) => new SmsRow(id) { StateCode = Sms.State.Completed, StatusCode = Sms.Status.SentWithoutReceipt }.Record;

    /// <summary>Nobody can be asked about the only batch, so both messages are unknown.</summary>
    private static async Task<BulkOrganization> UnknownAsync(bool isCancelled = false, Action<CallPoint>? onCall = null)
    {
        BulkOrganization? organization = null;
        var execution = new ExecutionOptions
        {
            OnCall = point =>
            {
                onCall?.Invoke(point);
                if (isCancelled && point is { Kind: CallKind.Http, IsAfter: false })
                {
                    isCancelled = false;
                    organization?.Set(BulkState.Cancelled);
                }
            },
        };
        var end = isCancelled ? SmsBulk.Status.Cancelled : SmsBulk.Status.FinishedWithUnknowns;
        organization = await BulkOrganization.StartAsync(Audience.Plain(2), partitions: 1, kind: ProviderKind.Asanak, execution: execution);
        organization.Engine.Simulator.Faults.Order(SimulatedFault.CutBeforeStoring);
        organization.Engine.Work();
        organization.Engine.Pass(TimeSpan.FromMinutes(40));
        Assert.Equal((end, 2), (organization.Bulk().Statuscode, organization.Bulk().Unknown));
        return organization;
    }
}
