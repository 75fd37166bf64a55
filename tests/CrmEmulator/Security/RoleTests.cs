using CrmEmulator.Faults;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmEmulator.Tests.Security;

public sealed class RoleTests : IDisposable
{
    private readonly SampleOrganization sample = new();

    [Fact]
    public void Deep_reaches_the_units_below_and_not_those_beside()
    {
        var top = CreateUnit("بالا", sample.Organization.RootBusinessUnitId);
        var below = CreateUnit("پایین", top);
        var beside = CreateUnit("کنار", sample.Organization.RootBusinessUnitId);
        var role = CreateRole(PrivilegeDepth.Deep, "prvReadAccount");
        var manager = CreateUser(top, role);
        foreach (var unit in new[] { top, below, beside })
        {
            sample.Platform.Create(new Entity("account") { ["name"] = unit.ToString(), ["ownerid"] = new EntityReference("systemuser", CreateUser(unit, role)) });
        }

        var seen = sample.Organization.ServiceFor(manager).RetrieveMultiple(new QueryExpression("account") { ColumnSet = new ColumnSet("name") });

        Assert.Equal(new[] { top, below }.Select(unit => unit.ToString()).Order(), seen.Entities.Select(row => (string)row["name"]).Order());
    }

    [Fact]
    public void A_role_changes_what_its_holders_may_at_once()
    {
        var role = CreateRole(PrivilegeDepth.Global, "prvReadAccount");
        var user = CreateUser(sample.Organization.RootBusinessUnitId, role);
        var service = sample.Organization.ServiceFor(user);
        service.RetrieveMultiple(new QueryExpression("account"));

        sample.Platform.Execute(new ReplacePrivilegesRoleRequest { RoleId = role, Privileges = [Privilege("prvReadLead", PrivilegeDepth.Global)] });

        SampleOrganization.AssertFault(FaultCodes.PrivilegeDenied, "prvReadAccount", () => service.RetrieveMultiple(new QueryExpression("account")));
        service.RetrieveMultiple(new QueryExpression("lead"));
        var held = ((RetrieveUserPrivilegesResponse)sample.Platform.Execute(new RetrieveUserPrivilegesRequest { UserId = user })).RolePrivileges;
        Assert.Equal(PrivilegeDepth.Global, Assert.Single(held).Depth);
    }

    [Fact]
    public void A_row_shared_with_a_team_is_seen_by_its_members()
    {
        var role = CreateRole(PrivilegeDepth.Basic, "prvReadAccount");
        var user = CreateUser(sample.Organization.RootBusinessUnitId, role);
        var team = sample.Service.Create(new Entity("team") { ["name"] = "فروش" });
        sample.Service.Execute(new AddMembersTeamRequest { TeamId = team, MemberIds = [user] });
        var account = sample.Service.Create(new Entity("account") { ["name"] = "شرکت" });

        sample.Service.Execute(new GrantAccessRequest { Target = new EntityReference("account", account), PrincipalAccess = new PrincipalAccess { Principal = new EntityReference("team", team), AccessMask = AccessRights.ReadAccess } });

        Assert.Single(sample.Organization.ServiceFor(user).RetrieveMultiple(new QueryExpression("account")).Entities);
        var shares = ((RetrieveSharedPrincipalsAndAccessResponse)sample.Service.Execute(new RetrieveSharedPrincipalsAndAccessRequest { Target = new EntityReference("account", account) })).PrincipalAccesses;
        Assert.Equal(("team", AccessRights.ReadAccess), (Assert.Single(shares).Principal.LogicalName, shares[0].AccessMask));
    }

    [Fact]
    public void Links_are_filtered_by_the_callers_privileges_too()
    {
        var role = CreateRole(PrivilegeDepth.Global, "prvReadnew_Order");
        var user = CreateUser(sample.Organization.RootBusinessUnitId, role);
        var query = new QueryExpression("new_order");
        query.AddLink("contact", "new_contactid", "contactid");

        SampleOrganization.AssertFault(FaultCodes.PrivilegeDenied, "prvReadContact", () => sample.Organization.ServiceFor(user).RetrieveMultiple(query));
    }

    [Fact]
    public void A_team_that_owns_rows_is_not_deleted()
    {
        var team = sample.Service.Create(new Entity("team") { ["name"] = "فروش" });
        sample.Service.Associate("team", team, new Relationship("teamroles_association"), [new EntityReference("role", CreateRole(PrivilegeDepth.Basic, "prvReadAccount"))]);
        var account = sample.Service.Create(new Entity("account") { ["name"] = "شرکت", ["ownerid"] = new EntityReference("team", team) });

        SampleOrganization.AssertFault(FaultCodes.DeleteRestricted, "account", () => sample.Service.Delete("team", team));
        sample.Service.Delete("account", account);
        sample.Service.Delete("team", team);
    }

    [Fact]
    public void Things_are_routed_to_people_through_their_queues()
    {
        var user = CreateUser(sample.Organization.RootBusinessUnitId, sample.Organization.AdministratorRoleId);
        var task = sample.Service.Create(new Entity("task") { ["subject"] = "کار" });
        var queue = sample.Service.Create(new Entity("queue") { ["name"] = "صف" });
        var item = ((AddToQueueResponse)sample.Service.Execute(new AddToQueueRequest { DestinationQueueId = queue, Target = new EntityReference("task", task) })).QueueItemId;

        sample.Service.Execute(new RouteToRequest { QueueItemId = item, Target = new EntityReference("systemuser", user) });

        var own = sample.Platform.Retrieve("systemuser", user, new ColumnSet("queueid")).GetAttributeValue<EntityReference>("queueid").Id;
        Assert.Equal(own, sample.Service.Retrieve("queueitem", item, new ColumnSet("queueid")).GetAttributeValue<EntityReference>("queueid").Id);
        Assert.Equal(user, sample.Service.Retrieve("task", task, new ColumnSet("ownerid")).GetAttributeValue<EntityReference>("ownerid").Id);
        var queues = ((RetrieveUserQueuesResponse)sample.Service.Execute(new RetrieveUserQueuesRequest { UserId = user, IncludePublic = false })).EntityCollection;
        Assert.Equal(own, Assert.Single(queues.Entities).Id);
    }

    public void Dispose() => sample.Dispose();

    private RolePrivilege Privilege(string name, PrivilegeDepth depth) => new(depth, PrivilegeId(name), Guid.Empty);

    private Guid CreateUnit(string name, Guid parent) =>
        sample.Platform.Create(new Entity("businessunit") { ["name"] = name, ["parentbusinessunitid"] = new EntityReference("businessunit", parent) });

    private Guid CreateRole(PrivilegeDepth depth, string privilege)
    {
        var role = sample.Platform.Create(new Entity("role") { ["name"] = privilege + depth });
        sample.Platform.Execute(new AddPrivilegesRoleRequest { RoleId = role, Privileges = [Privilege(privilege, depth)] });
        return role;
    }

    private Guid CreateUser(Guid unit, Guid role) => sample.CreateUserIn(unit, role);

    private Guid PrivilegeId(string name) =>
        Assert.Single(sample.Platform.RetrieveMultiple(new QueryExpression("privilege") { Criteria = { Conditions = { new ConditionExpression("name", ConditionOperator.Equal, name) } } }).Entities).Id;
}
