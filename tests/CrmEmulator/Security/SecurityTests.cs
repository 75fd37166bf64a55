using CrmEmulator.Faults;
using CrmEmulator.Tests.Metadata;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmEmulator.Tests.Security;

public sealed class SecurityTests : IDisposable
{
    private static readonly Guid Clerk = new(SamplePackage.ClerkRoleId);

    private readonly SampleOrganization sample = new();

    [Fact]
    public void A_missing_privilege_is_named()
    {
        var user = As(sample.CreateUser("بی‌نقش"));

        SampleOrganization.AssertFault(FaultCodes.PrivilegeDenied, "prvCreatenew_Order", () => user.Create(new Entity("new_order")));
        SampleOrganization.AssertFault(FaultCodes.PrivilegeDenied, "prvReadContact", () => user.RetrieveMultiple(new QueryExpression("contact")));
        SampleOrganization.AssertFault(FaultCodes.PrivilegeDenied, "prvReadActivity", () => user.RetrieveMultiple(new QueryExpression("new_visit")));
    }

    [Fact]
    public void At_the_users_depth_only_own_rows_are_seen()
    {
        var user = As(sample.CreateUser("منشی", Clerk));
        var foreign = sample.CreateOrder("foreign");
        var own = user.Create(new Entity("new_order") { ["new_name"] = "own" });

        Assert.Equal(own, Assert.Single(user.RetrieveMultiple(new QueryExpression("new_order")).Entities).Id);
        SampleOrganization.AssertFault(FaultCodes.AccessDenied, "ReadAccess", () => user.Retrieve("new_order", foreign, new ColumnSet(true)));
        SampleOrganization.AssertFault(FaultCodes.AccessDenied, "WriteAccess", () => user.Update(new Entity("new_order", foreign) { ["new_name"] = "x" }));
        SampleOrganization.AssertFault(FaultCodes.PrivilegeDenied, "prvDeletenew_Order", () => user.Delete("new_order", own));
        user.Update(new Entity("new_order", own) { ["new_name"] = "x" });
    }

    [Fact]
    public void At_business_unit_depth_rows_of_the_unit_are_seen()
    {
        var unit = sample.Platform.Create(new Entity("businessunit") { ["name"] = "شعبه" });
        var user = sample.CreateUser("منشی", Clerk);
        var elsewhere = sample.CreateUserIn(unit, Clerk);
        sample.CreateContact();
        sample.Platform.Create(new Entity("contact") { ["lastname"] = "دور", ["ownerid"] = new EntityReference("systemuser", elsewhere) });

        var seen = As(user).RetrieveMultiple(new QueryExpression("contact") { ColumnSet = new ColumnSet("lastname") });

        Assert.Equal("رضایی", Assert.Single(seen.Entities)["lastname"]);
    }

    [Fact]
    public void A_role_is_given_by_the_units_own_copy()
    {
        var unit = sample.Platform.Create(new Entity("businessunit") { ["name"] = "شعبه" });
        var user = sample.Platform.Create(new Entity("systemuser") { ["lastname"] = "دور", ["businessunitid"] = new EntityReference("businessunit", unit) });
        var copy = sample.Platform.RetrieveMultiple(new QueryExpression("role") { Criteria = { Conditions = { new ConditionExpression("name", ConditionOperator.Equal, "Clerk"), new ConditionExpression("businessunitid", ConditionOperator.Equal, unit) } } }).Entities[0].Id;
        var relationship = new Relationship("systemuserroles_association");

        Assert.Contains("another business unit", SampleOrganization.FaultOf(() => sample.Platform.Associate("systemuser", user, relationship, [new EntityReference("role", Clerk)])).Message);
        sample.Platform.Associate("systemuser", user, relationship, [new EntityReference("role", copy)]);

        As(user).Create(new Entity("new_order"));
    }

    [Fact]
    public void Rows_of_the_users_teams_are_own_rows_and_team_roles_count()
    {
        var user = sample.CreateUser("عضو");
        var team = sample.Service.Create(new Entity("team") { ["name"] = "پشتیبانی" });
        sample.Service.Execute(new AddMembersTeamRequest { TeamId = team, MemberIds = [user] });
        sample.Platform.Associate("team", team, new Relationship("teamroles_association"), [new EntityReference("role", Clerk)]);
        var order = sample.Service.Create(new Entity("new_order") { ["ownerid"] = new EntityReference("team", team) });

        Assert.Equal(order, Assert.Single(As(user).RetrieveMultiple(new QueryExpression("new_order")).Entities).Id);
        sample.Service.Execute(new RemoveMembersTeamRequest { TeamId = team, MemberIds = [user] });
        SampleOrganization.AssertFault(FaultCodes.PrivilegeDenied, "prvReadnew_Order", () => As(user).RetrieveMultiple(new QueryExpression("new_order")));
    }

