using CrmEmulator.Faults;
using CrmEmulator.Operations.TableRules;
using CrmEmulator.Security;
using CrmEmulator.Storage;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmEmulator.Operations;

/// <summary>Delete, with what the relationships make of the rows that point here.</summary>
internal sealed class DeleteOperation : ICoreOperation
{
    public OrganizationResponse Execute(OrganizationRequest request, OperationScope scope)
    {
        var target = request.Required<EntityReference>("Target");
        var table = TableAccess.Writable(scope, target.LogicalName, "Delete");
        var id = KeyResolver.IdOf(scope, table, target);
        if (!Rows.Exists(scope.Transaction, table, id))
        {
            throw Fault.RowMissing(table.LogicalName, id);
        }

        AccessCheck.RequireRow(scope, table, id, PrivilegeAction.Delete);
        RequireVersion(request, target, table, id, scope);
        TableRule.For(table)?.BeforeDelete(id, scope);
        Cascades.Delete(table, id, scope);
        if (table.IsActivity)
        {
            ActivityRows.Delete(id, scope);
        }

        Rows.Delete(scope.Transaction, table, id);
        Shares.Forget(id, scope);
        TableAccess.NoteChange(scope, table);
        return new DeleteResponse();
    }

    private static void RequireVersion(OrganizationRequest request, EntityReference target, Metadata.TableDefinition table, Guid id, OperationScope scope)
    {
        if (UpdateOperation.ExpectedVersion(request, target.RowVersion) is { } version
            && table.Version is { } column
            && Rows.Read(scope.Transaction, table, id, column)?[column] is long stored
            && stored != version)
        {
            throw Fault.Of(FaultCodes.ConcurrencyVersionMismatch, "The version of the existing record doesn't match the RowVersion property provided.");
        }
    }
}
