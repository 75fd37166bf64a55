using CrmEmulator.Faults;
using CrmEmulator.Metadata;
using CrmEmulator.Storage;
using Microsoft.Xrm.Sdk;

namespace CrmEmulator.Operations;

/// <summary>Holds one value against its column: type, length, range, options, target.</summary>
internal static class ValueCheck
{
    /// <summary>The value as it will be stored; an empty text is no value.</summary>
    public static object? Accept(TableDefinition table, ColumnDefinition column, object? value, OperationScope scope)
    {
        if (value is null)
        {
            return null;
        }

        return column.Kind switch
        {
            ColumnKind.Text or ColumnKind.Memo or ColumnKind.TableName when value is string text => Text(table, column, text),
            ColumnKind.Integer when value is int number => Ranged(table, column, number, number),
            ColumnKind.BigInteger when value is long => value,
            ColumnKind.Boolean when value is bool => value,
            ColumnKind.Double when value is double number => Ranged(table, column, number, number),
            ColumnKind.Decimal when value is decimal number => Exact(table, column, number, number),
            ColumnKind.Money when value is Money money => Exact(table, column, money, money.Value),
            ColumnKind.DateTime when value is DateTime date => Date(column, date),
            ColumnKind.Choice or ColumnKind.State or ColumnKind.Status when value is OptionSetValue option => Option(table, column, option),
            ColumnKind.Choices when value is OptionSetValueCollection options => Options(table, column, options),
            ColumnKind.Lookup or ColumnKind.Customer or ColumnKind.Owner when value is EntityReference reference => Reference(table, column, reference, scope),
            ColumnKind.UniqueId or ColumnKind.Key when value is Guid => value,
            ColumnKind.PartyList when value is EntityCollection => value,
            _ => throw Fault.Argument($"Incorrect attribute value type {value.GetType().FullName}: attribute '{column.LogicalName}' of entity '{table.LogicalName}' is of type {column.Kind}."),
        };
    }

    private static string? Text(TableDefinition table, ColumnDefinition column, string text)
    {
        if (column.MaximumLength > 0 && text.Length > column.MaximumLength)
        {
            throw Fault.Of(
                FaultCodes.StringLengthTooLong,
                $"A validation error occurred. The length of the '{column.LogicalName}' attribute of the '{table.LogicalName}' entity exceeded the maximum allowed length of '{column.MaximumLength}'.");
        }

        return text.Length == 0 ? null : text;
    }

    private static object Ranged(TableDefinition table, ColumnDefinition column, object value, double number)
    {
        if (number < column.Minimum || number > column.Maximum || double.IsNaN(number))
        {
            throw OutOfRange(table, column);
        }

        return value;
    }

    private static object Exact(TableDefinition table, ColumnDefinition column, object value, decimal number)
    {
        Ranged(table, column, value, (double)number);
        return ValueCodec.Fits(column, number) ? value : throw OutOfRange(table, column);
    }

    private static Exception OutOfRange(TableDefinition table, ColumnDefinition column) => Fault.Of(
        FaultCodes.ValueOutOfRange,
        $"A validation error occurred. The value of '{column.LogicalName}' on record of type '{table.LogicalName}' is outside the valid range.");

    private static object Date(ColumnDefinition column, DateTime date)
    {
        var utc = date.Kind == DateTimeKind.Local ? date.ToUniversalTime() : date;
        if (utc < CrmDate.Earliest)
        {
            throw Fault.Of(FaultCodes.DateOutOfRange, $"DateTime is less than minumum value supported by CrmDateTime. Actual value: {utc:MM/dd/yyyy HH:mm:ss}, Minimum value supported: 01/01/1753 00:00:00");
        }

        return column.IsDateOnly ? DateTime.SpecifyKind(utc.Date, DateTimeKind.Utc) : DateTime.SpecifyKind(utc, DateTimeKind.Utc);
    }

    private static OptionSetValue Option(TableDefinition table, ColumnDefinition column, OptionSetValue option)
    {
        if (column is { TakesAnyOption: false, OptionSet: { } set } && set.Find(option.Value) is null)
        {
            if (column.Kind is ColumnKind.State or ColumnKind.Status)
            {
                throw Fault.Of(FaultCodes.InvalidStateCodeStatusCode, $"{option.Value} is not a valid {(column.Kind == ColumnKind.State ? "state" : "status")} code on {table.LogicalName}.");
            }

            throw Fault.Of(
                FaultCodes.OptionOutOfRange,
                $"A validation error occurred. The value {option.Value} of '{column.LogicalName}' on record of type '{table.LogicalName}' is outside the valid range. Accepted Values: {string.Join(',', set.Options.Select(one => one.Value))}");
        }

        return option;
    }

    private static OptionSetValueCollection? Options(TableDefinition table, ColumnDefinition column, OptionSetValueCollection options)
    {
        foreach (var option in options)
        {
            Option(table, column, option);
        }

        return options.Count == 0 ? null : options;
    }

    private static EntityReference Reference(TableDefinition table, ColumnDefinition column, EntityReference reference, OperationScope scope)
    {
        if (string.IsNullOrEmpty(reference.LogicalName))
        {
            throw Fault.Argument($"The logical name of the entity reference in '{column.LogicalName}' of '{table.LogicalName}' is missing.");
        }

        var other = scope.Catalog.Table(reference.LogicalName);
        if (column.Targets.Count > 0 && !column.Targets.Contains(reference.LogicalName))
        {
            throw Fault.Argument($"An entity of type '{reference.LogicalName}' cannot be set in '{column.LogicalName}' of '{table.LogicalName}'. Expected: {string.Join(", ", column.Targets)}.");
        }

        if (reference.Id == Guid.Empty && reference.KeyAttributes.Count > 0)
        {
            return new EntityReference(reference.LogicalName, KeyResolver.Require(scope, other, reference.KeyAttributes));
        }

        return Rows.IsThere(scope.Transaction, other, reference.Id) ? reference : throw Fault.RowMissing(reference.LogicalName, reference.Id);
    }
}
