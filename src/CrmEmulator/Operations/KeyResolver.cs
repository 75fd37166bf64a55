using CrmEmulator.Faults;
using CrmEmulator.Metadata;
using CrmEmulator.Storage;
using Microsoft.Xrm.Sdk;

namespace CrmEmulator.Operations;

/// <summary>Finds a row by the values of an alternate key.</summary>
internal static class KeyResolver
{
    /// <exception cref="System.ServiceModel.FaultException{T}">No such key, or no row with these values.</exception>
    public static Guid Require(OperationScope scope, TableDefinition table, KeyAttributeCollection keys) =>
        Find(scope, table, keys) ?? throw Fault.Of(FaultCodes.RecordNotFoundByEntityKey, $"A record with the specified key values does not exist in {table.LogicalName} entity");

    public static Guid? Find(OperationScope scope, TableDefinition table, KeyAttributeCollection keys)
    {
        if (keys.Count == 1 && keys.TryGetValue(table.PrimaryKey.LogicalName, out var id) && id is Guid given)
        {
            return Rows.Exists(scope.Transaction, table, given) ? given : null;
        }

        var names = keys.Keys.Order(StringComparer.Ordinal).ToList();
        var key = table.Keys.FirstOrDefault(one => one.Columns.Order(StringComparer.Ordinal).SequenceEqual(names))
            ?? throw Fault.Of(FaultCodes.InvalidEntityKey, $"Invalid entity key: the attributes {string.Join(", ", names)} are no alternate key of the entity {table.LogicalName}.");
        var columns = key.Columns.Select(table.Column).ToList();
        var condition = string.Join(" AND ", columns.Select(column => SqlNames.Quote(column.LogicalName) + "=?"));
        var statement = scope.Transaction.Connection.Prepare($"SELECT {SqlNames.Quote(table.PrimaryKey.LogicalName)} FROM {SqlNames.Of(table)} WHERE {condition}");
        for (var index = 0; index < columns.Count; index++)
        {
            var single = columns[index].HasTypeColumn ? columns[index] with { Targets = ["any"] } : columns[index];
            var value = ValueCheck.Accept(table, columns[index], keys[columns[index].LogicalName] is int number && columns[index].IsOption ? new OptionSetValue(number) : keys[columns[index].LogicalName], scope);
            ValueCodec.Bind(statement, index + 1, single, value);
        }

        Guid? found = statement.Step() ? statement.Guid(0) : null;
        statement.Reset();
        return found;
    }

    /// <summary>The id a target names, by itself or by its key.</summary>
    public static Guid IdOf(OperationScope scope, TableDefinition table, Entity target)
    {
        var id = target.Id != Guid.Empty ? target.Id : target.Attributes.TryGetValue(table.PrimaryKey.LogicalName, out var value) && value is Guid given ? given : Guid.Empty;
        if (id != Guid.Empty)
        {
            return id;
        }

        return target.KeyAttributes.Count > 0 ? Require(scope, table, target.KeyAttributes) : throw Fault.Argument("Entity Id must be specified for the operation: expected non-empty Guid.");
    }

    public static Guid IdOf(OperationScope scope, TableDefinition table, EntityReference target)
    {
        if (target.Id != Guid.Empty)
        {
            return target.Id;
        }

        return target.KeyAttributes.Count > 0 ? Require(scope, table, target.KeyAttributes) : throw Fault.Argument("Expected non-empty Guid.");
    }
}
