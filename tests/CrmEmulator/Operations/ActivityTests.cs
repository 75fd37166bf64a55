using CrmEmulator.Faults;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmEmulator.Tests.Operations;

public sealed class ActivityTests : IDisposable
{
    private readonly SampleOrganization sample = new();

    [Fact]
    public void An_activity_stands_in_its_own_table_and_among_all_activities()
    {
        var contact = sample.CreateContact();
        var id = CreateVisit(contact);

        sample.Service.Update(new Entity("new_visit", id) { ["subject"] = "دیدار دوم" });

        var pointer = sample.Service.Retrieve("activitypointer", id, new ColumnSet("subject", "activitytypecode", "regardingobjectid", "statecode"));
        Assert.Equal("دیدار دوم", pointer["subject"]);
        Assert.Equal("new_visit", pointer["activitytypecode"]);
        Assert.Equal("Visit", pointer.FormattedValues["activitytypecode"]);
        Assert.Equal("new_visit", sample.Service.Retrieve("new_visit", id, new ColumnSet("activitytypecode"))["activitytypecode"]);
        Assert.Equal("سارا رضایی", pointer.GetAttributeValue<EntityReference>("regardingobjectid").Name);
    }

    [Fact]
    public void Party_lists_are_written_and_read_as_parties()
    {
        var contact = sample.CreateContact();
        var id = CreateVisit(contact);

        var to = Assert.Single(sample.Service.Retrieve("new_visit", id, new ColumnSet("to")).GetAttributeValue<EntityCollection>("to").Entities);
        var all = sample.Service.RetrieveMultiple(new QueryExpression("activityparty") { ColumnSet = new ColumnSet("participationtypemask"), Criteria = { Conditions = { new ConditionExpression("activityid", ConditionOperator.Equal, id) } } });

        Assert.Equal(("contact", contact), (to.GetAttributeValue<EntityReference>("partyid").LogicalName, to.GetAttributeValue<EntityReference>("partyid").Id));
        Assert.Equal([2, 8, 9], all.Entities.Select(party => party.GetAttributeValue<OptionSetValue>("participationtypemask").Value).Order());
    }

    [Fact]
    public void A_new_party_list_replaces_the_old_one()
    {
        var id = CreateVisit(sample.CreateContact());
        var other = sample.CreateContact("زهرا", "محمدی");

        sample.Service.Update(new Entity("new_visit", id) { ["to"] = Parties(other) });

        var to = sample.Service.Retrieve("new_visit", id, new ColumnSet("to")).GetAttributeValue<EntityCollection>("to");
        Assert.Equal("زهرا محمدی", Assert.Single(to.Entities).GetAttributeValue<EntityReference>("partyid").Name);
    }

    [Fact]
    public void A_deleted_activity_leaves_nothing_behind()
    {
        var id = CreateVisit(sample.CreateContact());

        sample.Service.Delete("new_visit", id);

        SampleOrganization.AssertFault(FaultCodes.ObjectDoesNotExist, "activitypointer", () => sample.Service.Retrieve("activitypointer", id, new ColumnSet(false)));
        Assert.Empty(sample.Service.RetrieveMultiple(new QueryExpression("activityparty") { Criteria = { Conditions = { new ConditionExpression("activityid", ConditionOperator.Equal, id) } } }).Entities);
    }

    [Fact]
    public void What_is_completed_leaves_its_queue()
    {
        var id = CreateVisit(sample.CreateContact());
        var queue = sample.Service.Create(new Entity("queue") { ["name"] = "صف" });
        var item = ((AddToQueueResponse)sample.Service.Execute(new AddToQueueRequest { DestinationQueueId = queue, Target = new EntityReference("new_visit", id) })).QueueItemId;

        sample.Service.Update(new Entity("new_visit", id) { ["statecode"] = new OptionSetValue(1), ["statuscode"] = new OptionSetValue(2) });

        var row = sample.Service.Retrieve("queueitem", item, new ColumnSet("statecode", "title", "objecttypecode"));
        Assert.Equal(1, row.GetAttributeValue<OptionSetValue>("statecode").Value);
        Assert.Equal("دیدار", row["title"]);
        Assert.Equal(10201, row.GetAttributeValue<OptionSetValue>("objecttypecode").Value);
        Assert.Equal("Visit", row.FormattedValues["objecttypecode"]);
    }

    [Fact]
    public void An_activity_is_born_open() =>
        SampleOrganization.AssertFault(FaultCodes.InvalidStateCodeStatusCode, "not a valid status code", () => sample.Service.Create(new Entity("new_visit") { ["subject"] = "x", ["statecode"] = new OptionSetValue(1) }));

    [Fact]
    public void Deleting_a_contact_deletes_the_activities_about_it()
    {
        var contact = sample.CreateContact();
        var id = CreateVisit(contact);

        sample.Service.Delete("contact", contact);

        SampleOrganization.AssertFault(FaultCodes.ObjectDoesNotExist, "new_visit", () => sample.Service.Retrieve("new_visit", id, new ColumnSet(false)));
    }

    public void Dispose() => sample.Dispose();

    private static EntityCollection Parties(Guid contact) =>
        new([new Entity("activityparty") { ["partyid"] = new EntityReference("contact", contact) }]);

    private Guid CreateVisit(Guid contact) => sample.Service.Create(new Entity("new_visit")
    {
        ["subject"] = "دیدار",
        ["regardingobjectid"] = new EntityReference("contact", contact),
        ["to"] = Parties(contact),
    });
}
