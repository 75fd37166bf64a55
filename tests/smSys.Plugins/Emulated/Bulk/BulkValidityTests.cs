using Microsoft.Xrm.Sdk;
using smSys.Crm.Tables;

namespace smSys.Plugins.Tests.Emulated.Bulk;

/// <summary>How long a template's text is worth anything goes for bulks too.</summary>
public class BulkValidityTests
{
    private const int Valid = 90;

    [Theory]
    [InlineData(0, null, Valid)]
    [InlineData(60, null, 60 + Valid)]
    [InlineData(0, 30, 30)]
    [InlineData(0, 600, Valid)]
    public async Task A_bulk_ends_so_long_after_its_start_as_its_template_is_valid_or_sooner_by_its_own_word(int startsIn, int? ownEnd, int expected)
    {
        await using var organization = await EngineOrganization.StartAsync();
        var scene = new AudienceScene(organization);
        var now = organization.Clock.UtcNow;

        var frozen = scene.Freeze(Bulk(scene, now, startsIn, ownEnd));

        Assert.Equal(now.AddMinutes(expected), frozen.NotAfter);
    }

    [Fact]
    public async Task Who_was_not_reached_while_the_template_was_valid_is_left_out()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var scene = new AudienceScene(organization);
        var bulk = Bulk(scene, organization.Clock.UtcNow, startsIn: 0, ownEnd: null);
        scene.Freeze(bulk);

        organization.Pass(TimeSpan.FromMinutes(Valid + 1), TimeSpan.FromMinutes(1));
        organization.Reactivate();
        organization.Pass(TimeSpan.FromMinutes(5));

        Assert.Equal((SmsBulk.Status.Finished, 1), (scene.Read(bulk).Statuscode, scene.Read(bulk).SkippedExpired));
        Assert.Equal(0, organization.Sends);
    }

    private static Guid Bulk(AudienceScene scene, DateTime now, int startsIn, int? ownEnd)
    {
        var template = scene.Organization.Admin.Create(new SmsTemplateRow { Name = "offer", Text = "سلام", ValidMinutes = Valid }.Record);
        var bulk = scene.Bulk(row =>
        {
            row.AudienceKind = AudienceKind.MarketingLists;
            row.Text = null;
            row.TemplateId = new EntityReference(SmsTemplate.LogicalName, template);
            row.MessageClass = MessageClass.Service;
            row.NotBefore = startsIn > 0 ? now.AddMinutes(startsIn) : null;
            row.NotAfter = ownEnd is { } minutes ? now.AddMinutes(minutes) : null;
        });
        scene.Add(bulk, scene.List(scene.Organization.Contact("09121000019")));
        return bulk;
    }
}
