using Microsoft.Xrm.Sdk;
using smSys.Crm.Tables;

namespace smSys.Plugins.Tests.Emulated.Bulk;

/// <summary>The same text to the same audience within a day is said, wherever the text stands and whether or not there was a dry run.</summary>
public class SameBulkTests
{
    private const string Said = "same audience within a day";

    [Fact]
    public async Task A_bulk_that_is_started_without_a_dry_run_warns_and_goes_out()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var scene = new AudienceScene(organization);
        var list = scene.List(organization.Contact("09121000011"));
        var first = scene.Freeze(scene.BulkOf(list));

        var second = scene.Freeze(scene.BulkOf(list));
        organization.Clock.Advance(TimeSpan.FromHours(25));
        var later = scene.Freeze(scene.BulkOf(list));

        Assert.Null(first.Warning);
        Assert.Contains(Said, second.Warning, StringComparison.Ordinal);
        Assert.Equal((SmsBulk.Status.Running, 1), (second.Statuscode, second.Pending));
        Assert.Null(later.Warning);
    }

    [Fact]
    public async Task What_the_dry_run_warned_of_stands_there_once_beside_it()
    {
        await using var organization = await EngineOrganization.StartAsync();
        organization.Admin.Update(new SmsSettingRow(organization.SettingId) { ApprovalAbove = 1 }.Record);
        var scene = new AudienceScene(organization);
        var list = scene.List(organization.Contact("09121000011"), organization.Contact("09121000021"));
        var early = scene.BulkOf(list);
        scene.DryRun(early);
        var known = scene.BulkOf(list);
        scene.Freeze(scene.BulkOf(list));
        scene.DryRun(known);

        var heard = scene.Freeze(early).Warning!;
        var again = scene.Freeze(known).Warning!;

        Assert.Contains(Said, heard, StringComparison.Ordinal);
        Assert.Contains("Somebody has to approve", heard, StringComparison.Ordinal);
        Assert.Contains(Said, again, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_text_counts_and_not_where_it_stands()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var scene = new AudienceScene(organization);
        var list = scene.List(organization.Contact("09121000011"));
        var template = organization.Template("سلام {{firstname}}");
        scene.Freeze(Of(scene, list, template));

        var typed = scene.DryRun(Typed(scene, list, "سلام {{firstname}}"));
        organization.Admin.Update(new SmsTemplateRow(template.Id) { Text = "درود {{firstname}}" }.Record);
        var edited = scene.DryRun(Of(scene, list, template));

        Assert.Contains(Said, typed.Warning, StringComparison.Ordinal);
        Assert.Null(edited.Warning);
    }

    private static Guid Of(AudienceScene scene, Guid list, EntityReference template)
    {
        var bulk = scene.Bulk(row => (row.AudienceKind, row.Text, row.TemplateId) = (AudienceKind.MarketingLists, null, template));
        scene.Add(bulk, list);
        return bulk;
    }

    private static Guid Typed(AudienceScene scene, Guid list, string text)
    {
        var bulk = scene.Bulk(row => (row.AudienceKind, row.Text) = (AudienceKind.MarketingLists, text));
        scene.Add(bulk, list);
        return bulk;
    }
}
