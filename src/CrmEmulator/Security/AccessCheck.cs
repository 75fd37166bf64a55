using CrmEmulator.Faults;
using CrmEmulator.Metadata;
using CrmEmulator.Operations;
using CrmEmulator.Storage;
using Microsoft.Xrm.Sdk;

namespace CrmEmulator.Security;

/// <summary>Asks whether the caller may; SYSTEM always may.</summary>
internal static class AccessCheck
{
    /// <summary>The caller's privilege on the table.</summary>
    /// <exception cref="System.ServiceModel.FaultException{T}">Missing altogether: 0x80040220 with the privilege's name.</exception>
    public static Grant RequirePrivilege(OperationScope scope, TableDefinition table, PrivilegeAction action)
    {
        if (scope.IsSystem)
        {
            return Grant.Everything;
        }

        var access = scope.Access;
        var grant = access.For(table, action);
        return grant.Depth == PrivilegeDepth.None ? throw Missing(access, table, action) : grant;
    }

    /// <summary>The caller's privilege on one row: by owner, business unit or share.</summary>
    /// <exception cref="System.ServiceModel.FaultException{T}">No privilege, no such row, or a row out of reach (0x80048306).</exception>
    public static void RequireRow(OperationScope scope, TableDefinition table, Guid id, PrivilegeAction action)
    {
        var grant = RequirePrivilege(scope, table, action);
        if (grant.IsGlobal || Reaches(scope.Transaction, scope.Access, table, id, action, grant))
        {
            return;
        }

        throw Fault.Of(
            FaultCodes.AccessDenied,
            $"Principal user (Id={scope.CallerId:D}, type=8, roleCount=0, privilegeCount=0, accessMode=0) doesn't have {action}Access right(s) for record with ID {id:D} of entity {table.LogicalName}. SecLib::AccessCheckEx failed. Returned hr = -2147187962.");
    }

    /// <summary>Whether the grant or a share lets the user act on the row.</summary>
    public static bool Reaches(StoreTransaction transaction, UserAccess access, TableDefinition table, Guid id, PrivilegeAction action, Grant grant)
    {
        var row = Rows.Read(transaction, table, id, table.Owner, table.BusinessUnit) ?? throw Fault.RowMissing(table.LogicalName, id);
        if (grant.Depth >= PrivilegeDepth.Basic && table.Owner is { } owner && row[owner] is EntityReference reference && access.Principals.Contains(reference.Id))
        {
            return true;
        }

        if (grant.Depth >= PrivilegeDepth.Basic && table.LogicalName == "systemuser" && id == access.UserId)
        {
            return true;
        }

        if (table.BusinessUnit is { } unitColumn && row[unitColumn] is EntityReference unit && grant.BusinessUnits.Contains(unit.Id))
        {
            return true;
        }

        return grant.Depth >= PrivilegeDepth.Basic && access.Principals.Any(principal => (GrantedRights.Of(transaction, id, principal) & action) != 0);
    }

    /// <summary>A row that is created must be within reach of the create privilege.</summary>
    public static void RequireCreate(OperationScope scope, TableDefinition table, EntityReference? owner, Guid businessUnit)
    {
        var grant = RequirePrivilege(scope, table, PrivilegeAction.Create);
        if (grant.IsGlobal || table.Ownership != Ownership.User || owner is null)
        {
            return;
        }

        var access = scope.Access;
        if (!access.Principals.Contains(owner.Id) && !grant.BusinessUnits.Contains(businessUnit))
        {
            throw Missing(access, table, PrivilegeAction.Create);
        }
    }

    public static Exception Missing(UserAccess access, TableDefinition table, PrivilegeAction action)
    {
        var name = PrivilegeNames.Of(table, action);
        return Fault.Of(
            FaultCodes.PrivilegeDenied,
            $"Principal user (Id={access.UserId:D}, type=8) is missing {name} privilege (Id={PrivilegeNames.IdOf(name):D}) on OTC={table.ObjectTypeCode} for entity '{table.LogicalName}'.");
    }
}
