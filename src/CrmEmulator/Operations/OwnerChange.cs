using CrmEmulator.Faults;
using CrmEmulator.Metadata;
using CrmEmulator.Security;
using CrmEmulator.Storage;
using Microsoft.Xrm.Sdk;

namespace CrmEmulator.Operations;

/// <summary>Keeps owner, owning business unit, owning user and owning team together.</summary>
internal static class OwnerChange
{
    /// <summary>Writes the columns that follow from the owner; gives the business unit.</summary>
    public static Guid Complete(RowValues values, OperationScope scope)
    {
        var owner = (EntityReference?)values[values.Table.Owner!]
            ?? throw Fault.Argument($"The owner of a row of {values.Table.LogicalName} cannot be removed.");
        var unit = BusinessUnitOf(owner, scope);
        values.SetIfKnown("owningbusinessunit", new EntityReference("businessunit", unit));
        values.SetIfKnown("owninguser", owner.LogicalName == "systemuser" ? owner : null);
        values.SetIfKnown("owningteam", owner.LogicalName == "team" ? owner : null);
        return unit;
    }

    /// <summary>Nobody can own what they may not even read.</summary>
    /// <exception cref="System.ServiceModel.FaultException{T}">The new owner's roles give no read privilege on the table (0x80040220).</exception>
    public static void RequireReader(TableDefinition table, EntityReference owner, OperationScope scope)
    {
        if (owner.Id == scope.CallerId || table.PrivilegeName is null)
        {
            return;
        }

        if (scope.Organization.Access.For(owner, scope.Transaction).For(table, PrivilegeAction.Read).Depth == PrivilegeDepth.None)
        {
            var name = PrivilegeNames.Of(table, PrivilegeAction.Read);
            throw Fault.Of(
                FaultCodes.PrivilegeDenied,
                $"Principal {(owner.LogicalName == "team" ? "team" : "user")} (Id={owner.Id:D}, type={(owner.LogicalName == "team" ? 9 : 8)}) is missing {name} privilege (Id={PrivilegeNames.IdOf(name):D}), so it cannot own rows of '{table.LogicalName}'.");
        }
    }

    private static Guid BusinessUnitOf(EntityReference owner, OperationScope scope)
    {
        if (owner.Id == scope.CallerId && owner.LogicalName == "systemuser")
        {
            return scope.Access.BusinessUnitId;
        }

        var table = scope.Catalog.Table(owner.LogicalName);
        var row = Rows.Read(scope.Transaction, table, owner.Id, table.BusinessUnit) ?? throw Fault.RowMissing(owner.LogicalName, owner.Id);
        return ((EntityReference)row[table.BusinessUnit!]!).Id;
    }
}
