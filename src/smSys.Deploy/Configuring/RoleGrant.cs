using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Deploy.CommandLine;
using smSys.Deploy.Connecting;

namespace smSys.Deploy.Configuring;

/// <summary>Gives a team or a user one of the solution's roles. Each business unit has its own copy of a role; the one of the receiver's unit is given.</summary>
public sealed class RoleGrant
{
    private const int DuplicateRecord = -2147220937;

    private readonly string _role;
    private readonly string _table;
    private readonly string _column;
    private readonly string _name;

    private RoleGrant(string role, string table, string column, string name)
    {
        _role = role;
        _table = table;
        _column = column;
        _name = name;
    }

    /// <summary>Null when no role was asked for.</summary>
    /// <exception cref="BadArgumentsException">A role without a receiver, or with two.</exception>
    public static RoleGrant? From(Arguments arguments)
    {
        var role = arguments.Optional("role");
        var team = arguments.Optional("team");
        var login = arguments.Optional("login");
        if (role is null && team is null && login is null)
        {
            return null;
        }

        if (role is null || (team is null) == (login is null))
        {
            throw new BadArgumentsException("A role needs --role NAME and one of --team NAME and --login DOMAIN\\USER.");
        }

        return team is not null ? new RoleGrant(role, "team", "name", team) : new RoleGrant(role, "systemuser", "domainname", login!);
    }

    /// <exception cref="RefusedException">There is no such team, user or role.</exception>
    public void Write(IOrganizationService service, TextWriter output)
    {
        var receiver = Find(service, _table, "businessunitid", new Dictionary<string, object> { [_column] = _name }) ?? throw new RefusedException($"There is no {_table} {_name}.");
        var unit = receiver.GetAttributeValue<EntityReference>("businessunitid").Id;
        var role = Find(service, "role", "name", new Dictionary<string, object> { ["name"] = _role, ["businessunitid"] = unit }) ?? throw new RefusedException($"The business unit of {_name} has no role {_role}. Import the solution first.");
        try
        {
            service.Associate(_table, receiver.Id, new Relationship(_table == "team" ? "teamroles_association" : "systemuserroles_association"), [role.ToEntityReference()]);
            output.WriteLine($"{_name} has the role {_role}.");
        }
        catch (FaultException<OrganizationServiceFault> fault) when (fault.Detail.ErrorCode == DuplicateRecord)
        {
            output.WriteLine($"{_name} had the role {_role} already.");
        }
    }

    private static Entity? Find(IOrganizationService service, string table, string column, Dictionary<string, object> conditions)
    {
        var query = new QueryByAttribute(table) { ColumnSet = new ColumnSet(column), TopCount = 1 };
        foreach (var condition in conditions)
        {
            query.AddAttributeValue(condition.Key, condition.Value);
        }

        return service.RetrieveMultiple(query).Entities.FirstOrDefault();
    }
}
