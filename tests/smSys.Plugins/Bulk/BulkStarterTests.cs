using CrmEmulator.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Tables;
using smSys.Messaging.Bulk;

namespace smSys.Plugins.Tests.Bulk;

/// <summary>A bulk reads its recipients as who started it, and says so when they may not any more.</summary>
public class BulkStarterTests
{
    private static readonly Relationship _roles = new("systemuserroles_association");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_starter_who_may_not_read_any_more_pauses_the_bulk_with_a_sentence_until_somebody_has_mended_it(bool isDisabled)
    {
        var watch = new AtFirstSend();
        await using var organization = await BulkOrganization.StartAsync(Audience.Plain(150), partitions: 1, execution: new ExecutionOptions { OnCall = watch.See });
        var engine = organization.Engine;
        var starter = engine.System.Create(new Entity("systemuser")
        {
            ["firstname"] = "Sara",
            ["lastname"] = "Starter",
            ["businessunitid"] = new EntityReference("businessunit", engine.Crm.RootBusinessUnitId),
        });
        EntityReferenceCollection administrator = [new EntityReference("role", engine.Crm.AdministratorRoleId)];
        engine.System.Associate("systemuser", starter, _roles, administrator);
        engine.System.Update(new SmsBulkRow(organization.BulkId) { StartedById = new EntityReference("systemuser", starter) }.Record);
        watch.Do = () => Change(mayRead: false);

        engine.Work();
        engine.Pass(TimeSpan.FromMinutes(4));
        var paused = organization.Bulk();
        var balance = organization.Balance();
        Change(mayRead: true);
        engine.Pass(TimeSpan.FromMinutes(2));
        var waiting = organization.Bulk().Statuscode;
        organization.Set(BulkState.Running);
        engine.Pass(TimeSpan.FromMinutes(5));

        // The chunk that was read already has gone out.
        Assert.Equal((SmsBulk.Status.Paused, null, 60, 90), (paused.Statuscode, paused.PauseReason, paused.Accepted, paused.Pending));
        Assert.Equal((150, 150), balance);
        Assert.StartsWith("Sara Starter started this bulk and may not read the recipients (contact) any more; ", paused.PauseNote, StringComparison.Ordinal);
        Assert.EndsWith(" (recipients-not-readable)", paused.PauseNote, StringComparison.Ordinal);
        Assert.Empty(engine.Crm.Traces.Failures.Select(trace => trace.ToString()));
        Assert.Equal(SmsBulk.Status.Paused, waiting);
        Assert.Equal((SmsBulk.Status.Finished, 150, null), (organization.Bulk().Statuscode, organization.Bulk().Accepted, organization.Bulk().PauseNote));
        Assert.All(organization.Accepted(), pair => Assert.Equal(1, pair.Value));

        void Change(bool mayRead)
        {
            if (isDisabled)
            {
                engine.System.Update(new Entity("systemuser", starter) { ["isdisabled"] = !mayRead });
            }
            else if (mayRead)
            {
                engine.System.Associate("systemuser", starter, _roles, administrator);
            }
            else
            {
                engine.System.Disassociate("systemuser", starter, _roles, administrator);
            }
        }
    }
}
