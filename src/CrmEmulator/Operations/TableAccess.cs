using System.Runtime.CompilerServices;
using CrmEmulator.Faults;
using CrmEmulator.Metadata;
using CrmEmulator.Security;

namespace CrmEmulator.Operations;

/// <summary>What operations ask of a table again and again, worked out once a table.</summary>
internal static class TableAccess
{
    private static readonly ConditionalWeakTable<TableDefinition, ColumnDefinition[]> Defaulted = [];
    private static readonly ConditionalWeakTable<TableDefinition, ColumnDefinition[]> RequiredOnes = [];
    private static readonly ConditionalWeakTable<TableDefinition, ColumnDefinition[]> MoneyOnes = [];

    /// <exception cref="System.ServiceModel.FaultException{T}">Unknown table, or one that only the platform writes.</exception>
    public static TableDefinition Writable(OperationScope scope, string name, string message)
    {
        var table = scope.Catalog.Table(name);
        if (table.IsReadOnly || table.IsIntersect)
        {
            throw Fault.Of(FaultCodes.MessageNotSupported, $"The '{message}' method does not support entities of type '{name}'. MessageProcessorCache returned MessageProcessor.Empty.");
        }

        return table;
    }

    /// <summary>Columns that get a value when the caller leaves them out.</summary>
    public static ColumnDefinition[] DefaultedColumns(TableDefinition table) => Defaulted.GetValue(table, static one =>
        [.. one.Columns.Where(column => column.DefaultValue is >= 0 && column.Kind is ColumnKind.Boolean or ColumnKind.Choice && column.DefaultValue is not null)]);

    /// <summary>Amounts, which bring the base currency along.</summary>
    public static ColumnDefinition[] MoneyColumns(TableDefinition table) => MoneyOnes.GetValue(table, static one =>
        [.. one.Columns.Where(column => column.Kind == ColumnKind.Money)]);

    /// <summary>Columns the platform itself insists on; what is «required» for people is not enforced here, as in Dynamics.</summary>
    public static ColumnDefinition[] RequiredColumns(TableDefinition table) => RequiredOnes.GetValue(table, static one =>
        [.. one.Columns.Where(column => column.RequiredLevel == "systemrequired" && column.ValidForCreate && column.Kind is not (ColumnKind.Key or ColumnKind.Owner or ColumnKind.State))]);

    /// <summary>Marks the transaction when what users may do has changed.</summary>
    public static void NoteChange(OperationScope scope, TableDefinition table)
    {
        if (AccessDirectory.Concerns(table.LogicalName))
        {
            scope.Transaction.SecurityChanged = true;
        }
    }
}
