using System;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace smSys.Crm.Rows;

/// <summary>What a user may do with a row, by roles, teams and sharing, as the platform itself says.</summary>
public static class RowAccess
{
    /// <summary>True when a user has a right to a row.</summary>
    /// <param name="system">Asks as SYSTEM.</param>
    /// <param name="userId">About whom.</param>
    /// <param name="row">A row that exists.</param>
    /// <param name="right">One right, or several that are all needed.</param>
    public static bool May(IOrganizationService system, Guid userId, EntityReference row, AccessRights right)
    {
        var request = new RetrievePrincipalAccessRequest { Principal = new EntityReference("systemuser", userId), Target = row };
        return (((RetrievePrincipalAccessResponse)system.Execute(request)).AccessRights & right) == right;
    }
}
