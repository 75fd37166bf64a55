using CrmEmulator.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Tables;

namespace smSys.Plugins.Tests.Emulated;

/// <summary>Which record has which number, kept by the shipped steps while people and imports work.</summary>
public class AddressTests
{
    private const string Mobile = "0912 345 6789";
    private const string Digits = "989123456789";

    [Fact]
    public async Task A_contacts_numbers_are_in_the_book_as_soon_as_it_is_saved()
    {
        await using var organization = await EngineOrganization.StartAsync();

        var contact = organization.Contact(Mobile);

        var row = Assert.Single(Rows(organization));
        Assert.Equal((Digits, "contact", contact.ToString("D"), "سارا رضایی"), (row.PhoneNumber, row.RecordTable, row.RecordId, row.RecordName));
        Assert.Equal((true, contact, organization.Crm.AdministratorId.ToString("D")), (row.IsPrimary, row.ContactId!.Id, row.RecordOwnerId));
    }

    [Fact]
    public async Task A_changed_an_emptied_and_a_deleted_number_leave_the_book()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var contact = organization.Contact(Mobile);

        organization.Admin.Update(new Entity("contact", contact) { ["mobilephone"] = "09351112233" });
        Assert.Equal("989351112233", Assert.Single(Rows(organization)).PhoneNumber);
        organization.Admin.Update(new Entity("contact", contact) { ["mobilephone"] = null });
        Assert.Null(Assert.Single(Rows(organization)).PhoneNumber);
        organization.Admin.Delete("contact", contact);

