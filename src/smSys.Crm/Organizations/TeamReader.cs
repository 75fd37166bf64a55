using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace smSys.Crm.Organizations;

/// <summary>Whose team a message counts for in reports.</summary>
public sealed class TeamReader
{
    private readonly IOrganizationService _system;

    /// <summary>Reads as SYSTEM.</summary>
    public TeamReader(IOrganizationService system) => _system = system;

    /// <summary>The owner, if it is a team; a user's only team beside those of business units; null when there is none or several.</summary>
    public EntityReference? Of(EntityReference owner)
    {
        if (owner.LogicalName == "team")
        {
            return owner;
        }

        var query = new QueryExpression("team") { ColumnSet = new ColumnSet("teamid"), TopCount = 2 };
        query.Criteria.AddCondition("isdefault", ConditionOperator.Equal, false);
        query.AddLink("teammembership", "teamid", "teamid").LinkCriteria.AddCondition("systemuserid", ConditionOperator.Equal, owner.Id);
        var teams = _system.RetrieveMultiple(query).Entities;
        return teams.Count == 1 ? teams.Single().ToEntityReference() : null;
    }
}
