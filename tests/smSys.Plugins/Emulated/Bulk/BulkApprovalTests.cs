using System.ServiceModel;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Tables;

namespace smSys.Plugins.Tests.Emulated.Bulk;

/// <summary>Who may approve a large bulk: whoever may change the setting, and not who started it, unless the setting is theirs.</summary>
public class BulkApprovalTests
{
    [Fact]
    public async Task Somebody_else_who_may_change_the_setting_approves_and_it_is_noted()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var (scene, bulk) = Waiting(organization, organization.Crm.AdministratorId);
        var approver = organization.User("smSys Administrator");

        Approve(approver, bulk);
        scene.GoOn(bulk);

        var approved = scene.Read(bulk);
        Assert.Equal((SmsBulk.Status.Running, IdOf(approver)), (approved.Statuscode!.Value, approved.ApprovedById?.Id));
        Assert.NotNull(approved.ApprovedOn);
        Assert.All(scene.Partitions(bulk), partition => Assert.NotNull(partition.NextRunOn));
    }

    [Fact]
    public async Task Who_may_not_change_the_setting_approves_nothing_not_even_their_own_bulk()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var sender = organization.User("smSys Bulk Sender");
        var (scene, bulk) = Waiting(organization, IdOf(sender));

        Assert.Contains("(bulk-approval-right)", Refused(() => Approve(sender, bulk)), StringComparison.Ordinal);
        Assert.Equal(SmsBulk.Status.AwaitingApproval, scene.Read(bulk).Statuscode);
    }

    [Fact]
    public async Task Who_started_it_does_not_approve_it_unless_the_setting_is_theirs()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var starter = organization.User("smSys Administrator");
        var (scene, bulk) = Waiting(organization, IdOf(starter));

        var refused = Refused(() => Approve(starter, bulk));
        organization.Admin.Update(new SmsSettingRow(organization.SettingId) { OwnerId = new EntityReference("systemuser", IdOf(starter)) }.Record);
        Approve(starter, bulk);

        Assert.Contains("(bulk-approval-own)", refused, StringComparison.Ordinal);
        Assert.Equal((SmsBulk.Status.Running, IdOf(starter)), (scene.Read(bulk).Statuscode!.Value, scene.Read(bulk).ApprovedById?.Id));
    }

    [Fact]
    public async Task A_bulk_that_waits_can_be_cancelled_and_then_sends_nothing()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var (scene, bulk) = Waiting(organization, organization.Crm.AdministratorId);

        organization.Admin.Update(new SmsBulkRow(bulk) { Statecode = SmsBulk.State.Inactive, Statuscode = SmsBulk.Status.Cancelled }.Record);
        organization.Reactivate();
        organization.Pass(TimeSpan.FromMinutes(10));

        Assert.Equal((SmsBulk.Status.Cancelled, 2, 0), (scene.Read(bulk).Statuscode!.Value, scene.Read(bulk).CancelledCount, scene.Read(bulk).Pending));
        Assert.Equal(0, organization.Sends);
    }

    private static (AudienceScene Scene, Guid Bulk) Waiting(EngineOrganization organization, Guid starter)
    {
        organization.Admin.Update(new SmsSettingRow(organization.SettingId) { ApprovalAbove = 1 }.Record);
        var scene = new AudienceScene(organization);
        var bulk = scene.BulkOf(scene.List(organization.Contact("09121000001"), organization.Contact("09121000002")));
        Assert.Equal(SmsBulk.Status.AwaitingApproval, scene.Freeze(bulk).Statuscode);
        var user = new EntityReference("systemuser", starter);
        organization.System.Update(new SmsBulkRow(bulk) { StartedById = user, OwnerId = user }.Record);
        return (scene, bulk);
    }

    private static void Approve(IOrganizationService by, Guid bulk) =>
        by.Update(new SmsBulkRow(bulk) { Statecode = SmsBulk.State.Active, Statuscode = SmsBulk.Status.Running }.Record);

    private static Guid IdOf(IOrganizationService service) => ((WhoAmIResponse)service.Execute(new WhoAmIRequest())).UserId;

    private static string Refused(Action act) => Assert.Throws<FaultException<OrganizationServiceFault>>(act).Message;
}
