using CrmEmulator.Faults;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Metadata;
using Microsoft.Xrm.Sdk.Query;

namespace CrmEmulator.Tests.Operations;

public sealed class BusinessMessageTests : IDisposable
{
    private readonly SampleOrganization sample = new();

    [Fact]
    public void A_static_list_takes_members_of_its_kind_once()
    {
        var list = CreateList(isDynamic: false);
        var (one, two) = (sample.CreateContact(), sample.CreateContact("زهرا", "محمدی"));

        sample.Service.Execute(new AddListMembersListRequest { ListId = list, MemberIds = [one, two] });
        sample.Service.Execute(new AddMemberListRequest { ListId = list, EntityId = one });
        Assert.Equal(2, sample.Service.Retrieve("list", list, new ColumnSet("membercount"))["membercount"]);
        sample.Service.Execute(new RemoveMemberListRequest { ListId = list, EntityId = one });

        var members = sample.Service.RetrieveMultiple(new FetchExpression($"<fetch><entity name='contact'><attribute name='fullname'/><link-entity name='listmember' from='entityid' to='contactid'><filter><condition attribute='listid' operator='eq' value='{list}'/></filter></link-entity></entity></fetch>"));
        Assert.Equal("زهرا محمدی", Assert.Single(members.Entities)["fullname"]);
        SampleOrganization.AssertFault(FaultCodes.ObjectDoesNotExist, "the marketing list holds rows of 'contact'", () => sample.Service.Execute(new AddMemberListRequest { ListId = list, EntityId = list }));
    }

    [Fact]
    public void A_list_knows_how_many_it_has_when_members_come_and_go_by_their_relationship()
    {
        var list = CreateList(isDynamic: false);
        var members = new EntityReferenceCollection { new("contact", sample.CreateContact()), new("contact", sample.CreateContact("زهرا", "محمدی")) };
        var relationship = new Relationship("listcontact_association");

        sample.Service.Associate("list", list, relationship, members);
        Assert.Equal(2, sample.Service.Retrieve("list", list, new ColumnSet("membercount"))["membercount"]);
        sample.Service.Disassociate("contact", members[0].Id, relationship, [new EntityReference("list", list)]);
        sample.Service.Disassociate("contact", members[0].Id, relationship, [new EntityReference("list", list)]);

        Assert.Equal(1, sample.Service.Retrieve("list", list, new ColumnSet("membercount"))["membercount"]);
    }

    [Fact]
    public void A_dynamic_list_takes_no_members_but_can_be_copied()
    {
        sample.CreateContact("سارا");
        sample.CreateContact("مریم");
        var list = CreateList(isDynamic: true);

        SampleOrganization.AssertFault(FaultCodes.ListNotStatic, "dynamic", () => sample.Service.Execute(new AddMemberListRequest { ListId = list, EntityId = sample.CreateContact("x") }));
        var copy = ((CopyDynamicListToStaticResponse)sample.Service.Execute(new CopyDynamicListToStaticRequest { ListId = list })).StaticListId;

        Assert.Equal(1, sample.Service.Retrieve("list", copy, new ColumnSet("membercount"))["membercount"]);
    }

    [Fact]
    public void A_campaigns_lists_are_its_items()
    {
        var campaign = sample.Service.Create(new Entity("campaign") { ["name"] = "نوروز" });
        var list = CreateList(isDynamic: false);

        sample.Service.Execute(new AddItemCampaignRequest { CampaignId = campaign, EntityId = list, EntityName = "list" });

        var lists = sample.Service.RetrieveMultiple(new FetchExpression($"<fetch><entity name='list'><attribute name='listname'/><link-entity name='campaignitem' from='entityid' to='listid'><filter><condition attribute='campaignid' operator='eq' value='{campaign}'/></filter></link-entity></entity></fetch>"));
        Assert.Equal(list, Assert.Single(lists.Entities).Id);
        sample.Service.Execute(new RemoveItemCampaignRequest { CampaignId = campaign, EntityId = list });
        Assert.Empty(sample.Service.RetrieveMultiple(new QueryExpression("campaignitem")).Entities);
    }

