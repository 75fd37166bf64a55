using CrmEmulator.Faults;
using CrmEmulator.Tests.Metadata;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace CrmEmulator.Tests.Operations;

public sealed class UpdateTests : IDisposable
{
    private readonly SampleOrganization sample = new();

    [Fact]
    public void Only_what_was_sent_changes()
    {
        var id = sample.Service.Create(new Entity("new_order") { ["new_name"] = "الف", ["new_note"] = "بماند" });
        sample.Clock.Now = SampleOrganization.Noon.AddMinutes(5);

        sample.Service.Update(new Entity("new_order", id) { ["new_name"] = null, ["new_pieces"] = 3 });

        var order = sample.Service.Retrieve("new_order", id, new ColumnSet(true));
        Assert.False(order.Contains("new_name"));
        Assert.Equal("بماند", order["new_note"]);
        Assert.Equal(3, order["new_pieces"]);
        Assert.Equal(SampleOrganization.Noon.AddMinutes(5), order["modifiedon"]);
        Assert.Equal(SampleOrganization.Noon, order["createdon"]);
    }

    [Fact]
    public void A_missing_row_is_named()
    {
        var id = Guid.NewGuid();

        SampleOrganization.AssertFault(FaultCodes.ObjectDoesNotExist, $"new_order With Id = {id:D} Does Not Exist", () => sample.Service.Update(new Entity("new_order", id) { ["new_name"] = "x" }));
    }

    [Fact]
    public void A_state_alone_brings_its_default_reason()
    {
        var id = sample.CreateOrder();

        sample.Service.Update(new Entity("new_order", id) { ["statecode"] = new OptionSetValue(1) });

        Assert.Equal((1, 2), StateOf(id));
    }

    [Fact]
    public void A_reason_must_belong_to_the_state()
    {
        var id = sample.CreateOrder();

        sample.Service.Update(new Entity("new_order", id) { ["statuscode"] = new OptionSetValue(100000000) });
        SampleOrganization.AssertFault(FaultCodes.InvalidStateCodeStatusCode, "2 is not a valid status code", () => sample.Service.Update(new Entity("new_order", id) { ["statuscode"] = new OptionSetValue(2) }));
        SampleOrganization.AssertFault(FaultCodes.InvalidStateCodeStatusCode, "1 is not a valid status code", () => sample.Service.Update(new Entity("new_order", id) { ["statecode"] = new OptionSetValue(1), ["statuscode"] = new OptionSetValue(1) }));
        sample.Service.Update(new Entity("new_order", id) { ["statecode"] = new OptionSetValue(1), ["statuscode"] = new OptionSetValue(100000001) });

        Assert.Equal((1, 100000001), StateOf(id));
    }

    [Fact]
    public void SetState_with_minus_one_takes_the_default_reason()
    {
        var id = sample.CreateOrder();

        sample.Service.Execute(new SetStateRequest { EntityMoniker = new EntityReference("new_order", id), State = new OptionSetValue(1), Status = new OptionSetValue(-1) });

        Assert.Equal((1, 2), StateOf(id));
    }

    [Fact]
    public void A_stale_row_version_is_refused()
    {
        var id = sample.CreateOrder();
        var first = sample.Service.Retrieve("new_order", id, new ColumnSet(false));
        sample.Service.Update(new Entity("new_order", id) { ["new_pieces"] = 1 });
        var second = sample.Service.Retrieve("new_order", id, new ColumnSet(false));

        UpdateRequest With(string? version) => new() { Target = new Entity("new_order", id) { ["new_pieces"] = 2, RowVersion = version }, ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches };

        SampleOrganization.AssertFault(FaultCodes.ConcurrencyVersionMismatch, "RowVersion", () => sample.Service.Execute(With(first.RowVersion)));
        SampleOrganization.AssertFault(FaultCodes.ConcurrencyVersionNotProvided, "RowVersion", () => sample.Service.Execute(With(null)));
        sample.Service.Execute(With(second.RowVersion));
        Assert.True(long.Parse(second.RowVersion) > long.Parse(first.RowVersion));
    }

    [Fact]
    public void Deleting_a_stale_row_version_is_refused()
    {
        var id = sample.CreateOrder();
        var before = sample.Service.Retrieve("new_order", id, new ColumnSet(false)).RowVersion;
        sample.Service.Update(new Entity("new_order", id) { ["new_pieces"] = 1 });

        SampleOrganization.AssertFault(FaultCodes.ConcurrencyVersionMismatch, "RowVersion", () => sample.Service.Execute(new DeleteRequest { Target = new EntityReference("new_order", id) { RowVersion = before }, ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches }));
    }

