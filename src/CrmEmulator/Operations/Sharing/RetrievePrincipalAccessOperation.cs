using CrmEmulator.Faults;
using CrmEmulator.Metadata;
using CrmEmulator.Security;
using CrmEmulator.Storage;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace CrmEmulator.Operations.Sharing;

/// <summary>RetrievePrincipalAccess: what a user or team may do with a row, by roles, ownership and sharing.</summary>
internal sealed class RetrievePrincipalAccessOperation : ICoreOperation
{
    public OrganizationResponse Execute(OrganizationRequest request, OperationScope scope)
    {
        var target = request.Required<EntityReference>("Target");
        var principal = request.Required<EntityReference>("Principal");
        var table = scope.Catalog.Table(target.LogicalName);
        if (!Rows.Exists(scope.Transaction, table, target.Id))
        {
            throw Fault.RowMissing(table.LogicalName, target.Id);
        }

        var access = scope.Organization.Access.For(principal, scope.Transaction);
        var rights = PrivilegeNames.For(table).Where(action => May(access, table, target.Id, action, scope)).Aggregate(PrivilegeAction.None, (all, action) => all | action);
        return new RetrievePrincipalAccessResponse { Results = { ["AccessRights"] = (AccessRights)rights } };
    }

    private static bool May(UserAccess access, TableDefinition table, Guid id, PrivilegeAction action, OperationScope scope)
    {
        if (access.IsDisabled)
        {
            return false;
        }

        var grant = access.For(table, action);
        return grant.IsGlobal || (action == PrivilegeAction.Create ? grant.Depth > PrivilegeDepthNone : grant.Depth > PrivilegeDepthNone && AccessCheck.Reaches(scope.Transaction, access, table, id, action, grant));
    }

    private const Metadata.PrivilegeDepth PrivilegeDepthNone = Metadata.PrivilegeDepth.None;
}
