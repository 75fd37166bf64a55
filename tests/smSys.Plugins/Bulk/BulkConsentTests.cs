using CrmEmulator.Pipeline;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Tables;
using smSys.Plugins.Tests.Emulated;
using smSys.Plugins.Tests.Emulated.Bulk;

namespace smSys.Plugins.Tests.Bulk;

/// <summary>Whom a bulk may text is judged when it does, and what it says to whom was settled when it was frozen.</summary>
public class BulkConsentTests
{
    private const string First = "09121000019";
    private const string Second = "09121000029";
    private const string Third = "09121000039";

    [Fact]
    public async Task Who_opted_out_before_freezing_gets_nothing()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var scene = new AudienceScene(organization);
        var list = scene.List(organization.Contact(First), organization.Contact(Second), organization.Contact(Third));
        organization.OptOut("98" + Second[1..]);
        var bulk = scene.BulkOf(list);

        scene.Freeze(bulk);
        organization.Reactivate();
        organization.Pass(TimeSpan.FromMinutes(5));

        var row = scene.Read(bulk);
        Assert.Equal((SmsBulk.Status.Finished, 3, 2, 1, 1), (row.Statuscode, row.Expected, row.Accepted, row.Skipped, row.SkippedOptedOut));
        Assert.Empty(organization.Inbox(Second));
        Assert.All(new[] { First, Third }, mobile => Assert.Single(organization.Inbox(mobile)));
        Assert.Equal(2, organization.Simulator.Messages.Count);
    }

    [Fact]
    public async Task Who_opts_out_after_freezing_and_before_their_batch_gets_nothing()
    {
        var watch = new AtFirstSend();
        await using var organization = await BulkOrganization.StartAsync(Audience.Plain(50), partitions: 1, execution: new ExecutionOptions { OnCall = watch.See });
        organization.Engine.OptOut(organization.Numbers[1]);
        watch.Do = () =>
        {
            // The first is on the way; the last two are batches away.
            organization.Engine.OptOut(organization.Numbers[0]);
            organization.Engine.OptOut(organization.Numbers[48]);
            organization.Engine.OptOut(organization.Numbers[49]);
        };

        organization.Engine.Work();
        organization.Engine.Pass(TimeSpan.FromMinutes(5));

        var bulk = organization.Bulk();
        Assert.Equal((SmsBulk.Status.Finished, 47, 3, 3), (bulk.Statuscode, bulk.Accepted, bulk.Skipped, bulk.SkippedOptedOut));
        Assert.Equal((50, 50), organization.Balance());
        Assert.Equal(organization.Numbers.Except([organization.Numbers[1], organization.Numbers[48], organization.Numbers[49]]).Order(), organization.Accepted().Keys.Order());
        Assert.All(organization.Accepted(), pair => Assert.Equal(1, pair.Value));
    }

    [Fact]
    public async Task A_copied_organisation_sends_nothing_of_a_bulk_until_its_setting_is_armed_again()
    {
        await using var organization = await BulkOrganization.StartAsync(Audience.Plain(30), partitions: 2);
        organization.Engine.OpenAt("http://copy.test/");

        organization.Engine.Work();
        organization.Engine.Pass(TimeSpan.FromMinutes(30), TimeSpan.FromSeconds(30));
        var held = organization.Bulk();
        var (reason, sends, balance) = (organization.Engine.Setting().PauseReason, organization.Engine.Sends, organization.Balance());
        organization.Engine.Admin.Update(new SmsSettingRow(organization.Engine.SettingId) { ArmedOn = organization.Engine.Clock.UtcNow }.Record);
        organization.Engine.Reactivate();
        organization.Engine.Pass(TimeSpan.FromMinutes(80), TimeSpan.FromMinutes(1));

        Assert.Equal((PauseReason.NotArmed, 0, (30, 30)), (reason, sends, balance));
        Assert.Equal((0, 30), (held.Accepted ?? 0, held.Pending));
        Assert.Equal((SmsBulk.Status.Finished, 30), (organization.Bulk().Statuscode, organization.Bulk().Accepted));
        Assert.All(organization.Accepted(), pair => Assert.Equal(1, pair.Value));
    }

    [Fact]
    public async Task Number_and_template_are_those_of_the_freezing_and_values_those_of_the_sending()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var scene = new AudienceScene(organization);
        var moved = organization.Contact(First, "سارا");
        var list = scene.List(moved, organization.Contact(Second, "علی"));
        var template = organization.Template("سلام {{firstname}}");
        var bulk = scene.Bulk(row => (row.AudienceKind, row.TemplateId) = (AudienceKind.MarketingLists, template));
        organization.Admin.Update(new SmsBulkRow(bulk) { Text = null }.Record);
        scene.Add(bulk, list);

        scene.Freeze(bulk);
        organization.Admin.Update(new Entity("contact", moved) { ["mobilephone"] = Third, ["firstname"] = "مینا" });
        organization.Admin.Update(new SmsTemplateRow(template.Id) { Text = "بدرود {{firstname}}" }.Record);
        organization.Reactivate();
        organization.Pass(TimeSpan.FromMinutes(5));

        var row = scene.Read(bulk);
        Assert.Equal((SmsBulk.Status.Finished, 2, "سلام {{firstname}}"), (row.Statuscode, row.Accepted, row.FrozenText));
        Assert.Equal("سلام مینا", Assert.Single(organization.Inbox(First)).Text);
        Assert.Equal("سلام علی", Assert.Single(organization.Inbox(Second)).Text);
        Assert.Empty(organization.Inbox(Third));
    }
}
