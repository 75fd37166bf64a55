using CrmEmulator.Faults;
using CrmEmulator.Metadata;
using CrmEmulator.Security;
using CrmEmulator.Storage;
using Microsoft.Xrm.Sdk;

namespace CrmEmulator.Operations;

/// <summary>Turns what a caller sent into checked values of known columns.</summary>
internal static class TargetReader
{
    /// <exception cref="System.ServiceModel.FaultException{T}">Unknown column, wrong type, too long, out of range, missing target, forbidden column.</exception>
    public static RowValues Read(Entity target, TableDefinition table, OperationScope scope, PrivilegeAction action)
    {
        var values = new RowValues(table);
        foreach (var (name, value) in target.Attributes)
        {
            var column = table.Column(name);
            if (column == table.PrimaryKey || !Takes(column, action))
            {
                continue;
            }

            var accepted = ValueCheck.Accept(table, column, value, scope);
            if (column.IsSecured && !scope.IsSystem && !scope.Access.MayUseColumn(table, column, action))
            {
                throw Fault.Of(
                    action == PrivilegeAction.Create ? FaultCodes.SecuredColumnCreate : FaultCodes.SecuredColumnUpdate,
                    $"Caller user with Id {scope.CallerId:D} does not have {(action == PrivilegeAction.Create ? "create" : "update")} permissions to a secured field. The requested operation could not be completed: attribute '{name}' of entity '{table.LogicalName}'.");
            }

            values[column] = accepted;
        }

        if (!scope.IsSystem)
        {
            RequireAppend(values, target, scope);
        }

        return values;
    }

    /// <summary>Columns the platform keeps are left out without a word, as in Dynamics.</summary>
    private static bool Takes(ColumnDefinition column, PrivilegeAction action) =>
        action == PrivilegeAction.Create ? column.ValidForCreate : column.ValidForUpdate;

    /// <summary>Pointing at a row needs AppendTo there and Append here; only lookups the caller writes are looked at.</summary>
    private static void RequireAppend(RowValues values, Entity target, OperationScope scope)
    {
        var asked = false;
        foreach (var name in target.Attributes.Keys)
        {
            var column = values.Table.Column(name);
            if (column.Kind is not (ColumnKind.Lookup or ColumnKind.Customer) || values[column] is not EntityReference reference)
            {
                continue;
            }

            var other = scope.Catalog.Table(reference.LogicalName);
            if (other.PrivilegeName is null || PrivilegeNames.For(other).All(action => action != PrivilegeAction.AppendTo))
            {
                continue;
            }

            AccessCheck.RequireRow(scope, other, reference.Id, PrivilegeAction.AppendTo);
            if (!asked)
            {
                AccessCheck.RequirePrivilege(scope, values.Table, PrivilegeAction.Append);
                asked = true;
            }
        }
    }
}