    [Fact]
    public void Rows_are_joined_and_parted_by_a_relationship()
    {
        var (order, list) = (sample.CreateOrder(), CreateList(isDynamic: false));
        var relationship = new Relationship("new_order_list");

        sample.Service.Associate("new_order", order, relationship, [new EntityReference("list", list)]);
        SampleOrganization.AssertFault(FaultCodes.DuplicateRecord, "duplicate", () => sample.Service.Associate("list", list, relationship, [new EntityReference("new_order", order)]));
        Assert.Single(sample.Service.RetrieveMultiple(new QueryExpression("new_order_list")).Entities);
        sample.Service.Disassociate("list", list, relationship, [new EntityReference("new_order", order)]);

        Assert.Empty(sample.Service.RetrieveMultiple(new QueryExpression("new_order_list")).Entities);
    }

    [Fact]
    public void Associating_over_a_lookup_sets_it()
    {
        var (contact, order) = (sample.CreateContact(), sample.CreateOrder());

        sample.Service.Associate("contact", contact, new Relationship("new_order_contact"), [new EntityReference("new_order", order)]);

        Assert.Equal(contact, sample.Service.Retrieve("new_order", order, new ColumnSet("new_contactid")).GetAttributeValue<EntityReference>("new_contactid").Id);
    }

    [Fact]
    public void A_thing_is_in_one_queue_at_a_time()
    {
        var task = sample.Service.Create(new Entity("task") { ["subject"] = "کار" });
        var (first, second) = (sample.Service.Create(new Entity("queue") { ["name"] = "۱" }), sample.Service.Create(new Entity("queue") { ["name"] = "۲" }));
        Guid Add(Guid queue) => ((AddToQueueResponse)sample.Service.Execute(new AddToQueueRequest { DestinationQueueId = queue, Target = new EntityReference("task", task) })).QueueItemId;

        var item = Add(first);

        Assert.Equal(item, Add(second));
        Assert.Equal(second, sample.Service.Retrieve("queueitem", item, new ColumnSet("queueid")).GetAttributeValue<EntityReference>("queueid").Id);
        sample.Service.Execute(new PickFromQueueRequest { QueueItemId = item, WorkerId = sample.Organization.AdministratorId });
        Assert.True(sample.Service.Retrieve("queueitem", item, new ColumnSet("workerid")).Contains("workerid"));
        sample.Service.Execute(new RemoveFromQueueRequest { QueueItemId = item });
        Assert.Empty(sample.Service.RetrieveMultiple(new QueryExpression("queueitem")).Entities);
    }

    [Fact]
    public void A_case_is_resolved_by_its_own_message()
    {
        var contact = sample.CreateContact();
        var incident = sample.Service.Create(new Entity("incident") { ["title"] = "مشکل حاد", ["customerid"] = new EntityReference("contact", contact) });

        SampleOrganization.AssertFault(FaultCodes.InvalidArgument, "CloseIncident", () => sample.Service.Update(new Entity("incident", incident) { ["statecode"] = new OptionSetValue(1), ["statuscode"] = new OptionSetValue(5) }));
        sample.Service.Execute(new CloseIncidentRequest { IncidentResolution = new Entity("incidentresolution") { ["subject"] = "حل شد", ["incidentid"] = new EntityReference("incident", incident) }, Status = new OptionSetValue(5) });

        Assert.Equal(1, sample.Service.Retrieve("incident", incident, new ColumnSet("statecode")).GetAttributeValue<OptionSetValue>("statecode").Value);
    }

    [Fact]
    public void Merging_moves_everything_to_the_master()
    {
        var (master, other) = (sample.CreateContact(), sample.CreateContact("سارا", "رضائی"));
        var order = sample.Service.Create(new Entity("new_order") { ["new_contactid"] = new EntityReference("contact", other) });
        var list = CreateList(isDynamic: false);
        sample.Service.Execute(new AddListMembersListRequest { ListId = list, MemberIds = [master, other] });

        sample.Service.Execute(new MergeRequest { Target = new EntityReference("contact", master), SubordinateId = other, UpdateContent = new Entity("contact") { ["jobtitle"] = "مدیر" } });

        var retired = sample.Service.Retrieve("contact", other, new ColumnSet("masterid", "merged", "statecode"));
        Assert.Equal(master, retired.GetAttributeValue<EntityReference>("masterid").Id);
        Assert.Equal(1, retired.GetAttributeValue<OptionSetValue>("statecode").Value);
        Assert.Equal(master, sample.Service.Retrieve("new_order", order, new ColumnSet("new_contactid")).GetAttributeValue<EntityReference>("new_contactid").Id);
        Assert.Equal("مدیر", sample.Service.Retrieve("contact", master, new ColumnSet("jobtitle"))["jobtitle"]);
        Assert.Single(sample.Service.RetrieveMultiple(new QueryExpression("listmember")).Entities);
    }

