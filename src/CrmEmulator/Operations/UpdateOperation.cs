using System.Globalization;
using CrmEmulator.Faults;
using CrmEmulator.Metadata;
using CrmEmulator.Operations.TableRules;
using CrmEmulator.Security;
using CrmEmulator.Storage;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmEmulator.Operations;

/// <summary>Update, also of state and owner.</summary>
internal sealed class UpdateOperation : ICoreOperation
{
    public OrganizationResponse Execute(OrganizationRequest request, OperationScope scope)
    {
        var target = request.Required<Entity>("Target");
        var table = TableAccess.Writable(scope, target.LogicalName, "Update");
        var id = KeyResolver.IdOf(scope, table, target);
        AccessCheck.RequireRow(scope, table, id, PrivilegeAction.Write);
        var values = TargetReader.Read(target, table, scope, PrivilegeAction.Write);
        var version = ExpectedVersion(request, target.RowVersion);
        Apply(values, id, version, scope);
        RelatedRows.Create(target, id, scope);
        return new UpdateResponse();
    }

    /// <summary>Writes checked values with everything that follows from them.</summary>
    public static void Apply(RowValues values, Guid id, long? version, OperationScope scope)
    {
        var table = values.Table;
        RowValues? current = null;
        RowValues Current() => current ??= Rows.Read(scope.Transaction, table, id, table.State, table.Status, table.Owner) ?? throw Fault.RowMissing(table.LogicalName, id);

        var closes = StateChange.OnUpdate(values, Current);
        var newOwner = OwnerOf(values, scope, Current);
        values.SetIfKnown("modifiedon", scope.UtcNow);
        values.SetIfKnown("modifiedby", new EntityReference("systemuser", scope.CallerId));
        RefuseEmptied(values);
        var rule = TableRule.For(table);
        rule?.BeforeUpdate(values, id, scope);
        if (!Rows.Update(scope.Transaction, values, id, version))
        {
            throw version is not null && Rows.Exists(scope.Transaction, table, id)
                ? Fault.Of(FaultCodes.ConcurrencyVersionMismatch, "The version of the existing record doesn't match the RowVersion property provided.")
                : Fault.RowMissing(table.LogicalName, id);
        }

        TableAccess.NoteChange(scope, table);
        if (table.IsActivity)
        {
            ActivityRows.Update(values, id, scope);
        }

        if (closes && table.IsQueueEnabled)
        {
            QueueItems.Deactivate(id, scope);
        }

        if (newOwner is not null)
        {
            Cascades.Assign(table, id, newOwner, scope);
        }

        rule?.AfterUpdate(values, id, scope);
    }

    /// <summary>The version a caller insists on; null when there is no such wish.</summary>
    public static long? ExpectedVersion(OrganizationRequest request, string? rowVersion)
    {
        if (request.Optional<ConcurrencyBehavior>("ConcurrencyBehavior") != ConcurrencyBehavior.IfRowVersionMatches)
        {
            return null;
        }

        return long.TryParse(rowVersion, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : throw Fault.Of(FaultCodes.ConcurrencyVersionNotProvided, "The RowVersion property must be provided when the value of ConcurrencyBehavior is IfVersionMatches.");
    }

    private static EntityReference? OwnerOf(RowValues values, OperationScope scope, Func<RowValues> current)
    {
        var table = values.Table;
        if (table.Ownership != Ownership.User || table.Owner is not { } column || !values.Has(column))
        {
            return null;
        }

        OwnerChange.Complete(values, scope);
        var owner = (EntityReference)values[column]!;
        if (current()[column] is EntityReference before && before.Id == owner.Id)
        {
            return null;
        }

        AccessCheck.RequirePrivilege(scope, table, PrivilegeAction.Assign);
        OwnerChange.RequireReader(table, owner, scope);
        return owner;
    }

    private static void RefuseEmptied(RowValues values)
    {
        foreach (var column in TableAccess.RequiredColumns(values.Table))
        {
            if (values.Has(column) && values[column] is null)
            {
                throw Fault.Argument($"The attribute '{column.LogicalName}' of the entity '{values.Table.LogicalName}' is required and cannot be emptied.");
            }
        }
    }
}
