using CrmEmulator.Faults;
using CrmEmulator.Security;
using CrmEmulator.Storage;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace CrmEmulator.Operations;

/// <summary>SetState and SetStateDynamicEntity: state and reason alone; a reason of −1 is the state's default.</summary>
internal sealed class SetStateOperation : ICoreOperation
{
    public OrganizationResponse Execute(OrganizationRequest request, OperationScope scope)
    {
        var target = request.Required<EntityReference>("EntityMoniker");
        var table = TableAccess.Writable(scope, target.LogicalName, request.RequestName);
        if (table.State is null)
        {
            throw Fault.Of(FaultCodes.MessageNotSupported, $"The 'SetState' method does not support entities of type '{table.LogicalName}'.");
        }

        var id = KeyResolver.IdOf(scope, table, target);
        if (!Rows.Exists(scope.Transaction, table, id))
        {
            throw Fault.RowMissing(table.LogicalName, id);
        }

        AccessCheck.RequireRow(scope, table, id, PrivilegeAction.Write);
        var values = new RowValues(table);
        values[table.State] = ValueCheck.Accept(table, table.State, request.Required<OptionSetValue>("State"), scope);
        if (table.Status is { } status && request.Optional<OptionSetValue>("Status") is { } reason && reason.Value != -1)
        {
            values[status] = ValueCheck.Accept(table, status, reason, scope);
        }

        UpdateOperation.Apply(values, id, null, scope);
        return new SetStateResponse();
    }
}

/// <summary>Assign: the owner alone.</summary>
internal sealed class AssignOperation : ICoreOperation
{
    public OrganizationResponse Execute(OrganizationRequest request, OperationScope scope)
    {
        var target = request.Required<EntityReference>("Target");
        var table = TableAccess.Writable(scope, target.LogicalName, "Assign");
        if (table.Owner is not { } owner)
        {
            throw Fault.Of(FaultCodes.MessageNotSupported, $"The 'Assign' method does not support entities of type '{table.LogicalName}'.");
        }

        var id = KeyResolver.IdOf(scope, table, target);
        if (!Rows.Exists(scope.Transaction, table, id))
        {
            throw Fault.RowMissing(table.LogicalName, id);
        }

        AccessCheck.RequireRow(scope, table, id, PrivilegeAction.Assign);
        var values = new RowValues(table) { [owner] = ValueCheck.Accept(table, owner, request.Required<EntityReference>("Assignee"), scope) };
        UpdateOperation.Apply(values, id, null, scope);
        return new AssignResponse();
    }
}

/// <summary>IsValidStateTransition: whether the table has that state and that reason in it.</summary>
internal sealed class IsValidStateTransitionOperation : ICoreOperation
{
    public OrganizationResponse Execute(OrganizationRequest request, OperationScope scope)
    {
        var table = scope.Catalog.Table(request.Required<EntityReference>("Entity").LogicalName);
        var state = table.State?.OptionSet?.Options.FirstOrDefault(option => option.InvariantName == request.Required<string>("NewState"));
        var reason = request.Optional<int>("NewStatus");
        var isValid = state is not null && (reason == -1 || table.Status?.OptionSet?.Find(reason)?.State == state.Value);
        return new IsValidStateTransitionResponse { Results = { ["IsValid"] = isValid } };
    }
}
