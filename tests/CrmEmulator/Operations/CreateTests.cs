using CrmEmulator.Faults;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace CrmEmulator.Tests.Operations;

public sealed class CreateTests : IDisposable
{
    private readonly SampleOrganization sample = new();

    [Fact]
    public void Every_kind_of_value_comes_back_as_it_went_in()
    {
        var contact = sample.CreateContact();
        var sent = new Entity("new_order")
        {
            ["new_name"] = "می‌خواهم ۱۲ عدد",
            ["new_amount"] = 1234.56m,
            ["new_price"] = new Money(922337203685.4775m),
            ["new_pieces"] = 12,
            ["new_weight"] = 1.5,
            ["new_urgent"] = true,
            ["new_dueon"] = new DateTime(2026, 3, 21, 8, 30, 15, DateTimeKind.Utc),
            ["new_note"] = "یادداشت\r\nدو خطی",
            ["new_colour"] = new OptionSetValue(100000001),
            ["new_contactid"] = new EntityReference("contact", contact),
        };

        var id = sample.Service.Create(sent);
        var order = sample.Service.Retrieve("new_order", id, new ColumnSet(true));

        foreach (var (name, value) in sent.Attributes)
        {
            Assert.Equal(value, order[name]);
        }

        Assert.Equal("سارا رضایی", order.GetAttributeValue<EntityReference>("new_contactid").Name);
        Assert.Equal("Blue", order.FormattedValues["new_colour"]);
        Assert.Equal("3/21/2026 12:00 PM", order.FormattedValues["new_dueon"]);
    }

    [Fact]
    public void The_platform_fills_in_what_it_keeps()
    {
        var order = sample.Service.Retrieve("new_order", sample.CreateOrder(), new ColumnSet(true));

        Assert.Equal(sample.Organization.AdministratorId, order.GetAttributeValue<EntityReference>("ownerid").Id);
        Assert.Equal(sample.Organization.AdministratorId, order.GetAttributeValue<EntityReference>("createdby").Id);
        Assert.Equal(sample.Organization.RootBusinessUnitId, order.GetAttributeValue<EntityReference>("owningbusinessunit").Id);
        Assert.Equal(SampleOrganization.Noon, order["createdon"]);
        Assert.Equal(0, order.GetAttributeValue<OptionSetValue>("statecode").Value);
        Assert.Equal(1, order.GetAttributeValue<OptionSetValue>("statuscode").Value);
        Assert.False(order.GetAttributeValue<bool>("new_urgent"));
        Assert.Equal(order.GetAttributeValue<long>("versionnumber").ToString(), order.RowVersion);
    }

    [Fact]
    public void A_row_is_born_open_with_a_reason_of_that_state()
    {
        var packed = sample.Service.Create(new Entity("new_order") { ["statecode"] = new OptionSetValue(0), ["statuscode"] = new OptionSetValue(100000000) });

        Assert.Equal(100000000, sample.Service.Retrieve("new_order", packed, new ColumnSet("statuscode")).GetAttributeValue<OptionSetValue>("statuscode").Value);
        SampleOrganization.AssertFault(FaultCodes.InvalidStateCodeStatusCode, "not a valid status code", () => sample.Service.Create(new Entity("new_order") { ["statecode"] = new OptionSetValue(1), ["statuscode"] = new OptionSetValue(2) }));
        SampleOrganization.AssertFault(FaultCodes.InvalidStateCodeStatusCode, "2 is not a valid status code for state code new_OrderState.Active", () => sample.Service.Create(new Entity("new_order") { ["statuscode"] = new OptionSetValue(2) }));
    }

    [Theory]
    [InlineData("new_nothing")]
    [InlineData("New_Name")]
    public void An_unknown_or_wrongly_spelt_column_is_named(string column) =>
        SampleOrganization.AssertFault(FaultCodes.QueryUnknownColumn, $"'new_order' entity doesn't contain attribute with Name = '{column}'", () => sample.Service.Create(new Entity("new_order") { [column] = "x" }));

    [Fact]
    public void An_unknown_table_is_named() =>
        SampleOrganization.AssertFault(FaultCodes.QueryUnknownTable, "'Contact'", () => sample.Service.Create(new Entity("Contact")));

    [Fact]
    public void Values_are_held_against_their_columns()
    {
        SampleOrganization.AssertFault(FaultCodes.StringLengthTooLong, "'new_name' attribute of the 'new_order' entity exceeded the maximum allowed length of '50'", () => Create("new_name", new string('ب', 51)));
        SampleOrganization.AssertFault(FaultCodes.ValueOutOfRange, "new_pieces", () => Create("new_pieces", 1001));
        SampleOrganization.AssertFault(FaultCodes.ValueOutOfRange, "new_amount", () => Create("new_amount", -1m));
        SampleOrganization.AssertFault(FaultCodes.OptionOutOfRange, "Accepted Values: 100000000,100000001", () => Create("new_colour", new OptionSetValue(7)));
        SampleOrganization.AssertFault(FaultCodes.InvalidArgument, "System.String", () => Create("new_pieces", "12"));
        SampleOrganization.AssertFault(FaultCodes.InvalidArgument, "System.Int32", () => Create("new_colour", 100000000));
        SampleOrganization.AssertFault(FaultCodes.DateOutOfRange, "01/01/1753", () => Create("new_dueon", DateTime.MinValue));
    }

