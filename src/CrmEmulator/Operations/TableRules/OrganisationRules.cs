using CrmEmulator.Faults;
using CrmEmulator.Operations.Setup;
using CrmEmulator.Storage;
using Microsoft.Xrm.Sdk;

namespace CrmEmulator.Operations.TableRules;

/// <summary>A team belongs to a business unit and has a queue.</summary>
internal sealed class TeamRule : TableRule
{
    public override void BeforeCreate(RowValues values, Guid id, OperationScope scope)
    {
        values.Default("businessunitid", new EntityReference("businessunit", scope.Access.BusinessUnitId));
        values.Default("administratorid", new EntityReference("systemuser", scope.CallerId));
        values.SetIfKnown("organizationid", scope.Organization.OrganizationId);
    }

    public override void AfterCreate(RowValues values, Guid id, OperationScope scope) =>
        PrincipalQueues.Create(values.Table, id, values.Get<string>("name"), scope);

    public override void BeforeDelete(Guid id, OperationScope scope)
    {
        foreach (var table in scope.Catalog.Tables.Where(table => table is { Owner: not null, LogicalName: not ("queue" or "activityparty") }))
        {
            var statement = scope.Transaction.Connection.Prepare($"SELECT 1 FROM {SqlNames.Of(table)} WHERE ownerid=? LIMIT 1");
            statement.Bind(1, id);
            var owns = statement.Step();
            statement.Reset();
            if (owns)
            {
                throw Fault.Of(FaultCodes.DeleteRestricted, $"The team owns rows of '{table.LogicalName}' and cannot be deleted; assign them to somebody else first.");
            }
        }
    }
}

/// <summary>A business unit has a default team of its own name and a copy of every role.</summary>
internal sealed class BusinessUnitRule : TableRule
{
    public override void BeforeCreate(RowValues values, Guid id, OperationScope scope)
    {
        if (values.Get<EntityReference>("parentbusinessunitid") is null)
        {
            values["parentbusinessunitid"] = new EntityReference("businessunit", scope.Organization.RootBusinessUnitId);
        }

        values.SetIfKnown("organizationid", new EntityReference("organization", scope.Organization.OrganizationId));
    }

    public override void AfterCreate(RowValues values, Guid id, OperationScope scope)
    {
        DefaultTeams.Create(id, values.Get<string>("name")!, scope);
        RoleRows.CopyAllTo(id, scope);
    }

    public override void BeforeUpdate(RowValues values, Guid id, OperationScope scope)
    {
        if (values.Get<EntityReference>("parentbusinessunitid") is { } parent && parent.Id == id)
        {
            throw Fault.Argument("A business unit cannot be its own parent.");
        }
    }
}

/// <summary>A role of the root business unit has a copy in every other one.</summary>
internal sealed class RoleRule : TableRule
{
    public override void BeforeCreate(RowValues values, Guid id, OperationScope scope)
    {
        values.Default("businessunitid", new EntityReference("businessunit", scope.Organization.RootBusinessUnitId));
        values["parentrootroleid"] = new EntityReference("role", id);
        values.SetIfKnown("organizationid", scope.Organization.OrganizationId);
    }

    public override void AfterCreate(RowValues values, Guid id, OperationScope scope)
    {
        if (values.Get<EntityReference>("businessunitid")!.Id == scope.Organization.RootBusinessUnitId)
        {
            RoleRows.CopyToAll(id, values.Get<string>("name")!, scope);
        }
    }
}
