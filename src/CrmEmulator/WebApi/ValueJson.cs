using System.Globalization;
using CrmEmulator.Metadata;
using Microsoft.Xrm.Sdk;
using Newtonsoft.Json.Linq;

namespace CrmEmulator.WebApi;

/// <summary>Values of columns as JSON and back.</summary>
internal static class ValueJson
{
    public static JToken ToJson(ColumnDefinition? column, object? value) => value switch
    {
        null => JValue.CreateNull(),
        AliasedValue aliased => ToJson(column, aliased.Value),
        EntityReference reference => new JValue(reference.Id.ToString("D")),
        OptionSetValue option => new JValue(option.Value),
        OptionSetValueCollection options => new JValue(string.Join(",", options.Select(option => option.Value.ToString(CultureInfo.InvariantCulture)))),
        Money money => new JValue(money.Value),
        BooleanManagedProperty managed => new JObject { ["Value"] = managed.Value, ["CanBeChanged"] = managed.CanBeChanged },
        Guid id => new JValue(id.ToString("D")),
        DateTime time when column?.IsDateOnly == true => new JValue(time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        DateTime time => new JValue(time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
        byte[] bytes => new JValue(Convert.ToBase64String(bytes)),
        Enum named => new JValue(named.ToString()),
        _ => JToken.FromObject(value),
    };

    /// <summary>What a client sent for a column.</summary>
    /// <exception cref="ApiException">The value does not fit the column.</exception>
    public static object? FromJson(ColumnDefinition column, JToken token)
    {
        if (token.Type == JTokenType.Null)
        {
            return null;
        }

        if (token is not JValue { Value: { } value })
        {
            throw Unfit(column, token.Type.ToString());
        }

        try
        {
            return column.Kind switch
            {
                ColumnKind.Text or ColumnKind.Memo or ColumnKind.TableName => value is string text ? text : throw Unfit(column, token.Type.ToString()),
                ColumnKind.Integer => Convert.ToInt32(Number(column, value), CultureInfo.InvariantCulture),
                ColumnKind.BigInteger => Convert.ToInt64(Number(column, value), CultureInfo.InvariantCulture),
                ColumnKind.Decimal => Convert.ToDecimal(Number(column, value), CultureInfo.InvariantCulture),
                ColumnKind.Double => Convert.ToDouble(Number(column, value), CultureInfo.InvariantCulture),
                ColumnKind.Money => new Money(Convert.ToDecimal(Number(column, value), CultureInfo.InvariantCulture)),
                ColumnKind.Boolean => value is bool flag ? flag : throw Unfit(column, token.Type.ToString()),
                ColumnKind.Choice or ColumnKind.State or ColumnKind.Status => new OptionSetValue(Convert.ToInt32(value, CultureInfo.InvariantCulture)),
                ColumnKind.Choices => new OptionSetValueCollection([.. ((string)value).Split(',', StringSplitOptions.RemoveEmptyEntries).Select(one => new OptionSetValue(int.Parse(one, CultureInfo.InvariantCulture)))]),
                ColumnKind.DateTime => DateTime.Parse((string)value, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal),
                ColumnKind.Key or ColumnKind.UniqueId => Guid.Parse((string)value),
                _ => throw ApiException.BadRequest($"The property '{ColumnNames.Of(column)}' cannot be written; use @odata.bind on its navigation property."),
            };
        }
        catch (Exception exception) when (exception is FormatException or OverflowException or InvalidCastException)
        {
            throw Unfit(column, exception.Message);
        }
    }

    /// <summary>What stands in a filter for a column, as the query wants it.</summary>
    public static object ForCondition(ColumnDefinition column, object value)
    {
        try
        {
            return column.Kind switch
            {
                _ when column.IsGuid => value is Guid id ? id : Guid.Parse(Convert.ToString(value, CultureInfo.InvariantCulture)!),
                ColumnKind.DateTime => value is DateTime time ? time : DateTime.Parse(Convert.ToString(value, CultureInfo.InvariantCulture)!, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal),
                ColumnKind.Boolean => value is bool flag ? flag : Convert.ToInt32(value, CultureInfo.InvariantCulture) != 0,
                ColumnKind.Integer or ColumnKind.Choice or ColumnKind.State or ColumnKind.Status or ColumnKind.Choices => Convert.ToInt32(value, CultureInfo.InvariantCulture),
                ColumnKind.BigInteger => Convert.ToInt64(value, CultureInfo.InvariantCulture),
                ColumnKind.Decimal or ColumnKind.Money => Convert.ToDecimal(value, CultureInfo.InvariantCulture),
                ColumnKind.Double => Convert.ToDouble(value, CultureInfo.InvariantCulture),
                _ => value as string ?? throw Unfit(column, value.GetType().Name),
            };
        }
        catch (Exception exception) when (exception is FormatException or OverflowException or InvalidCastException)
        {
            throw Unfit(column, exception.Message);
        }
    }

    private static object Number(ColumnDefinition column, object value) => value is string or bool ? throw Unfit(column, value.GetType().Name) : value;

    private static ApiException Unfit(ColumnDefinition column, string found) =>
        ApiException.BadRequest($"Cannot convert the value of the property '{ColumnNames.Of(column)}' to the expected type {column.Kind}: {found}.");
}
