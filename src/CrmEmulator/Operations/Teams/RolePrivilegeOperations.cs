using CrmEmulator.Faults;
using CrmEmulator.Operations.Setup;
using CrmEmulator.Security;
using CrmEmulator.Storage;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace CrmEmulator.Operations.Teams;

/// <summary>AddPrivilegesRole and ReplacePrivilegesRole.</summary>
internal sealed class ChangeRolePrivilegesOperation(bool replaces, Func<OrganizationResponse> response) : ICoreOperation
{
    public OrganizationResponse Execute(OrganizationRequest request, OperationScope scope)
    {
        var role = request.Required<Guid>("RoleId");
        var table = scope.Catalog.Table("role");
        if (!Rows.Exists(scope.Transaction, table, role))
        {
            throw Fault.RowMissing("role", role);
        }

        AccessCheck.RequireRow(scope, table, role, PrivilegeAction.Write);
        if (replaces)
        {
            RoleRows.Replace(role, new Dictionary<string, Metadata.PrivilegeDepth>(), scope);
        }

        foreach (var privilege in request.Required<RolePrivilege[]>("Privileges"))
        {
            var name = Rows.Name(scope.Transaction, scope.Catalog.Table("privilege"), privilege.PrivilegeId) ?? throw Fault.RowMissing("privilege", privilege.PrivilegeId);
            RoleRows.Add(role, name, (Metadata.PrivilegeDepth)(1 << (int)privilege.Depth), scope);
        }

        scope.Transaction.SecurityChanged = true;
        return response();
    }
}

/// <summary>RetrieveRolePrivilegesRole.</summary>
internal sealed class RetrieveRolePrivilegesOperation : ICoreOperation
{
    public OrganizationResponse Execute(OrganizationRequest request, OperationScope scope)
    {
        var role = request.Required<Guid>("RoleId");
        var statement = scope.Transaction.Connection.Prepare("SELECT rp.privilegeid, rp.privilegedepthmask FROM role r JOIN roleprivileges rp ON rp.roleid=coalesce(r.parentrootroleid, r.roleid) WHERE r.roleid=?");
        statement.Bind(1, role);
        var privileges = new List<RolePrivilege>();
        while (statement.Step())
        {
            privileges.Add(new RolePrivilege(int.Log2((int)statement.Long(1)), statement.Guid(0)));
        }

        statement.Reset();
        return new RetrieveRolePrivilegesRoleResponse { Results = { ["RolePrivileges"] = privileges.ToArray() } };
    }
}

/// <summary>RetrieveUserPrivileges: what the user's own roles and those of the teams give.</summary>
internal sealed class RetrieveUserPrivilegesOperation : ICoreOperation
{
    public OrganizationResponse Execute(OrganizationRequest request, OperationScope scope)
    {
        var access = scope.Organization.Access.For(request.Required<Guid>("UserId"), scope.Transaction);
        var privileges = scope.Catalog.Tables
            .Where(table => table.PrivilegeName is not null)
            .SelectMany(table => PrivilegeNames.For(table).Select(action => (Name: PrivilegeNames.Of(table, action), access.For(table, action).Depth)))
            .Where(one => one.Depth != Metadata.PrivilegeDepth.None)
            .DistinctBy(one => one.Name)
            .Select(one => new RolePrivilege(int.Log2((int)one.Depth), PrivilegeNames.IdOf(one.Name), access.BusinessUnitId));
        return new RetrieveUserPrivilegesResponse { Results = { ["RolePrivileges"] = privileges.ToArray() } };
    }
}
