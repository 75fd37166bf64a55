using Microsoft.Xrm.Sdk;
using smSys.Crm.Tables;
using smSys.Messaging.Bulk;

namespace smSys.Plugins.Tests.Emulated.Bulk;

/// <summary>Whom a bulk goes to, by every kind of audience.</summary>
public class AudienceTests
{
    private const string Everybody = "<fetch><entity name='contact'><attribute name='fullname'/><order attribute='lastname'/><filter><condition attribute='lastname' operator='eq' value='رضایی'/></filter></entity></fetch>";

    [Fact]
    public async Task Lists_are_read_once_each_and_everybody_left_out_has_a_reason()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var scene = new AudienceScene(organization);
        var first = organization.Contact("09121000001");
        var same = organization.Contact("+98 912 100 0001", "دوقلو");
        var bad = organization.Contact("0912");
        var none = organization.Contact(string.Empty);
        var other = organization.Contact("۰۹۱۲۱۰۰۰۰۰۲");
        var bulk = scene.BulkOf(scene.List(first, same, bad, none), scene.List(first, other, none));

        var frozen = scene.Freeze(bulk);

        Assert.Equal(SmsBulk.Status.Running, frozen.Statuscode);
        Assert.Equal(
            (7, 2, 5, 1, 1, 3),
            (frozen.Expected, frozen.Pending, frozen.Skipped, frozen.SkippedNoNumber, frozen.SkippedInvalid, frozen.SkippedDuplicate));
        Assert.Equal(["989121000001", "989121000002"], scene.Lines(bulk).Select(line => line.Number).Order(StringComparer.Ordinal));
        Assert.Equal(5, scene.Skipped(bulk).Count);
        Assert.Equal("سلام {{firstname | دوست}}", frozen.FrozenText);
        Assert.NotNull(frozen.FrozenOn);
        var partition = Assert.Single(scene.Partitions(bulk));
        Assert.Equal((7, 5, 2), (partition.Expected, partition.Skipped, partition.Pending));
        Assert.NotNull(partition.NextRunOn);
        Assert.Equal(SmsProcess.Status.Finished, organization.Process(smSys.Crm.Processes.ProcessIds.OfBulk(ProcessKind.Freeze, bulk)).Statuscode);
    }

    [Fact]
    public async Task A_dynamic_list_a_campaign_a_view_rows_and_a_file_are_audiences_too()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var scene = new AudienceScene(organization);
        var one = organization.Contact("09121000001");
        var two = organization.Contact("09121000002");
        organization.Contact("09121000003", last: "دیگری");
        var account = organization.Admin.Create(new Entity("account") { ["name"] = "شرکت", ["telephone1"] = "02188776655", ["telephone2"] = "09121000004" });
        var dynamic = scene.DynamicList(Everybody);
        var campaign = scene.Campaign(dynamic, scene.List(one));

        Guid[] bulks =
        [
            scene.BulkOf(dynamic),
            scene.Bulk(row => (row.AudienceKind, row.CampaignId) = (AudienceKind.Campaign, new EntityReference("campaign", campaign))),
            scene.Bulk(row => (row.AudienceKind, row.AudienceFetchXml) = (AudienceKind.View, Everybody)),
            scene.Bulk(row => (row.AudienceKind, row.AudienceTable, row.AudienceIds) = (AudienceKind.SelectedRows, "contact", two + "," + one)),
            scene.Bulk(row => (row.AudienceKind, row.AudienceIds) = (AudienceKind.File, "mobile,name\r\n09121000001,سارا\r\n\"0912-100-0002\";\"رضا، نمونه\"\r\n")),
        ];
        var company = scene.Bulk(row => (row.Text, row.AudienceKind, row.AudienceTable, row.AudienceIds, row.AudienceColumn) =
            ("سلام {{name}}", AudienceKind.SelectedRows, "account", account.ToString(), "telephone1, telephone2"));

        foreach (var bulk in bulks)
        {
            var frozen = scene.Freeze(bulk);

            Assert.Equal(SmsBulk.Status.Running, frozen.Statuscode);
            Assert.Equal(["989121000001", "989121000002"], scene.Lines(bulk).Select(line => line.Number).Order(StringComparer.Ordinal));
        }

        Assert.Equal(new[] { "رضا، نمونه", "سارا" }, scene.Lines(bulks[4]).Select(line => line.Name).Order(StringComparer.Ordinal));
        scene.Freeze(company);
        Assert.Equal(new ChunkLine("account", account, "989121000004"), Assert.Single(scene.Lines(company)));
    }

    [Fact]
    public async Task A_row_that_a_link_multiplies_is_one_recipient()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var scene = new AudienceScene(organization);
        var contact = new EntityReference("contact", organization.Contact("09121000001"));
        for (var i = 0; i < 3; i++)
        {
            organization.Admin.Create(new Entity("task") { ["subject"] = "کار", ["regardingobjectid"] = contact });
        }

        var bulk = scene.Bulk(row => (row.AudienceKind, row.AudienceFetchXml) = (
            AudienceKind.View,
            "<fetch distinct='true'><entity name='contact'><attribute name='fullname'/><link-entity name='task' from='regardingobjectid' to='contactid' alias='t'><attribute name='subject'/></link-entity></entity></fetch>"));

        Assert.Equal(1, scene.Freeze(bulk).Expected);
    }

    [Fact]
    public async Task Somebody_sees_only_what_they_may_see()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var scene = new AudienceScene(organization);
        organization.Contact("09121000001");
        var user = organization.User("smSys Bulk Sender");
        var me = new EntityReference("systemuser", (Guid)user.Execute(new Microsoft.Crm.Sdk.Messages.WhoAmIRequest()).Results["UserId"]);
        var mine = organization.Contact("09121000002");
        organization.Admin.Update(new Entity("contact", mine) { ["ownerid"] = me });
        var bulk = scene.Bulk(row => (row.AudienceKind, row.AudienceFetchXml, row.StartedById) = (AudienceKind.View, Everybody, me));

        scene.Freeze(bulk);

        Assert.Equal(mine, Assert.Single(scene.Lines(bulk)).Id);
    }
}