        Assert.Empty(Rows(organization));
    }

    [Fact]
    public async Task A_deactivated_contact_holds_no_number_until_it_is_active_again()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var contact = organization.Contact(Mobile);

        organization.Admin.Execute(new SetStateRequest { EntityMoniker = new EntityReference("contact", contact), State = new OptionSetValue(1), Status = new OptionSetValue(2) });
        Assert.Null(Assert.Single(Rows(organization)).PhoneNumber);
        organization.Admin.Update(new Entity("contact", contact) { ["statecode"] = new OptionSetValue(0), ["statuscode"] = new OptionSetValue(1) });

        Assert.Equal(Digits, Assert.Single(Rows(organization)).PhoneNumber);
    }

    [Fact]
    public async Task Accounts_leads_and_users_are_kept_too_and_an_owner_follows_an_assignment()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var account = organization.Admin.Create(new Entity("account") { ["name"] = "شرکت نمونه", ["telephone1"] = "021-88776655" });
        organization.Admin.Create(new Entity("lead") { ["lastname"] = "کریمی", ["subject"] = "درخواست", ["mobilephone"] = "۰۹۱۲۱۱۱۲۲۳۳" });
        var user = organization.Admin.Create(new Entity("systemuser")
        {
            ["firstname"] = "رضا",
            ["lastname"] = "نوری",
            ["mobilephone"] = "+98 935 000 1122",
            ["businessunitid"] = new EntityReference("businessunit", organization.Crm.RootBusinessUnitId),
        });
        organization.System.Associate("systemuser", user, new Relationship("systemuserroles_association"), [new EntityReference("role", organization.Crm.AdministratorRoleId)]);

        organization.Admin.Execute(new AssignRequest { Target = new EntityReference("account", account), Assignee = new EntityReference("systemuser", user) });

        var byTable = Rows(organization).ToDictionary(row => row.RecordTable!);
        Assert.Equal(("982188776655", false, user.ToString("D")), (byTable["account"].PhoneNumber, byTable["account"].IsPrimary, byTable["account"].RecordOwnerId));
        Assert.Equal("989121112233", byTable["lead"].PhoneNumber);
        Assert.Equal(("989350001122", null), (byTable["systemuser"].PhoneNumber, byTable["systemuser"].RecordOwnerId));
    }

    [Fact]
    public async Task What_is_no_number_or_no_text_breaks_no_save()
    {
        await using var organization = await EngineOrganization.StartAsync();
        Column(organization, "contact", "gendercode");
        Column(organization, "contact", "telephone2");

        var contact = organization.Admin.Create(new Entity("contact")
        {
            ["lastname"] = "بی‌شماره",
            ["telephone2"] = "شماره ندارد ☎ 12",
            ["gendercode"] = new OptionSetValue(1),
        });
        organization.Admin.Update(new Entity("contact", contact) { ["telephone2"] = new string('9', 50) });

        Assert.Empty(Rows(organization));
    }

    [Fact]
    public async Task A_number_column_that_does_not_exist_is_refused_with_a_sentence()
    {
        await using var organization = await EngineOrganization.StartAsync();

        var column = Assert.ThrowsAny<Exception>(() => Column(organization, "contact", "mobilefone"));
        var table = Assert.ThrowsAny<Exception>(() => Column(organization, "kontakt", "mobilephone"));

        Assert.Contains("(column-name)", column.Message, StringComparison.Ordinal);
        Assert.Contains("(column-table)", table.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_merged_contacts_number_leads_to_its_master()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var old = organization.Contact("09121111111", "سارا");
        var master = organization.Contact("09122222222", "سارا");
        organization.Admin.Execute(new MergeRequest
        {
            Target = new EntityReference("contact", master),
            SubordinateId = old,
            UpdateContent = new Entity("contact"),
            PerformParentingChecks = false,
        });

        organization.Simulators.Phones.Phone("09121111111").Send(organization.Simulator.Account.Lines[0], "سلام");
        organization.Pass(TimeSpan.FromMinutes(3));

        Assert.Equal(master, Assert.Single(organization.Inbound()).RegardingObjectId?.Id);
    }

    [Fact]
    public async Task Records_that_were_there_before_are_filled_in()
    {
        await using var organization = await EngineOrganization.StartAsync();
        for (var i = 0; i < 30; i++)
        {
            organization.Contact("0912000" + i.ToString("D4", System.Globalization.CultureInfo.InvariantCulture));
        }

        foreach (var row in Rows(organization))
        {
            organization.System.Delete(SmsAddress.LogicalName, row.Id);
        }

        var process = organization.Admin.Create(new SmsProcessRow { Name = "numbers", ProcessKind = ProcessKind.Normalise }.Record);
        organization.Work();

        Assert.Equal(30, Rows(organization).Count);
        var done = organization.Process(process);
        Assert.Equal((SmsProcess.Status.Finished, 30), (done.Statuscode, done.Accepted));
        Assert.Contains("numbers 30", done.LastResult, StringComparison.Ordinal);

        // Once more: nothing is doubled; a save afterwards finds the filled row.
        organization.Admin.Create(new SmsProcessRow { Name = "again", ProcessKind = ProcessKind.Normalise }.Record);
        organization.Work();
        var first = Rows(organization)[0];
        organization.Admin.Update(new Entity("contact", Guid.Parse(first.RecordId!)) { ["mobilephone"] = "09350000000" });
        Assert.Equal(30, Rows(organization).Count);
        Assert.Equal("989350000000", Rows(organization).Single(row => row.Id == first.Id).PhoneNumber);
    }

    [Fact]
    public async Task A_save_while_the_book_is_filled_does_not_leave_an_old_number_behind()
    {
        EngineOrganization? organization = null;
        Guid contact = Guid.Empty;
        var isArmed = false;
        var execution = new ExecutionOptions
        {
            OnCall = point =>
            {
                if (isArmed && point.IsAsynchronous && point.Name == "Create" && point.Table == SmsAddress.LogicalName)
                {
                    isArmed = false;
                    organization!.Admin.Update(new Entity("contact", contact) { ["mobilephone"] = "09359999999" });
                }
            },
        };
        await using var started = await EngineOrganization.StartAsync(execution: execution);
        organization = started;
        organization.Pass(TimeSpan.FromSeconds(20));
        contact = organization.Contact(Mobile);
        organization.System.Delete(SmsAddress.LogicalName, Rows(organization)[0].Id);

        isArmed = true;
        organization.Admin.Create(new SmsProcessRow { Name = "numbers", ProcessKind = ProcessKind.Normalise }.Record);
        organization.Work();

        Assert.False(isArmed);
        Assert.All(Rows(organization), row => Assert.Equal("989359999999", row.PhoneNumber));
    }

    [Fact]
    public async Task The_organisations_own_columns_are_kept_by_a_workflow_step()
    {
        await using var organization = await EngineOrganization.StartAsync();
        Column(organization, "opportunity", "name");
        var record = organization.Admin.Create(new Entity("opportunity") { ["name"] = "۰۹۱۲۹۹۹۸۸۷۷" });

        var outputs = organization.Crm.Workflows.RunActivity(
            "smSys.Activities.Numbers.KeepAddresses", new EntityReference("opportunity", record), organization.Crm.AdministratorId, new Dictionary<string, object?>());

        Assert.Equal(true, outputs["Succeeded"]);
        Assert.Equal(1, outputs["Gained"]);
        Assert.Equal(("989129998877", "opportunity"), (Rows(organization)[0].PhoneNumber, Rows(organization)[0].RecordTable));
    }

    [Fact]
    public async Task The_record_whose_owner_owns_the_line_is_meant_before_others()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var owner = organization.Admin.Create(new Entity("systemuser")
        {
            ["firstname"] = "دیگر",
            ["lastname"] = "مالک",
            ["businessunitid"] = new EntityReference("businessunit", organization.Crm.RootBusinessUnitId),
        });
        organization.System.Associate("systemuser", owner, new Relationship("systemuserroles_association"), [new EntityReference("role", organization.Crm.AdministratorRoleId)]);
        var others = organization.Contact("09127777777", "علی");
        organization.Admin.Execute(new AssignRequest { Target = new EntityReference("contact", others), Assignee = new EntityReference("systemuser", owner) });
        var mine = organization.Contact("09127777777", "سارا");

        organization.Simulators.Phones.Phone("09127777777").Send(organization.Simulator.Account.Lines[0], "سلام");
        organization.Pass(TimeSpan.FromMinutes(3));

        Assert.Equal(mine, Assert.Single(organization.Inbound()).RegardingObjectId?.Id);
    }

    [Theory]
    [InlineData(UnknownSenderPolicy.CreateLead, 1)]
    [InlineData(UnknownSenderPolicy.Leave, 0)]
    public async Task An_unknown_sender_becomes_a_lead_where_the_setting_says_so(UnknownSenderPolicy policy, int leads)
    {
        await using var organization = await EngineOrganization.StartAsync();
        organization.Admin.Update(new SmsSettingRow(organization.SettingId) { UnknownSenderPolicy = policy }.Record);

        organization.Simulators.Phones.Phone("09121234567").Send(organization.Simulator.Account.Lines[0], "قیمت می‌خواهم");
        organization.Pass(TimeSpan.FromMinutes(3));
        organization.Simulators.Phones.Phone("09121234567").Send(organization.Simulator.Account.Lines[0], "لطفاً زودتر");
        organization.Pass(TimeSpan.FromMinutes(3));

        var made = organization.All("lead");
        Assert.Equal(leads, made.Count);
        Assert.Equal(2, organization.Inbound().Count);
        Assert.All(organization.Inbound(), row => Assert.Equal(leads == 0 ? null : made[0].Id, row.RegardingObjectId?.Id));
        Assert.All(organization.Inbound(), row => Assert.Single(Parties(organization, row)));
    }

    private static List<Entity> Parties(EngineOrganization organization, SmsRow message) =>
        [.. organization.Read(message.Id).From!.Entities];

    private static IReadOnlyList<SmsAddressRow> Rows(EngineOrganization organization) =>
        [.. organization.All(SmsAddress.LogicalName).Select(row => new SmsAddressRow(row))];

    private static void Column(EngineOrganization organization, string table, string column) => organization.Admin.Create(new SmsColumnRow
    {
        Name = table + "." + column,
        RecordTable = table,
        ColumnName = column,
        Order = 1,
    }.Record);
}
