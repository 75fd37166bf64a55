using System.Reflection;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Tables;
using smSys.Plugins.Bulk;
using smSys.Plugins.Shell;
using smSys.Plugins.Tests.Emulated;

namespace smSys.Plugins.Tests.Bulk;

/// <summary>What people may write into a bulk, and how much of it.</summary>
public class BulkColumnTests
{
    [Fact]
    public void The_step_that_guards_columns_hears_of_each_of_them()
    {
        var update = typeof(BulkChecking).GetCustomAttributes<StepAttribute>().Single(step => step.Message == "Update");

        Assert.Empty(BulkContent.OfEngineOnly.Concat(BulkContent.Promised).Except(update.Filters, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Counters_are_nobodys_to_write_each_by_itself()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var bulk = organization.Admin.Create(new SmsBulkRow { Name = "bulk", Text = "سلام" }.Record);
        SmsBulkRow[] changes =
        [
            new SmsBulkRow(bulk) { Skipped = 7 }, new SmsBulkRow(bulk) { SkippedOptedOut = 7 }, new SmsBulkRow(bulk) { SkippedTest = 7 },
            new SmsBulkRow(bulk) { TotalParts = 7 }, new SmsBulkRow(bulk) { TotalCost = 7 }, new SmsBulkRow(bulk) { CountedOn = organization.Clock.UtcNow },
        ];

        Assert.All(changes, change => Assert.Contains("(column-of-engine)", Refused(() => organization.Admin.Update(change.Record)), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(100_000, "\r\n", "100,000", "76,923")]
    [InlineData(90_000, ",", "90,000", "83,333")]
    public async Task An_audience_without_room_is_refused_with_how_much_of_it_fits(int count, string border, string all, string fitting)
    {
        await using var organization = await EngineOrganization.StartAsync();
        var ids = string.Join(border, Enumerable.Repeat("09121000011", count));
        var fits = ids[..SmsBulk.Lengths.AudienceIds];

        var bulk = organization.Admin.Create(new SmsBulkRow { Name = "fits", Text = "سلام", AudienceKind = AudienceKind.File, AudienceIds = fits }.Record);
        var creating = Refused(() => organization.Admin.Create(new SmsBulkRow { Name = "long", Text = "سلام", AudienceKind = AudienceKind.File, AudienceIds = ids }.Record));
        var changing = Refused(() => organization.Admin.Update(new SmsBulkRow(bulk) { AudienceIds = ids }.Record));

        Assert.All([creating, changing], refusal =>
        {
            Assert.StartsWith("Of the " + all + " lines of this audience the first " + fitting + " fit", refusal, StringComparison.Ordinal);
            Assert.EndsWith("(audience-too-long)", refusal, StringComparison.Ordinal);
        });
    }

    private static string Refused(Action act) => Assert.Throws<FaultException<OrganizationServiceFault>>(act).Message;
}
