using System.Globalization;
using CrmEmulator.Faults;
using CrmEmulator.Metadata;
using CrmEmulator.Operations;
using CrmEmulator.Storage;
using Microsoft.Xrm.Sdk;

namespace CrmEmulator.Query.Sql;

/// <summary>Turns a condition's value, typed or written as in FetchXML, into what SQLite compares with.</summary>
internal static class ConditionValue
{
    /// <exception cref="System.ServiceModel.FaultException{T}">The value cannot be one of the column's.</exception>
    public static object Of(ColumnDefinition column, object? value, OperationScope scope)
    {
        if (value is AliasedValue aliased)
        {
            value = aliased.Value;
        }

        object? converted = column.Kind switch
        {
            _ when value is null => null,
            _ when column.IsGuid => Id(value),
            ColumnKind.TableName => TableName(value, scope),
            _ when column.IsText => Convert.ToString(value, CultureInfo.InvariantCulture),
            ColumnKind.Boolean => Flag(value),
            ColumnKind.Double => Real(value),
            ColumnKind.Decimal or ColumnKind.Money => Exact(column, value),
            ColumnKind.DateTime => Date(value, scope) is { } date ? CrmDate.ToSeconds(column.IsDateOnly ? date.Date : date) : null,
            _ => Whole(value, column, scope),
        };
        return converted ?? throw Fault.Argument($"The value '{value}' of the condition on '{column.LogicalName}' cannot be a {column.Kind}.");
    }

    /// <summary>A date; one without a zone is in the user's time when written, in UTC when handed over as a DateTime.</summary>
    public static DateTime? Date(object? value, OperationScope scope)
    {
        switch (value)
        {
            case DateTime date:
                return date.Kind == DateTimeKind.Local ? date.ToUniversalTime() : DateTime.SpecifyKind(date, DateTimeKind.Utc);
            case DateTimeOffset date:
                return date.UtcDateTime;
            case string text when DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var parsed):
                return parsed.Kind switch
                {
                    DateTimeKind.Utc => parsed,
                    DateTimeKind.Local => parsed.ToUniversalTime(),
                    _ => DateTime.SpecifyKind(parsed - scope.Organization.Options.UserTimeOffset, DateTimeKind.Utc),
                };
            default:
                return null;
        }
    }

    public static int? Number(object? value) => value switch
    {
        int number => number,
        long number => (int)number,
        string text when int.TryParse(text, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    private static object? Id(object value) => value switch
    {
        Guid id => id,
        EntityReference reference => reference.Id,
        string text when Guid.TryParse(text, out var id) => id,
        _ => null,
    };

    private static object? TableName(object value, OperationScope scope) =>
        Number(value) is { } code ? scope.Catalog.FindTableByCode((long)code)?.LogicalName : value as string;

    private static object? Flag(object value) => value switch
    {
        bool flag => flag ? 1L : 0L,
        string text when bool.TryParse(text, out var flag) => flag ? 1L : 0L,
        _ => Number(value) is { } number and (0 or 1) ? (long)number : null,
    };

    private static object? Real(object value) => value switch
    {
        string text => double.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null,
        IConvertible number => number.ToDouble(CultureInfo.InvariantCulture),
        _ => null,
    };

    private static object? Exact(ColumnDefinition column, object value)
    {
        decimal number;
        switch (value)
        {
            case Money money:
                number = money.Value;
                break;
            case string text when decimal.TryParse(text, CultureInfo.InvariantCulture, out var parsed):
                number = parsed;
                break;
            case string or DateTime or bool:
                return null;
            case IConvertible other:
                number = other.ToDecimal(CultureInfo.InvariantCulture);
                break;
            default:
                return null;
        }

        var scaled = number * ValueCodec.ScaleOf(column);
        return decimal.Truncate(scaled) == scaled && Math.Abs(scaled) < long.MaxValue ? (long)scaled : (double)scaled;
    }

    private static object? Whole(object value, ColumnDefinition column, OperationScope scope) => value switch
    {
        OptionSetValue option => (long)option.Value,
        Enum member => Convert.ToInt64(member, CultureInfo.InvariantCulture),
        int number => (long)number,
        long number => number,
        bool flag => flag ? 1L : 0L,
        string text when long.TryParse(text, CultureInfo.InvariantCulture, out var number) => number,
        string text when column.TakesAnyOption && scope.Catalog.FindTable(text) is { } table => (long)table.ObjectTypeCode,
        _ => null,
    };
}
