using Microsoft.Xrm.Sdk;
using smSys.Crm.Tables;

namespace smSys.Plugins.Tests.Bulk;

public class DoNotContactTests
{
    [Theory]
    [InlineData(MessageClass.Advertising, true, 1)]
    [InlineData(MessageClass.Advertising, false, 0)]
    [InlineData(MessageClass.Service, true, 0)]
    public async Task Who_wants_no_marketing_material_gets_no_advertising_where_the_setting_respects_it(MessageClass messageClass, bool respects, int skipped)
    {
        await using var organization = await BulkOrganization.StartAsync(
            Audience.Plain(3),
            partitions: 1,
            text: "تخفیف",
            change: bulk => bulk.MessageClass = messageClass,
            setting: setting => setting.RespectDoNotContact = respects);
        var contact = organization.Engine.All("contact", query =>
            query.Criteria.AddCondition("mobilephone", Microsoft.Xrm.Sdk.Query.ConditionOperator.Equal, "+" + organization.Numbers[1])).Single();
        organization.Engine.Admin.Update(new Entity("contact", contact.Id) { ["donotsendmm"] = true });

        organization.Engine.Work();
        organization.Engine.Pass(TimeSpan.FromMinutes(5));

        var bulk = organization.Bulk();
        Assert.Equal((3 - skipped, skipped), (bulk.Accepted, bulk.SkippedDoNotContact));
        Assert.Equal((3, 3), organization.Balance());
        Assert.Equal(skipped == 0, organization.Accepted().ContainsKey(organization.Numbers[1]));
    }
}