    [Fact]
    public void A_new_owner_takes_the_children_along_where_the_relationship_says_so()
    {
        var contact = sample.CreateContact();
        var order = sample.Service.Create(new Entity("new_order") { ["new_contactid"] = new EntityReference("contact", contact) });
        var user = sample.CreateUser("دوم", sample.Organization.AdministratorRoleId);

        sample.Service.Execute(new AssignRequest { Target = new EntityReference("contact", contact), Assignee = new EntityReference("systemuser", user) });

        var row = sample.Service.Retrieve("new_order", order, new ColumnSet("ownerid", "owninguser"));
        Assert.Equal(user, row.GetAttributeValue<EntityReference>("ownerid").Id);
        Assert.Equal(user, row.GetAttributeValue<EntityReference>("owninguser").Id);
    }

    [Fact]
    public void A_team_may_own_rows()
    {
        var team = sample.Service.Create(new Entity("team") { ["name"] = "پشتیبانی" });
        SampleOrganization.AssertFault(FaultCodes.PrivilegeDenied, "Principal team", () => sample.Service.Create(new Entity("new_order") { ["ownerid"] = new EntityReference("team", team) }));
        sample.Service.Associate("team", team, new Relationship("teamroles_association"), [new EntityReference("role", new Guid(SamplePackage.ClerkRoleId))]);

        var id = sample.Service.Create(new Entity("new_order") { ["ownerid"] = new EntityReference("team", team) });

        var row = sample.Service.Retrieve("new_order", id, new ColumnSet("ownerid", "owningteam", "owninguser"));
        Assert.Equal(("team", "پشتیبانی"), (row.GetAttributeValue<EntityReference>("ownerid").LogicalName, row.GetAttributeValue<EntityReference>("ownerid").Name));
        Assert.True(row.Contains("owningteam"));
        Assert.False(row.Contains("owninguser"));
    }

    [Fact]
    public void Upsert_finds_a_row_by_its_alternate_key()
    {
        Entity Order(int pieces) => new("new_order", new KeyAttributeCollection { ["new_shop"] = "تهران", ["new_number"] = "7" }) { ["new_pieces"] = pieces };

        var created = (UpsertResponse)sample.Service.Execute(new UpsertRequest { Target = Order(1) });
        var updated = (UpsertResponse)sample.Service.Execute(new UpsertRequest { Target = Order(2) });

        Assert.True(created.RecordCreated);
        Assert.False(updated.RecordCreated);
        Assert.Equal(created.Target.Id, updated.Target.Id);
        Assert.Equal(2, sample.Service.Retrieve("new_order", created.Target.Id, new ColumnSet("new_pieces"))["new_pieces"]);
    }

    [Fact]
    public void A_row_can_be_read_and_pointed_at_by_its_alternate_key()
    {
        var parent = sample.Service.Create(new Entity("new_order") { ["new_shop"] = "شیراز", ["new_number"] = "1", ["new_name"] = "مادر" });
        var key = new KeyAttributeCollection { ["new_shop"] = "شیراز", ["new_number"] = "1" };

        var read = (RetrieveResponse)sample.Service.Execute(new RetrieveRequest { Target = new EntityReference("new_order", key), ColumnSet = new ColumnSet("new_name") });
        var child = sample.Service.Create(new Entity("new_order") { ["new_parentid"] = new EntityReference("new_order", key) });

        Assert.Equal("مادر", read.Entity["new_name"]);
        Assert.Equal(parent, sample.Service.Retrieve("new_order", child, new ColumnSet("new_parentid")).GetAttributeValue<EntityReference>("new_parentid").Id);
        SampleOrganization.AssertFault(FaultCodes.RecordNotFoundByEntityKey, "new_order", () => sample.Service.Execute(new RetrieveRequest { Target = new EntityReference("new_order", new KeyAttributeCollection { ["new_shop"] = "x", ["new_number"] = "y" }), ColumnSet = new ColumnSet(false) }));
        SampleOrganization.AssertFault(FaultCodes.InvalidEntityKey, "new_name", () => sample.Service.Execute(new RetrieveRequest { Target = new EntityReference("new_order", "new_name", "x"), ColumnSet = new ColumnSet(false) }));
    }

    public void Dispose() => sample.Dispose();

    private (int State, int Status) StateOf(Guid id)
    {
        var row = sample.Service.Retrieve("new_order", id, new ColumnSet("statecode", "statuscode"));
        return (row.GetAttributeValue<OptionSetValue>("statecode").Value, row.GetAttributeValue<OptionSetValue>("statuscode").Value);
    }
}
