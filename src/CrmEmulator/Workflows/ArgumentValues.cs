using System.Activities;
using System.Globalization;
using CrmEmulator.Faults;
using Microsoft.Xrm.Sdk;
using Newtonsoft.Json.Linq;

namespace CrmEmulator.Workflows;

/// <summary>Turns the arguments of a workflow script into values of the types that the activity declares.</summary>
internal sealed class ArgumentValues(EntityReference primary, Func<string, object?> column, IReadOnlyList<IReadOnlyDictionary<string, object?>> outputs)
{
    public IReadOnlyDictionary<string, object?> For(Type activity, IReadOnlyDictionary<string, object?> arguments) =>
        arguments.ToDictionary(argument => argument.Key, argument => Convert(Resolve(argument.Value), TypeOf(activity, argument.Key), argument.Key));

    private static Type TypeOf(Type activity, string name)
    {
        var property = activity.GetProperty(name);
        return property is not null && typeof(Argument).IsAssignableFrom(property.PropertyType) && property.PropertyType.IsGenericType
            ? property.PropertyType.GetGenericArguments()[0]
            : throw Fault.Argument($"The workflow step {activity.FullName} has no argument '{name}'.");
    }

    private static object? Convert(object? value, Type type, string name)
    {
        if (value is null || type.IsInstanceOfType(value))
        {
            return value;
        }

        try
        {
            var plain = Nullable.GetUnderlyingType(type) ?? type;
            return plain switch
            {
                _ when plain == typeof(OptionSetValue) => new OptionSetValue(System.Convert.ToInt32(value, CultureInfo.InvariantCulture)),
                _ when plain == typeof(Money) => new Money(System.Convert.ToDecimal(value, CultureInfo.InvariantCulture)),
                _ when plain == typeof(Guid) => Guid.Parse((string)value),
                _ when plain == typeof(DateTime) => DateTime.Parse((string)value, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal),
                _ => System.Convert.ChangeType(value, plain, CultureInfo.InvariantCulture),
            };
        }
        catch (Exception exception) when (exception is InvalidCastException or FormatException or OverflowException)
        {
            throw Fault.Argument($"The workflow's argument '{name}' cannot be given as {type.Name}: {exception.Message}");
        }
    }

    private object? Resolve(object? value) => value switch
    {
        JObject rule => Resolve(rule),
        JValue plain => plain.Value,
        _ => value,
    };

    private object? Resolve(JObject rule)
    {
        if (rule.Value<bool?>("row") == true)
        {
            return primary;
        }

        if (rule.Value<string>("column") is { } name)
        {
            return column(name);
        }

        if (rule.Value<string>("from") is { } from)
        {
            var parts = from.Split('.', 2);
            return outputs[int.Parse(parts[0], CultureInfo.InvariantCulture)].GetValueOrDefault(parts[^1]);
        }

        if (rule.Value<int?>("option") is { } option)
        {
            return new OptionSetValue(option);
        }

        return rule.Value<string>("table") is { } table && Guid.TryParse(rule.Value<string>("id"), out var id)
            ? new EntityReference(table, id)
            : throw Fault.Argument($"The workflow's argument {rule} is none of row, column, from, option, table with id.");
    }
}
