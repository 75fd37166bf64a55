using CrmEmulator.Storage;
using Microsoft.Xrm.Sdk;

namespace CrmEmulator.Operations;

/// <summary>Each business unit has a default team of its name, and each of its users belongs to it.</summary>
internal static class DefaultTeams
{
    public static void Create(Guid businessUnit, string name, OperationScope scope)
    {
        var table = scope.Catalog.Table("team");
        var team = PlatformRow.Start(table, RowIds.Next(scope.UtcNow), scope);
        team["name"] = name;
        team["businessunitid"] = new EntityReference("businessunit", businessUnit);
        team["administratorid"] = new EntityReference("systemuser", scope.CallerId);
        team["isdefault"] = true;
        team["teamtype"] = new OptionSetValue(0);
        team.SetIfKnown("organizationid", scope.Organization.OrganizationId);
        Rows.Insert(scope.Transaction, team);
        scope.Transaction.SecurityChanged = true;
    }

    public static void Join(Guid user, Guid businessUnit, OperationScope scope)
    {
        var statement = scope.Transaction.Connection.Prepare("SELECT teamid FROM team WHERE businessunitid=? AND isdefault=1");
        statement.Bind(1, businessUnit);
        Guid? team = statement.Step() ? statement.Guid(0) : null;
        statement.Reset();
        if (team is { } found)
        {
            PlatformRow.Join(scope.Catalog.FindManyToMany("teammembership_association")!, user, found, scope);
        }
    }

    public static void Leave(Guid user, OperationScope scope)
    {
        var statement = scope.Transaction.Connection.Prepare("DELETE FROM teammembership WHERE systemuserid=? AND teamid IN (SELECT teamid FROM team WHERE isdefault=1)");
        statement.Bind(1, user);
        statement.Run();
        scope.Transaction.SecurityChanged = true;
    }
}