    [Fact]
    public void An_email_needs_an_approved_sender()
    {
        var contact = sample.CreateContact();
        var queue = sample.Service.Create(new Entity("queue") { ["name"] = "پشتیبانی", ["emailaddress"] = "support@example.test" });
        var email = sample.Service.Create(new Entity("email")
        {
            ["subject"] = "هشدار",
            ["from"] = new EntityCollection([new Entity("activityparty") { ["partyid"] = new EntityReference("queue", queue) }]),
            ["to"] = new EntityCollection([new Entity("activityparty") { ["partyid"] = new EntityReference("contact", contact) }]),
        });
        var send = new SendEmailRequest { EmailId = email, IssueSend = true };

        Assert.Contains("not approved", SampleOrganization.FaultOf(() => sample.Service.Execute(send)).Message);
        sample.Service.Update(new Entity("queue", queue) { ["emailrouteraccessapproval"] = new OptionSetValue(1) });
        sample.Service.Execute(send);

        Assert.Equal(3, sample.Service.Retrieve("email", email, new ColumnSet("statuscode")).GetAttributeValue<OptionSetValue>("statuscode").Value);
    }

    [Fact]
    public void In_a_batch_what_fails_is_undone_alone()
    {
        var requests = new OrganizationRequestCollection
        {
            new CreateRequest { Target = new Entity("new_order") { ["new_name"] = "الف" } },
            new CreateRequest { Target = new Entity("new_order") { ["new_name"] = new string('ب', 60) } },
            new CreateRequest { Target = new Entity("new_order") { ["new_name"] = "پ" } },
        };

        var response = (ExecuteMultipleResponse)sample.Service.Execute(new ExecuteMultipleRequest { Requests = requests, Settings = new ExecuteMultipleSettings { ContinueOnError = true, ReturnResponses = true } });

        Assert.True(response.IsFaulted);
        Assert.Equal(1, Assert.Single(response.Responses, item => item.Fault is not null).RequestIndex);
        Assert.Equal(2, sample.Service.RetrieveMultiple(new QueryExpression("new_order")).Entities.Count);
        SampleOrganization.AssertFault(FaultCodes.StringLengthTooLong, "new_name", () => sample.Service.Execute(new ExecuteTransactionRequest { Requests = requests }));
        Assert.Equal(2, sample.Service.RetrieveMultiple(new QueryExpression("new_order")).Entities.Count);
    }

    [Fact]
    public void The_organisation_says_who_and_what_it_is()
    {
        var who = (WhoAmIResponse)sample.Service.Execute(new WhoAmIRequest());
        var entity = ((RetrieveEntityResponse)sample.Service.Execute(new RetrieveEntityRequest { LogicalName = "new_order", EntityFilters = EntityFilters.All })).EntityMetadata;
        var colour = (PicklistAttributeMetadata)((RetrieveAttributeResponse)sample.Service.Execute(new RetrieveAttributeRequest { EntityLogicalName = "new_order", LogicalName = "new_colour" })).AttributeMetadata;

        Assert.Equal(sample.Organization.AdministratorId, who.UserId);
        Assert.StartsWith("9.", ((RetrieveVersionResponse)sample.Service.Execute(new RetrieveVersionRequest())).Version, StringComparison.Ordinal);
        Assert.Equal("new_name", entity.PrimaryNameAttribute);
        Assert.Contains(entity.Attributes, attribute => attribute.LogicalName == "new_contactid" && attribute.AttributeType == AttributeTypeCode.Lookup);
        Assert.Contains(entity.ManyToOneRelationships, relationship => relationship.SchemaName == "new_order_contact");
        Assert.Equal(["Red", "Blue"], colour.OptionSet.Options.Select(option => option.Label.UserLocalizedLabel.Label));
        Assert.Equal("sample", ((RetrieveCurrentOrganizationResponse)sample.Service.Execute(new RetrieveCurrentOrganizationRequest())).Detail.UniqueName);
    }

    public void Dispose() => sample.Dispose();

    private Guid CreateList(bool isDynamic) => sample.Service.Create(new Entity("list")
    {
        ["listname"] = "مشتریان",
        ["createdfromcode"] = new OptionSetValue(2),
        ["type"] = isDynamic,
        ["query"] = isDynamic ? "<fetch><entity name='contact'><filter><condition attribute='firstname' operator='eq' value='سارا'/></filter></entity></fetch>" : null,
    });
}