    [Fact]
    public void A_lookup_must_point_at_a_row_of_the_right_table()
    {
        var nobody = Guid.NewGuid();

        SampleOrganization.AssertFault(FaultCodes.ObjectDoesNotExist, $"contact With Id = {nobody:D} Does Not Exist", () => Create("new_contactid", new EntityReference("contact", nobody)));
        SampleOrganization.AssertFault(FaultCodes.InvalidArgument, "An entity of type 'account'", () => Create("new_contactid", new EntityReference("account", nobody)));
    }

    [Fact]
    public void The_same_id_twice_is_a_duplicate()
    {
        var id = Guid.NewGuid();
        sample.Service.Create(new Entity("new_order", id));

        SampleOrganization.AssertFault(FaultCodes.DuplicateRecord, "duplicate key", () => sample.Service.Create(new Entity("new_order", id)));
    }

    [Fact]
    public void The_same_alternate_key_twice_is_a_duplicate_whatever_the_letter_case()
    {
        Entity Order(string number) => new("new_order") { ["new_shop"] = "فروشگاه A", ["new_number"] = number };
        sample.Service.Create(Order("x1"));

        SampleOrganization.AssertFault(FaultCodes.DuplicateRecordEntityKey, "The entity key new_shop_number", () => sample.Service.Create(Order("X1")));
        sample.Service.Create(Order("x2"));
    }

    [Fact]
    public void Rows_without_a_whole_key_are_no_duplicates()
    {
        sample.Service.Create(new Entity("new_order") { ["new_shop"] = "الف" });
        sample.Service.Create(new Entity("new_order") { ["new_shop"] = "الف" });
    }

    [Fact]
    public void Columns_the_platform_keeps_are_left_alone()
    {
        var id = sample.Service.Create(new Entity("new_order") { ["createdon"] = SampleOrganization.Noon.AddYears(-1), ["versionnumber"] = 7L });

        Assert.Equal(SampleOrganization.Noon, sample.Service.Retrieve("new_order", id, new ColumnSet("createdon"))["createdon"]);
    }

    [Fact]
    public void An_overridden_creation_date_becomes_the_creation_date()
    {
        var earlier = SampleOrganization.Noon.AddYears(-1);

        var id = sample.Service.Create(new Entity("new_order") { ["overriddencreatedon"] = earlier });

        var order = sample.Service.Retrieve("new_order", id, new ColumnSet("createdon", "overriddencreatedon"));
        Assert.Equal(earlier, order["createdon"]);
        Assert.Equal(SampleOrganization.Noon, order["overriddencreatedon"]);
    }

    [Fact]
    public void Rows_carried_along_are_created_and_can_be_fetched_along()
    {
        var contact = new Entity("contact") { ["lastname"] = "کریمی" };
        contact.RelatedEntities[new Relationship("new_order_contact")] = new EntityCollection([new Entity("new_order") { ["new_name"] = "یک" }, new Entity("new_order") { ["new_name"] = "دو" }]);

        var id = sample.Service.Create(contact);
        var request = new RetrieveRequest
        {
            Target = new EntityReference("contact", id),
            ColumnSet = new ColumnSet("lastname"),
            RelatedEntitiesQuery = new RelationshipQueryCollection { [new Relationship("new_order_contact")] = new QueryExpression("new_order") { ColumnSet = new ColumnSet("new_name") } },
        };

        var orders = ((RetrieveResponse)sample.Service.Execute(request)).Entity.RelatedEntities[new Relationship("new_order_contact")];
        Assert.Equal(["دو", "یک"], orders.Entities.Select(order => (string)order["new_name"]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_amount_brings_the_base_currency()
    {
        var id = sample.Service.Create(new Entity("opportunity") { ["name"] = "فرصت", ["estimatedvalue"] = new Money(5m) });

        var row = sample.Service.Retrieve("opportunity", id, new ColumnSet("transactioncurrencyid", "estimatedvalue"));
        Assert.Equal("Iranian Rial", row.GetAttributeValue<EntityReference>("transactioncurrencyid").Name);
        Assert.Equal("﷼5.00", row.FormattedValues["estimatedvalue"]);
    }

    [Fact]
    public void A_full_name_follows_its_parts()
    {
        var id = sample.CreateContact("مریم", "کریمی");

        sample.Service.Update(new Entity("contact", id) { ["lastname"] = "احمدی" });

        Assert.Equal("مریم احمدی", sample.Service.Retrieve("contact", id, new ColumnSet("fullname"))["fullname"]);
    }

    [Fact]
    public void A_case_needs_a_customer_and_gets_a_number()
    {
        var contact = sample.CreateContact();

        SampleOrganization.AssertFault(FaultCodes.UnManagedIdsMissing, "parent contact or account", () => sample.Service.Create(new Entity("incident") { ["title"] = "مشکل" }));
        var id = sample.Service.Create(new Entity("incident") { ["title"] = "مشکل", ["customerid"] = new EntityReference("contact", contact) });
        Assert.Matches("^CAS-[0-9]{5}-[A-Z0-9]{6}$", (string)sample.Service.Retrieve("incident", id, new ColumnSet("ticketnumber"))["ticketnumber"]);
    }

    public void Dispose() => sample.Dispose();

    private void Create(string column, object value) => sample.Service.Create(new Entity("new_order") { [column] = value });
}
