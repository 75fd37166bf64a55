using smSys.Crm.Tables;

namespace smSys.Plugins.Tests.Emulated.Bulk;

/// <summary>Which marketing list a bulk's messages name.</summary>
public class ListColumnTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Each_message_names_the_list_its_recipient_came_from_unless_it_was_deleted_meanwhile(bool isCampaign)
    {
        await using var organization = await EngineOrganization.StartAsync();
        var scene = new AudienceScene(organization);
        var lists = new[] { "09121000001", "09121000002", "09121000003" }.ToDictionary(mobile => "98" + mobile[1..], mobile => scene.List(organization.Contact(mobile)));
        var bulk = isCampaign
            ? scene.Bulk(row => (row.AudienceKind, row.CampaignId) = (AudienceKind.Campaign, new("campaign", scene.Campaign([.. lists.Values]))))
            : scene.BulkOf([.. lists.Values]);
        scene.Freeze(bulk);

        organization.System.Delete("list", lists["989121000003"]);
        organization.Reactivate();
        organization.Pass(TimeSpan.FromMinutes(3));

        var sent = organization.All(Sms.LogicalName).Select(row => new SmsRow(row)).Where(row => row.BulkId?.Id == bulk).ToDictionary(row => row.PhoneNumber!, row => row.ListId?.Id);
        Assert.Equal(3, sent.Count);
        Assert.Equal((lists["989121000001"], lists["989121000002"], null), (sent["989121000001"], sent["989121000002"], sent["989121000003"]));
    }
}
