using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Messaging.Messages;

namespace DevHost.People;

/// <summary>Users to sign in as beside the administrator: one for each role of the solution, who also work with customers.</summary>
/// <param name="system">Where they are entered; again, it changes nothing.</param>
public sealed class SamplePeople(LocalSystem system)
{
    private const string CustomerRole = "Customer work (sample)";

    private static readonly DateTime IdTime = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly string[] CustomerTables = ["Account", "Contact", "Lead", "Incident", "List", "Campaign", "Opportunity"];
    private static readonly string[] Actions = ["Create", "Read", "Write", "Delete", "Append", "AppendTo", "Assign", "Share"];

    /// <summary>The users by the role of the solution that they have.</summary>
    public static IReadOnlyList<string> Roles { get; } = ["smSys User", "smSys Bulk Sender", "smSys Administrator"];

    /// <summary>The id of the user of a role.</summary>
    public static Guid IdOf(string role) => DeterministicId.Create(IdTime, "sample user", role);

    /// <summary>Enters the users, and shares the lines with them, so that they may send.</summary>
    public void Enter()
    {
        var customers = EnterCustomerRole();
        foreach (var role in Roles)
        {
            var user = CreateOnce.Do(system.Service, new Entity("systemuser", IdOf(role))
            {
                ["firstname"] = role,
                ["lastname"] = "(sample)",
                ["businessunitid"] = new EntityReference("businessunit", system.Organization.RootBusinessUnitId),
            });
            GiveOnce(user.Id, RoleNamed("Basic User"));
            GiveOnce(user.Id, RoleNamed(role));
            GiveOnce(user.Id, customers);
            foreach (var line in Lines())
            {
                system.Service.Execute(new GrantAccessRequest
                {
                    Target = line,
                    PrincipalAccess = new PrincipalAccess { Principal = user, AccessMask = AccessRights.ReadAccess | AccessRights.AppendAccess | AccessRights.AppendToAccess },
                });
            }
        }
    }

    private IEnumerable<EntityReference> Lines() =>
        system.Service.RetrieveMultiple(new QueryExpression("smsys_smsnumber")).Entities.Select(line => line.ToEntityReference());

    /// <summary>What people who serve customers usually may, in an organisation that has such a role.</summary>
    private Guid EnterCustomerRole()
    {
        var role = CreateOnce.Do(system.Service, new Entity("role", DeterministicId.Create(IdTime, "sample role", CustomerRole))
        {
            ["name"] = CustomerRole,
            ["businessunitid"] = new EntityReference("businessunit", system.Organization.RootBusinessUnitId),
        });
        var names = CustomerTables.SelectMany(table => Actions.Select(action => "prv" + action + table)).Cast<object>().ToArray();
        var query = new QueryExpression("privilege") { Criteria = { Conditions = { new ConditionExpression("name", ConditionOperator.In, names) } } };
        system.Service.Execute(new AddPrivilegesRoleRequest
        {
            RoleId = role.Id,
            Privileges = [.. system.Service.RetrieveMultiple(query).Entities.Select(privilege => new RolePrivilege((int)PrivilegeDepth.Global, privilege.Id))],
        });
        return role.Id;
    }

    private Guid RoleNamed(string name)
    {
        var query = new QueryExpression("role")
        {
            Criteria =
            {
                Conditions =
                {
                    new ConditionExpression("name", ConditionOperator.Equal, name),
                    new ConditionExpression("businessunitid", ConditionOperator.Equal, system.Organization.RootBusinessUnitId),
                },
            },
        };
        return system.Service.RetrieveMultiple(query).Entities.Single().Id;
    }

    private void GiveOnce(Guid user, Guid role)
    {
        var held = new QueryExpression("systemuserroles")
        {
            Criteria = { Conditions = { new ConditionExpression("systemuserid", ConditionOperator.Equal, user), new ConditionExpression("roleid", ConditionOperator.Equal, role) } },
        };
        if (system.Service.RetrieveMultiple(held).Entities.Count == 0)
        {
            system.Service.Associate("systemuser", user, new Relationship("systemuserroles_association"), [new EntityReference("role", role)]);
        }
    }
}
