using CrmEmulator.Faults;
using CrmEmulator.Security;
using CrmEmulator.Storage;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmEmulator.Operations.Teams;

/// <summary>AddMembersTeam.</summary>
internal sealed class AddMembersTeamOperation : ICoreOperation
{
    public OrganizationResponse Execute(OrganizationRequest request, OperationScope scope)
    {
        var team = TeamRows.RequireChangeable(request.Required<Guid>("TeamId"), scope);
        foreach (var member in request.Required<Guid[]>("MemberIds"))
        {
            if (!Rows.Exists(scope.Transaction, scope.Catalog.Table("systemuser"), member))
            {
                throw Fault.RowMissing("systemuser", member);
            }

            PlatformRow.Join(scope.Catalog.FindManyToMany("teammembership_association")!, member, team, scope);
        }

        return new AddMembersTeamResponse();
    }
}

/// <summary>RemoveMembersTeam.</summary>
internal sealed class RemoveMembersTeamOperation : ICoreOperation
{
    public OrganizationResponse Execute(OrganizationRequest request, OperationScope scope)
    {
        var team = TeamRows.RequireChangeable(request.Required<Guid>("TeamId"), scope);
        foreach (var member in request.Required<Guid[]>("MemberIds"))
        {
            var statement = scope.Transaction.Connection.Prepare("DELETE FROM teammembership WHERE teamid=? AND systemuserid=?");
            statement.Bind(1, team);
            statement.Bind(2, member);
            statement.Run();
        }

        scope.Transaction.SecurityChanged = true;
        return new RemoveMembersTeamResponse();
    }
}

/// <summary>RetrieveMembersTeam and RetrieveTeamsSystemUser: the other side of a membership.</summary>
internal sealed class RetrieveMembershipOperation(string table, string otherColumn, string columnsParameter, Func<OrganizationResponse> response) : ICoreOperation
{
    public OrganizationResponse Execute(OrganizationRequest request, OperationScope scope)
    {
        var columns = request.Optional<ColumnSet>(columnsParameter) ?? new ColumnSet(true);
        var query = new Query.RowQuery { Table = table, AllColumns = columns.AllColumns };
        query.Columns.AddRange(columns.Columns.Select(column => new Query.QueryColumn(column)));
        var link = new Query.QueryLink { Table = "teammembership", From = table + "id", To = table + "id", Alias = "m" };
        link.Filter.Conditions.Add(new Query.QueryCondition(otherColumn, ConditionOperator.Equal, [request.Required<Guid>("EntityId")]));
        query.Links.Add(link);
        var result = response();
        result.Results["EntityCollection"] = Query.QueryRunner.Run(scope, query);
        return result;
    }
}

/// <summary>Teams and their members.</summary>
internal static class TeamRows
{
    public static Guid RequireChangeable(Guid team, OperationScope scope)
    {
        var table = scope.Catalog.Table("team");
        var row = Rows.Read(scope.Transaction, table, team, table.Column("isdefault")) ?? throw Fault.RowMissing("team", team);
        AccessCheck.RequireRow(scope, table, team, PrivilegeAction.Write);
        return row.Get<bool>("isdefault") ? throw Fault.Argument("The members of a business unit's default team follow its users and cannot be changed.") : team;
    }

    public static List<Guid> Members(Guid team, OperationScope scope)
    {
        var statement = scope.Transaction.Connection.Prepare("SELECT systemuserid FROM teammembership WHERE teamid=?");
        statement.Bind(1, team);
        var ids = new List<Guid>();
        while (statement.Step())
        {
            ids.Add(statement.Guid(0));
        }

        statement.Reset();
        return ids;
    }
}
