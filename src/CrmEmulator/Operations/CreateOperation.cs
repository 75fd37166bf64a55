using CrmEmulator.Faults;
using CrmEmulator.Metadata;
using CrmEmulator.Operations.TableRules;
using CrmEmulator.Security;
using CrmEmulator.Storage;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmEmulator.Operations;

/// <summary>Create.</summary>
internal sealed class CreateOperation : ICoreOperation
{
    public OrganizationResponse Execute(OrganizationRequest request, OperationScope scope)
    {
        var target = request.Required<Entity>("Target");
        var table = TableAccess.Writable(scope, target.LogicalName, "Create");
        AccessCheck.RequirePrivilege(scope, table, PrivilegeAction.Create);
        var values = TargetReader.Read(target, table, scope, PrivilegeAction.Create);
        var id = IdOf(target, table, scope);
        values[table.PrimaryKey] = id;
        Complete(values, scope);
        var rule = TableRule.For(table);
        rule?.BeforeCreate(values, id, scope);
        RequireColumns(values);
        AuthoriseOwner(values, scope);
        Rows.Insert(scope.Transaction, values);
        TableAccess.NoteChange(scope, table);
        if (table.IsActivity)
        {
            ActivityRows.Insert(values, id, scope);
        }

        rule?.AfterCreate(values, id, scope);
        RelatedRows.Create(target, id, scope);
        return new CreateResponse { Results = { ["id"] = id } };
    }

    private static Guid IdOf(Entity target, TableDefinition table, OperationScope scope)
    {
        if (target.Id != Guid.Empty)
        {
            return target.Id;
        }

        return target.Attributes.TryGetValue(table.PrimaryKey.LogicalName, out var value) && value is Guid id && id != Guid.Empty ? id : RowIds.Next(scope.UtcNow);
    }

    private static void Complete(RowValues values, OperationScope scope)
    {
        var table = values.Table;
        var caller = new EntityReference("systemuser", scope.CallerId);
        var created = values.Get<DateTime>("overriddencreatedon") is var overridden && overridden != default ? overridden : scope.UtcNow;
        if (overridden != default)
        {
            values["overriddencreatedon"] = scope.UtcNow;
        }

        values.SetIfKnown("createdon", created);
        values.SetIfKnown("modifiedon", scope.UtcNow);
        values.SetIfKnown("createdby", caller);
        values.SetIfKnown("modifiedby", caller);
        if (table.Ownership == Ownership.Organization)
        {
            values.SetIfKnown("organizationid", new EntityReference("organization", scope.Organization.OrganizationId));
        }

        if (table.IsActivity)
        {
            values.SetIfKnown("activitytypecode", table.LogicalName);
        }

        if (table.Owner is { } owner && table.Ownership == Ownership.User && values[owner] is null)
        {
            values[owner] = caller;
        }

        foreach (var column in TableAccess.DefaultedColumns(table))
        {
            if (!values.Has(column) || (column.Kind == ColumnKind.Boolean && values[column] is null))
            {
                values[column] = column.Kind == ColumnKind.Boolean ? column.DefaultValue == 1 : new OptionSetValue(column.DefaultValue!.Value);
            }
        }

        if (TableAccess.MoneyColumns(table).Any(column => values[column] is not null))
        {
            values.Default("transactioncurrencyid", new EntityReference("transactioncurrency", scope.Organization.BaseCurrencyId));
            values.SetIfKnown("exchangerate", 1m);
        }

        StateChange.OnCreate(values);
    }

    private static void AuthoriseOwner(RowValues values, OperationScope scope)
    {
        var table = values.Table;
        if (table.Ownership != Ownership.User || table.Owner is null)
        {
            return;
        }

        var unit = OwnerChange.Complete(values, scope);
        var owner = (EntityReference)values[table.Owner]!;
        OwnerChange.RequireReader(table, owner, scope);
        if (!scope.IsSystem)
        {
            AccessCheck.RequireCreate(scope, table, owner, unit);
            if (owner.Id != scope.CallerId)
            {
                AccessCheck.RequirePrivilege(scope, table, PrivilegeAction.Assign);
            }
        }
    }

    private static void RequireColumns(RowValues values)
    {
        foreach (var column in TableAccess.RequiredColumns(values.Table))
        {
            if (values[column] is null)
            {
                throw Fault.Argument($"The attribute '{column.LogicalName}' of the entity '{values.Table.LogicalName}' is required and has no value.");
            }
        }
    }
}
