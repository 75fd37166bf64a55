using smSys.Crm.Tables;

namespace smSys.Plugins.Tests.Emulated.Bulk;

public class TestSendTests
{
    [Fact]
    public async Task A_test_number_gets_the_text_of_the_first_recipient()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var scene = new AudienceScene(organization);
        var bulk = scene.BulkOf(scene.List(organization.Contact("09121000001", "سارا")));

        organization.Admin.Update(new SmsBulkRow(bulk) { TestNumber = "09123456789" }.Record);
        organization.Pass(TimeSpan.FromSeconds(20));

        Assert.Equal("سلام سارا", Assert.Single(organization.Inbox("09123456789")).Text);
        Assert.Empty(organization.Inbox("09121000001"));
        Assert.Equal(SmsBulk.Status.Draft, scene.Read(bulk).Statuscode);
    }

    [Theory]
    [InlineData(null, "سلام سارا\nلغو۱۱")]
    [InlineData(MessageClass.Advertising, "سلام سارا\nلغو۱۱")]
    [InlineData(MessageClass.Service, "سلام سارا")]
    public async Task The_test_says_how_to_opt_out_where_the_bulk_would(MessageClass? messageClass, string expected)
    {
        await using var organization = await EngineOrganization.StartAsync();
        organization.Admin.Update(new SmsSettingRow(organization.SettingId) { OptOutLine = "لغو۱۱" }.Record);
        var scene = new AudienceScene(organization);
        var bulk = scene.BulkOf(scene.List(organization.Contact("09121000001", "سارا")));
        organization.Admin.Update(new SmsBulkRow(bulk) { MessageClass = messageClass }.Record);

        organization.Admin.Update(new SmsBulkRow(bulk) { TestNumber = "09123456789" }.Record);
        organization.Pass(TimeSpan.FromSeconds(20));

        Assert.Equal(expected, Assert.Single(organization.Inbox("09123456789")).Text);
    }
}