    [Fact]
    public void A_shared_row_is_seen_until_it_is_taken_back()
    {
        var user = sample.CreateUser("منشی", Clerk);
        var order = sample.CreateOrder();
        var target = new EntityReference("new_order", order);
        var principal = new EntityReference("systemuser", user);

        sample.Service.Execute(new GrantAccessRequest { Target = target, PrincipalAccess = new PrincipalAccess { Principal = principal, AccessMask = AccessRights.ReadAccess } });
        Assert.Single(As(user).RetrieveMultiple(new QueryExpression("new_order")).Entities);
        As(user).Retrieve("new_order", order, new ColumnSet(true));
        SampleOrganization.AssertFault(FaultCodes.AccessDenied, "WriteAccess", () => As(user).Update(new Entity("new_order", order)));
        Assert.Equal(AccessRights.ReadAccess, RightsOf(principal, target) & (AccessRights.ReadAccess | AccessRights.WriteAccess));
        sample.Service.Execute(new RevokeAccessRequest { Target = target, Revokee = principal });

        Assert.Empty(As(user).RetrieveMultiple(new QueryExpression("new_order")).Entities);
    }

    [Fact]
    public void Pointing_at_a_row_needs_AppendTo_there()
    {
        var user = sample.CreateUser("منشی", Clerk);
        var contact = sample.CreateContact();

        SampleOrganization.AssertFault(FaultCodes.PrivilegeDenied, "prvAppendToContact", () => As(user).Create(new Entity("new_order") { ["new_contactid"] = new EntityReference("contact", contact) }));
    }

    [Fact]
    public void Access_of_a_principal_is_told()
    {
        var user = sample.CreateUser("منشی", Clerk);
        var own = new EntityReference("new_order", As(user).Create(new Entity("new_order")));
        var foreign = new EntityReference("new_order", sample.CreateOrder());
        var principal = new EntityReference("systemuser", user);

        Assert.Equal(AccessRights.ReadAccess | AccessRights.WriteAccess | AccessRights.AppendAccess | AccessRights.CreateAccess, RightsOf(principal, own));
        Assert.Equal(AccessRights.CreateAccess, RightsOf(principal, foreign));
        Assert.True(RightsOf(new EntityReference("systemuser", sample.Organization.AdministratorId), foreign).HasFlag(AccessRights.DeleteAccess | AccessRights.AssignAccess));
    }

    [Fact]
    public void A_secured_column_is_simply_not_there_for_others()
    {
        var user = sample.CreateUser("منشی", Clerk);
        var order = sample.Platform.Create(new Entity("new_order") { ["new_name"] = "الف", ["new_secret"] = "راز", ["ownerid"] = new EntityReference("systemuser", user) });
        var byValue = new QueryExpression("new_order") { ColumnSet = new ColumnSet("new_secret"), Criteria = { Conditions = { new ConditionExpression("new_secret", ConditionOperator.BeginsWith, "ر") } } };

        Assert.False(As(user).Retrieve("new_order", order, new ColumnSet("new_name", "new_secret")).Contains("new_secret"));
        Assert.Empty(As(user).RetrieveMultiple(byValue).Entities);
        SampleOrganization.AssertFault(FaultCodes.SecuredColumnUpdate, "new_secret", () => As(user).Update(new Entity("new_order", order) { ["new_secret"] = "x" }));
        sample.Platform.Associate("systemuser", user, new Relationship("systemuserprofiles_association"), [new EntityReference("fieldsecurityprofile", new Guid("b3a1ec40-b163-50c4-b306-93e07a6e8401"))]);

        Assert.Equal("راز", As(user).Retrieve("new_order", order, new ColumnSet("new_secret"))["new_secret"]);
        Assert.Single(As(user).RetrieveMultiple(byValue).Entities);
    }

    [Fact]
    public void A_disabled_user_can_do_nothing()
    {
        var user = sample.CreateUser("منشی", Clerk);
        sample.Platform.Update(new Entity("systemuser", user) { ["isdisabled"] = true });

        SampleOrganization.AssertFault(FaultCodes.UserDisabled, "disabled", () => As(user).RetrieveMultiple(new QueryExpression("new_order")));
    }

    [Fact]
    public void A_user_has_a_queue_and_belongs_to_the_units_team()
    {
        var user = sample.CreateUser("منشی");

        Assert.True(sample.Platform.Retrieve("systemuser", user, new ColumnSet("queueid")).Contains("queueid"));
        Assert.Single(((RetrieveTeamsSystemUserResponse)sample.Platform.Execute(new RetrieveTeamsSystemUserRequest { EntityId = user, ColumnSet = new ColumnSet("name") })).EntityCollection.Entities);
    }

    public void Dispose() => sample.Dispose();

    private IOrganizationService As(Guid user) => sample.Organization.ServiceFor(user);

    private AccessRights RightsOf(EntityReference principal, EntityReference target) =>
        ((RetrievePrincipalAccessResponse)sample.Platform.Execute(new RetrievePrincipalAccessRequest { Principal = principal, Target = target })).AccessRights;
}
