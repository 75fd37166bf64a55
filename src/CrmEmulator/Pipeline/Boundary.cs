using System.Collections.Concurrent;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace CrmEmulator.Pipeline;

/// <summary>The line between plug-in (or client) and service: what crosses it is copied, and only types the service's data contracts know may cross.</summary>
internal static class Boundary
{
    private static readonly HashSet<Type> Plain =
    [
        typeof(bool), typeof(byte), typeof(sbyte), typeof(char), typeof(short), typeof(ushort), typeof(int), typeof(uint), typeof(long), typeof(ulong),
        typeof(float), typeof(double), typeof(decimal), typeof(string), typeof(Guid), typeof(TimeSpan), typeof(byte[]),
        typeof(Guid[]), typeof(string[]), typeof(int[]), typeof(long[]), typeof(bool[]), typeof(decimal[]), typeof(double[]), typeof(DateTime[]),
    ];

    private static readonly ConcurrentDictionary<Type, bool> SdkTypes = new();

    private static readonly HashSet<string> SdkAssemblies = [typeof(Entity).Assembly.GetName().Name!, "Microsoft.Crm.Sdk.Proxy"];

    /// <summary>A copy of the same message; a type that is not the SDK's becomes the plain request, as on the wire.</summary>
    public static OrganizationRequest Copy(OrganizationRequest request)
    {
        var copy = IsSdk(request.GetType()) ? (OrganizationRequest)Activator.CreateInstance(request.GetType())! : new OrganizationRequest();
        copy.RequestName = request.RequestName;
        copy.RequestId = request.RequestId;
        copy.Parameters = Copy(request.Parameters);
        return copy;
    }

    public static ParameterCollection Copy(ParameterCollection parameters)
    {
        var copy = new ParameterCollection();
        CopyInto(parameters, copy);
        return copy;
    }

    /// <summary>Makes the second collection the same as the first, value by value.</summary>
    public static void Replace(ParameterCollection from, ParameterCollection to)
    {
        var copy = Copy(from);
        to.Clear();
        to.AddRange(copy);
    }

    /// <exception cref="SerializationException">A value has a type that the data contracts do not know.</exception>
    public static object? CopyValue(object? value, string where)
    {
        switch (value)
        {
            case null:
                return null;
            case DateTime time:
                return time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : time;
            case EntityReference reference:
                return Copy(reference);
            case OptionSetValue option:
                return new OptionSetValue(option.Value);
            case Money money:
                return new Money(money.Value);
            case Entity row:
                return Copy(row);
            case EntityCollection rows:
                return Copy(rows);
            case EntityReferenceCollection references:
                return new EntityReferenceCollection([.. references.Select(Copy)]);
            case OptionSetValueCollection options:
                return new OptionSetValueCollection([.. options.Select(option => new OptionSetValue(option.Value))]);
            case Entity[] rows:
                return Array.ConvertAll(rows, Copy);
            case AliasedValue aliased:
                return new AliasedValue(aliased.EntityLogicalName, aliased.AttributeLogicalName, CopyValue(aliased.Value, where));
            case OrganizationRequestCollection requests:
                var copies = new OrganizationRequestCollection();
                copies.AddRange(requests.Select(Copy));
                return copies;
            case OrganizationRequest request:
                return Copy(request);
        }

        var type = value.GetType();
        if (Plain.Contains(type) || IsSdk(type))
        {
            return value;
        }

        throw new SerializationException(
            $"'{where}': Type '{type.FullName}' with data contract name '{type.Name}' is not expected. Only the types that the SDK's data contracts know can cross between plug-in and service.");
    }

    public static Entity Copy(Entity row)
    {
        var copy = new Entity(row.LogicalName, row.Id) { EntityState = row.EntityState, RowVersion = row.RowVersion };
        foreach (var (name, value) in row.Attributes)
        {
            copy.Attributes.Add(name, CopyValue(value, name)!);
        }

        foreach (var (name, value) in row.KeyAttributes)
        {
            copy.KeyAttributes.Add(name, CopyValue(value, name)!);
        }

        foreach (var (name, value) in row.FormattedValues)
        {
            copy.FormattedValues.Add(name, value);
        }

        foreach (var (relationship, rows) in row.RelatedEntities)
        {
            copy.RelatedEntities.Add(relationship, Copy(rows));
        }

        return copy;
    }

    private static EntityReference Copy(EntityReference reference)
    {
        var copy = new EntityReference(reference.LogicalName, reference.Id) { Name = reference.Name, RowVersion = reference.RowVersion };
        foreach (var (name, value) in reference.KeyAttributes)
        {
            copy.KeyAttributes.Add(name, CopyValue(value, name)!);
        }

        return copy;
    }

    private static EntityCollection Copy(EntityCollection rows) => new([.. rows.Entities.Select(Copy)])
    {
        EntityName = rows.EntityName,
        MoreRecords = rows.MoreRecords,
        PagingCookie = rows.PagingCookie,
        MinActiveRowVersion = rows.MinActiveRowVersion,
        TotalRecordCount = rows.TotalRecordCount,
        TotalRecordCountLimitExceeded = rows.TotalRecordCountLimitExceeded,
    };

    private static void CopyInto(ParameterCollection from, ParameterCollection to)
    {
        foreach (var (name, value) in from)
        {
            to.Add(name, CopyValue(value, name)!);
        }
    }

    private static bool IsSdk(Type type) => SdkTypes.GetOrAdd(type, static one => SdkAssemblies.Contains(one.Assembly.GetName().Name!));
}
