using CrmEmulator.Metadata;
using CrmEmulator.Storage;

namespace CrmEmulator.Security;

/// <summary>Reads what a user may do from the rows of users, teams, roles and profiles.</summary>
internal sealed class AccessLoader(StoreTransaction transaction, Guid systemUserId)
{
    /// <summary>The template of the role System Administrator, the same in every organisation.</summary>
    public static readonly Guid AdministratorTemplate = new("627090ff-40a3-4053-8790-584edc5be201");

    /// <summary>Null when there is no such user.</summary>
    public UserAccess? Load(Guid userId)
    {
        var user = transaction.Connection.Prepare("SELECT businessunitid, isdisabled, fullname FROM systemuser WHERE systemuserid=?");
        user.Bind(1, userId);
        if (!user.Step())
        {
            user.Reset();
            return null;
        }

        var businessUnit = user.Guid(0);
        var isDisabled = !user.IsNull(1) && user.Long(1) != 0;
        var name = user.IsNull(2) ? string.Empty : user.Text(2);
        user.Reset();

        var teams = Teams(userId);
        var grants = new Dictionary<string, Dictionary<PrivilegeAction, Grant>>(StringComparer.OrdinalIgnoreCase);
        var isUnlimited = userId == systemUserId;
        isUnlimited |= Add(grants, "SELECT roleid FROM systemuserroles WHERE systemuserid=?", userId, businessUnit);
        foreach (var (team, unit) in teams)
        {
            isUnlimited |= Add(grants, "SELECT roleid FROM teamroles WHERE teamid=?", team, unit);
        }

        return new UserAccess(userId, businessUnit, grants, Secured(userId, teams))
        {
            Name = name,
            IsDisabled = isDisabled,
            Language = LanguageOf(userId),
            IsUnlimited = isUnlimited,
            Teams = [.. teams.Select(team => team.Team)],
            Principals = [userId, .. teams.Select(team => team.Team)],
        };
    }

    /// <summary>What a team may do by its own roles; null when there is no such team.</summary>
    public UserAccess? LoadTeam(Guid teamId)
    {
        var team = transaction.Connection.Prepare("SELECT businessunitid, name FROM team WHERE teamid=?");
        team.Bind(1, teamId);
        if (!team.Step())
        {
            team.Reset();
            return null;
        }

        var (unit, name) = (team.Guid(0), team.Text(1));
        team.Reset();
        var grants = new Dictionary<string, Dictionary<PrivilegeAction, Grant>>(StringComparer.OrdinalIgnoreCase);
        var isUnlimited = Add(grants, "SELECT roleid FROM teamroles WHERE teamid=?", teamId, unit);
        return new UserAccess(teamId, unit, grants, []) { Name = name, IsUnlimited = isUnlimited, Principals = [teamId] };
    }

    private int? LanguageOf(Guid userId)
    {
        var statement = transaction.Connection.Prepare("SELECT uilanguageid FROM usersettings WHERE systemuserid=?");
        statement.Bind(1, userId);
        int? language = statement.Step() && !statement.IsNull(0) ? (int)statement.Long(0) : null;
        statement.Reset();
        return language;
    }

    private List<(Guid Team, Guid Unit)> Teams(Guid userId)
    {
        var teams = new List<(Guid, Guid)>();
        var statement = transaction.Connection.Prepare("SELECT t.teamid, t.businessunitid FROM teammembership m JOIN team t ON t.teamid=m.teamid WHERE m.systemuserid=?");
        statement.Bind(1, userId);
        while (statement.Step())
        {
            teams.Add((statement.Guid(0), statement.Guid(1)));
        }

        statement.Reset();
        return teams;
    }

    /// <summary>Adds the privileges of the roles; true when one of them is System Administrator.</summary>
    private bool Add(Dictionary<string, Dictionary<PrivilegeAction, Grant>> grants, string sql, Guid principal, Guid businessUnit)
    {
        var unlimited = false;
        foreach (var role in Ids(sql, principal))
        {
            var template = transaction.Connection.Prepare("SELECT roletemplateid FROM role WHERE roleid=?");
            template.Bind(1, role);
            unlimited |= template.Step() && !template.IsNull(0) && template.Guid(0) == AdministratorTemplate;
            template.Reset();

            var statement = transaction.Connection.Prepare("SELECT p.name, rp.privilegedepthmask FROM role r JOIN roleprivileges rp ON rp.roleid=coalesce(r.parentrootroleid, r.roleid) JOIN privilege p ON p.privilegeid=rp.privilegeid WHERE r.roleid=?");
            statement.Bind(1, role);
            while (statement.Step())
            {
                Add(grants, statement.Text(0), (PrivilegeDepth)statement.Long(1), businessUnit);
            }

            statement.Reset();
        }

        return unlimited;
    }

    private void Add(Dictionary<string, Dictionary<PrivilegeAction, Grant>> grants, string privilege, PrivilegeDepth depth, Guid businessUnit)
    {
        var (action, group) = PrivilegeNames.Split(privilege);
        if (!grants.TryGetValue(group, out var actions))
        {
            grants[group] = actions = [];
        }

        var known = actions.GetValueOrDefault(action, Grant.None);
        var units = depth switch
        {
            PrivilegeDepth.Local => [businessUnit],
            PrivilegeDepth.Deep => Subtree(businessUnit),
            _ => Array.Empty<Guid>(),
        };
        actions[action] = new Grant(depth > known.Depth ? depth : known.Depth, [.. known.BusinessUnits.Union(units)]);
    }

    private Guid[] Subtree(Guid businessUnit) =>
        [.. Ids("WITH RECURSIVE u(id) AS (SELECT ? UNION SELECT b.businessunitid FROM businessunit b JOIN u ON b.parentbusinessunitid=u.id) SELECT id FROM u", businessUnit)];

    private List<Guid> Ids(string sql, Guid parameter)
    {
        var ids = new List<Guid>();
        var statement = transaction.Connection.Prepare(sql);
        statement.Bind(1, parameter);
        while (statement.Step())
        {
            ids.Add(statement.Guid(0));
        }

        statement.Reset();
        return ids;
    }

    private HashSet<(string, string, PrivilegeAction)> Secured(Guid userId, List<(Guid Team, Guid Unit)> teams)
    {
        var allowed = new HashSet<(string, string, PrivilegeAction)>();
        var profiles = Ids("SELECT fieldsecurityprofileid FROM systemuserprofiles WHERE systemuserid=?", userId);
        foreach (var (team, _) in teams)
        {
            profiles.AddRange(Ids("SELECT fieldsecurityprofileid FROM teamprofiles WHERE teamid=?", team));
        }

        foreach (var profile in profiles)
        {
            var statement = transaction.Connection.Prepare("SELECT entityname, attributelogicalname, canread, canupdate, cancreate FROM fieldpermission WHERE fieldsecurityprofileid=?");
            statement.Bind(1, profile);
            while (statement.Step())
            {
                foreach (var (action, position) in new[] { (PrivilegeAction.Read, 2), (PrivilegeAction.Write, 3), (PrivilegeAction.Create, 4) })
                {
                    if (statement.Long(position) == 4)
                    {
                        allowed.Add((statement.Text(0), statement.Text(1), action));
                    }
                }
            }

            statement.Reset();
        }

        return allowed;
    }
}
