using CrmEmulator.Tests.Metadata;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Tables;

namespace smSys.Plugins.Tests.Emulated.Bulk;

/// <summary>Every kind of members a list may have, tables of the customer's own, and files as people have them.</summary>
public class AudienceKindTests
{
    private const int AccountList = 1;
    private const int ContactList = 2;
    private const int LeadList = 4;

    [Theory]
    [InlineData("account", AccountList, "telephone1", "name")]
    [InlineData("contact", ContactList, "mobilephone", "lastname")]
    [InlineData("lead", LeadList, "mobilephone", "lastname")]
    public async Task Static_and_dynamic_lists_of_accounts_contacts_and_leads_are_read(string table, int kind, string column, string name)
    {
        await using var organization = await EngineOrganization.StartAsync();
        var scene = new AudienceScene(organization);
        var members = Enumerable.Range(1, 3).Select(i => organization.Admin.Create(new Entity(table) { [name] = "گروه", [column] = "0912100000" + i })).ToArray();
        organization.Admin.Create(new Entity(table) { [name] = "دیگران", [column] = "09121000009" });
        var fixedList = List(organization, kind, null);
        organization.Admin.Execute(new AddListMembersListRequest { ListId = fixedList, MemberIds = [members[0], members[1]] });
        var query = $"<fetch><entity name='{table}'><attribute name='{table}id'/><filter><condition attribute='{name}' operator='eq' value='گروه'/></filter></entity></fetch>";

        var ofStatic = scene.BulkOf(fixedList);
        var ofDynamic = scene.BulkOf(List(organization, kind, query));
        scene.Freeze(ofStatic);
        scene.Freeze(ofDynamic);

        Assert.Equal(members[..2].Order(), scene.Lines(ofStatic).Select(line => line.Id).Order());
        Assert.Equal(members.Order(), scene.Lines(ofDynamic).Select(line => line.Id).Order());
        Assert.All(scene.Lines(ofDynamic), line => Assert.Equal(table, line.Table));
        Assert.Equal(
            ["989121000001", "989121000002", "989121000003"],
            scene.Lines(ofDynamic).Select(line => line.Number).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Lists_of_different_tables_go_out_together_and_a_number_of_two_records_once()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var scene = new AudienceScene(organization);
        var contact = organization.Contact("09121000001");
        var lead = organization.Admin.Create(new Entity("lead") { ["lastname"] = "سرنخ", ["mobilephone"] = "09121000002" });
        var same = organization.Admin.Create(new Entity("account") { ["name"] = "شرکت", ["telephone1"] = "۰۹۱۲ ۱۰۰ ۰۰۰۱" });
        var bulk = scene.BulkOf(scene.List(contact), ListOf(organization, LeadList, lead), ListOf(organization, AccountList, same));

        var frozen = scene.Freeze(bulk);

        Assert.Equal((3, 2, 1), (frozen.Expected, frozen.Pending, frozen.SkippedDuplicate));
        Assert.Equal(["989121000001", "989121000002"], scene.Lines(bulk).Select(line => line.Number).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_campaign_gives_all_its_lists_each_once()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var scene = new AudienceScene(organization);
        var first = scene.List(organization.Contact("09121000001"), organization.Contact("09121000002"));
        var second = scene.List(organization.Contact("09121000003"));
        var other = scene.List(organization.Contact("09121000009"));
        var campaign = scene.Campaign(first, second);
        Again(organization, campaign, first);

        var bulk = scene.Bulk(row => (row.AudienceKind, row.CampaignId) = (AudienceKind.Campaign, new EntityReference("campaign", campaign)));
        var frozen = scene.Freeze(bulk);

        // A list that was read twice would count its people as duplicates.
        Assert.Equal((3, 3, 0), (frozen.Expected, frozen.Pending, frozen.Skipped));
        Assert.DoesNotContain(scene.Lines(bulk), line => line.ListId == other);
    }

    [Fact]
    public async Task Rows_and_views_of_a_customers_own_table_are_audiences_by_their_number_column()
    {
        await using var organization = await EngineOrganization.StartAsync();
        organization.Crm.ImportSolution(SamplePackage.Bytes());
        var scene = new AudienceScene(organization);
        var orders = Enumerable.Range(1, 3)
            .Select(i => organization.Admin.Create(new Entity("new_order") { ["new_name"] = "سفارش " + i, ["new_number"] = "0912100000" + i })).ToArray();
        var rows = scene.Bulk(row => (row.Text, row.AudienceKind, row.AudienceTable, row.AudienceIds, row.AudienceColumn) =
            ("{{new_name}} آماده است", AudienceKind.SelectedRows, "new_order", orders[0] + "," + orders[2], "new_number"));
        var view = scene.Bulk(row => (row.Text, row.AudienceKind, row.AudienceFetchXml, row.AudienceColumn) =
            ("{{new_name}} آماده است", AudienceKind.View, "<fetch><entity name='new_order'><attribute name='new_name'/><order attribute='new_name'/></entity></fetch>", "new_number"));

        scene.Freeze(rows);
        scene.Freeze(view);

        Assert.Equal(new[] { orders[0], orders[2] }.Order(), scene.Lines(rows).Select(line => line.Id).Order());
        Assert.Equal(["989121000001", "989121000002", "989121000003"], scene.Lines(view).Select(line => line.Number).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_file_with_Persian_digits_Arabic_letters_and_semicolons_is_read_and_names_go_out_as_they_were_typed()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var scene = new AudienceScene(organization);
        var bulk = scene.Bulk(row => (row.Text, row.AudienceKind, row.AudienceIds) = (
            "سلام {{name}}",
            AudienceKind.File,
            "\uFEFFشماره همراه;نام\r\n۰۹۱۲۱۰۰۰۰۱۱;علي كريمي\r\n٠٩١٢١٠٠٠٠٢١;\"سارا; رضایی\"\r\n+98 912 100 0031;\r\n\r\n۰۹۱۲۱۰۰۰۰۱۱;دوباره\r\nنه شماره;کسی\r\n"));

        var frozen = scene.Freeze(bulk);
        organization.Reactivate();
        organization.Pass(TimeSpan.FromMinutes(5));

        Assert.Equal((5, 3, 1, 1), (frozen.Expected, frozen.Pending, frozen.SkippedDuplicate, frozen.SkippedInvalid));
        Assert.Equal("سلام علي كريمي", Assert.Single(organization.Inbox("09121000011")).Text);
        Assert.Equal("سلام سارا; رضایی", Assert.Single(organization.Inbox("09121000021")).Text);
        Assert.Equal((SmsBulk.Status.Finished, 2, 1), (scene.Read(bulk).Statuscode, scene.Read(bulk).Accepted, scene.Read(bulk).SkippedMissingValue));
    }

    [Fact]
    public async Task An_audience_of_more_than_a_page_is_read_by_its_cookie_and_nobody_is_missing()
    {
        const int People = 5_050;
        await using var organization = await EngineOrganization.StartAsync();
        var scene = new AudienceScene(organization);
        for (var i = 0; i < People; i++)
        {
            organization.Admin.Create(new Entity("lead") { ["lastname"] = "سرنخ", ["mobilephone"] = "0912100" + i.ToString("0000", System.Globalization.CultureInfo.InvariantCulture) });
        }

        var list = List(organization, LeadList, "<fetch><entity name='lead'><attribute name='leadid'/></entity></fetch>");
        var bulk = scene.BulkOf(list);
        var frozen = scene.Freeze(bulk);

        Assert.Equal((People, People, 0), (frozen.Expected, frozen.Pending, frozen.Skipped));
        Assert.Equal(People, scene.Lines(bulk).Select(line => line.Number).Distinct(StringComparer.Ordinal).Count());
    }

    private static Guid List(EngineOrganization organization, int kind, string? query) => organization.Admin.Create(new Entity("list")
    {
        ["listname"] = "لیست",
        ["type"] = query is not null,
        ["membertype"] = kind,
        ["createdfromcode"] = new OptionSetValue(kind),
        ["query"] = query,
    });

    private static Guid ListOf(EngineOrganization organization, int kind, params Guid[] members)
    {
        var list = List(organization, kind, null);
        organization.Admin.Execute(new AddListMembersListRequest { ListId = list, MemberIds = members });
        return list;
    }

    // Dynamics may refuse a list that the campaign has; then nothing was added.
    private static void Again(EngineOrganization organization, Guid campaign, Guid list)
    {
        try
        {
            organization.Admin.Execute(new AddItemCampaignRequest { CampaignId = campaign, EntityId = list, EntityName = "list" });
        }
        catch (System.ServiceModel.FaultException<OrganizationServiceFault>)
        {
            Assert.NotEqual(Guid.Empty, list);
        }
    }
}
