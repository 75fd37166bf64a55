using CrmEmulator.Faults;
using CrmEmulator.Metadata;
using CrmEmulator.Storage;
using Microsoft.Xrm.Sdk;

namespace CrmEmulator.Operations;

/// <summary>Keeps state and status reason together.</summary>
internal static class StateChange
{
    private const int OpenState = 0;
    private const int ScheduledState = 3;

    /// <summary>A row is born open, with a status reason of that state (0x80048408).</summary>
    public static void OnCreate(RowValues values)
    {
        var table = values.Table;
        if (table.State is not { OptionSet: { } states } stateColumn)
        {
            return;
        }

        var state = values.Option(stateColumn) ?? states.Options.Min(option => option.Value);
        if (state != states.Options.Min(option => option.Value))
        {
            throw Invalid(table, values.Option(table.Status), state);
        }

        values[stateColumn] = new OptionSetValue(state);
        Complete(values, state);
    }

    /// <summary>Checks a change against the stored state; true when the row leaves the open state.</summary>
    public static bool OnUpdate(RowValues values, Func<RowValues> current)
    {
        var table = values.Table;
        if (table.State is not { } stateColumn || (!values.Has(stateColumn) && (table.Status is null || !values.Has(table.Status))))
        {
            return false;
        }

        if (values.Option(stateColumn) is { } state)
        {
            Complete(values, state);
            return state is not (OpenState or ScheduledState);
        }

        values.Remove(stateColumn);
        var stored = current().Option(stateColumn) ?? OpenState;
        if (values.Option(table.Status) is { } reason && table.Status!.OptionSet!.Find(reason)?.State != stored)
        {
            throw Invalid(table, reason, stored);
        }

        return false;
    }

    private static void Complete(RowValues values, int state)
    {
        var table = values.Table;
        if (table.Status is not { OptionSet: { } reasons } statusColumn)
        {
            return;
        }

        var reason = values.Option(statusColumn);
        if (reason is null or -1)
        {
            var standard = table.State!.OptionSet!.Find(state)?.DefaultStatus ?? reasons.Options.First(option => option.State == state).Value;
            values[statusColumn] = new OptionSetValue(standard);
        }
        else if (reasons.Find(reason.Value)?.State != state)
        {
            throw Invalid(table, reason, state);
        }
    }

    private static Exception Invalid(TableDefinition table, int? reason, int state) => Fault.Of(
        FaultCodes.InvalidStateCodeStatusCode,
        $"{reason?.ToString() ?? "null"} is not a valid status code for state code {table.SchemaName}State.{table.State?.OptionSet?.Find(state)?.InvariantName ?? state.ToString()} on {table.LogicalName}.");
}
