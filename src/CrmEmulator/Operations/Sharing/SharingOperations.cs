using CrmEmulator.Faults;
using CrmEmulator.Security;
using CrmEmulator.Storage;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace CrmEmulator.Operations.Sharing;

/// <summary>GrantAccess: adds rights of a user or team on a row.</summary>
internal sealed class GrantAccessOperation : ICoreOperation
{
    public OrganizationResponse Execute(OrganizationRequest request, OperationScope scope)
    {
        var target = Shareable.Require(request, scope);
        var access = request.Required<PrincipalAccess>("PrincipalAccess");
        Shareable.Write(target, access.Principal, GrantedRights.Of(scope.Transaction, target.Id, access.Principal.Id) | (PrivilegeAction)access.AccessMask, scope);
        return new GrantAccessResponse();
    }
}

/// <summary>ModifyAccess: exactly these rights.</summary>
internal sealed class ModifyAccessOperation : ICoreOperation
{
    public OrganizationResponse Execute(OrganizationRequest request, OperationScope scope)
    {
        var target = Shareable.Require(request, scope);
        var access = request.Required<PrincipalAccess>("PrincipalAccess");
        Shareable.Write(target, access.Principal, (PrivilegeAction)access.AccessMask, scope);
        return new ModifyAccessResponse();
    }
}

/// <summary>RevokeAccess: none any more.</summary>
internal sealed class RevokeAccessOperation : ICoreOperation
{
    public OrganizationResponse Execute(OrganizationRequest request, OperationScope scope)
    {
        var target = Shareable.Require(request, scope);
        Shareable.Write(target, request.Required<EntityReference>("Revokee"), PrivilegeAction.None, scope);
        return new RevokeAccessResponse();
    }
}

/// <summary>RetrieveSharedPrincipalsAndAccess: who has rights on the row by sharing.</summary>
internal sealed class RetrieveSharedPrincipalsOperation : ICoreOperation
{
    public OrganizationResponse Execute(OrganizationRequest request, OperationScope scope)
    {
        var target = request.Required<EntityReference>("Target");
        AccessCheck.RequireRow(scope, scope.Catalog.Table(target.LogicalName), target.Id, PrivilegeAction.Read);
        var statement = scope.Transaction.Connection.Prepare("SELECT principalid, principalid__type, accessrightsmask FROM principalobjectaccess WHERE objectid=?");
        statement.Bind(1, target.Id);
        var shares = new List<PrincipalAccess>();
        while (statement.Step())
        {
            shares.Add(new PrincipalAccess { Principal = new EntityReference(statement.Text(1), statement.Guid(0)), AccessMask = (AccessRights)statement.Long(2) });
        }

        statement.Reset();
        return new RetrieveSharedPrincipalsAndAccessResponse { Results = { ["PrincipalAccesses"] = shares.ToArray() } };
    }
}

/// <summary>Rows that can be shared, and how the rights are kept.</summary>
internal static class Shareable
{
    public static EntityReference Require(OrganizationRequest request, OperationScope scope)
    {
        var target = request.Required<EntityReference>("Target");
        var table = scope.Catalog.Table(target.LogicalName);
        if (table.Owner is null || table.IsReadOnly)
        {
            throw Fault.Of(FaultCodes.MessageNotSupported, $"The '{request.RequestName}' method does not support entities of type '{table.LogicalName}'.");
        }

        if (!Rows.Exists(scope.Transaction, table, target.Id))
        {
            throw Fault.RowMissing(table.LogicalName, target.Id);
        }

        AccessCheck.RequireRow(scope, table, target.Id, PrivilegeAction.Share);
        return target;
    }

    public static void Write(EntityReference target, EntityReference principal, PrivilegeAction rights, OperationScope scope)
    {
        if (!Rows.Exists(scope.Transaction, scope.Catalog.Table(principal.LogicalName), principal.Id))
        {
            throw Fault.RowMissing(principal.LogicalName, principal.Id);
        }

        var clear = scope.Transaction.Connection.Prepare("DELETE FROM principalobjectaccess WHERE objectid=? AND principalid=?");
        clear.Bind(1, target.Id);
        clear.Bind(2, principal.Id);
        clear.Run();
        if (rights == PrivilegeAction.None)
        {
            return;
        }

        var table = scope.Catalog.Table("principalobjectaccess");
        var row = new RowValues(table) { [table.PrimaryKey] = RowIds.Next(scope.UtcNow) };
        row["objectid"] = target;
        row["objecttypecode"] = target.LogicalName;
        row["principalid"] = principal;
        row["principaltypecode"] = principal.LogicalName;
        row["accessrightsmask"] = (int)rights;
        row["changedon"] = scope.UtcNow;
        Rows.Insert(scope.Transaction, row);
    }
}
