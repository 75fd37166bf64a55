using System.Reflection;
using CrmEmulator.Metadata;
using CrmEmulator.Operations;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Newtonsoft.Json.Linq;

namespace CrmEmulator.WebApi;

/// <summary>Functions and actions: messages that have no address of their own, with parameters of the types their SDK requests have.</summary>
internal sealed class ApiOperations(Organization organization, ApiRequest request)
{
    private static readonly HashSet<string> Addressed = ["Create", "Update", "Upsert", "Delete", "Retrieve", "RetrieveMultiple", "Associate", "Disassociate", "ExecuteMultiple", "ExecuteTransaction"];

    private readonly OperationParameters parameters = new(organization.Metadata);

    public ApiResponse Unbound(ODataSegment segment)
    {
        var message = Message(segment.Name);
        Fill(message, segment);
        return Send(message);
    }

    /// <summary>An operation of one row: the row becomes the parameter that stands for it.</summary>
    public ApiResponse Bound(TableDefinition table, EntityReference row, ODataSegment segment)
    {
        var message = Message(segment.Name["Microsoft.Dynamics.CRM.".Length..]);
        var own = OperationParameters.BoundProperty(message.GetType(), table.LogicalName)
            ?? throw ApiException.BadRequest($"The operation '{segment.Name}' is not bound to {table.LogicalName}.");
        own.SetValue(message, own.PropertyType == typeof(Guid) ? row.Id : row);
        Fill(message, segment);
        return Send(message);
    }

    private static OrganizationRequest Message(string name)
    {
        var isKnown = !Addressed.Contains(name) && (CoreOperations.Knows(name) || name == "ExecuteWorkflow");
        var type = isKnown
            ? typeof(WhoAmIRequest).Assembly.GetType($"Microsoft.Crm.Sdk.Messages.{name}Request") ?? typeof(OrganizationRequest).Assembly.GetType($"Microsoft.Xrm.Sdk.Messages.{name}Request")
            : null;
        return type is null ? throw ApiException.SegmentUnknown(name) : (OrganizationRequest)Activator.CreateInstance(type)!;
    }

    private void Fill(OrganizationRequest message, ODataSegment segment)
    {
        if (request.Method == "POST")
        {
            foreach (var property in request.Body.Length == 0 ? [] : request.Json().Properties())
            {
                parameters.Set(message, property.Name, property.Value);
            }

            return;
        }

        foreach (var (name, value) in segment.Key ?? [])
        {
            var given = value is string text && text.StartsWith('@')
                ? request.Options.GetValueOrDefault(text) ?? throw ApiException.BadRequest($"The parameter alias '{text}' has no value.")
                : null;
            parameters.Set(message, name, given is null ? JToken.FromObject(value ?? string.Empty) : OperationParameters.ParseAlias(given));
        }
    }

    private ApiResponse Send(OrganizationRequest message)
    {
        var response = request.Service.Execute(message);
        if (response.Results.Count == 0)
        {
            return ApiResponse.NoContent;
        }

        var json = new JObject { ["@odata.context"] = $"{request.Root}$metadata#Microsoft.Dynamics.CRM.{response.GetType().Name}" };
        foreach (var (name, value) in response.Results)
        {
            json[name] = Show(value);
        }

        return ApiResponse.Json(json);
    }

    private JToken Show(object? value)
    {
        switch (value)
        {
            case EntityReference reference:
                var target = organization.Metadata.Table(reference.LogicalName);
                return new JObject { ["@odata.type"] = "#Microsoft.Dynamics.CRM." + reference.LogicalName, [target.PrimaryKey.LogicalName] = reference.Id.ToString("D") };
            case Entity row:
                var table = organization.Metadata.Table(row.LogicalName);
                return new RowWriter(organization.Metadata, request).WriteFetched(row, table);
            case EntityCollection rows:
                return new JArray(rows.Entities.Select(Show));
            case Array items:
                return new JArray(items.Cast<object>().Select(Show));
            default:
                return ValueJson.ToJson(null, value);
        }
    }
}

/// <summary>Turns JSON parameters into the types of an SDK request's properties.</summary>
internal sealed class OperationParameters(MetadataCatalog catalog)
{
    /// <summary>The property that stands for the row an operation is bound to.</summary>
    public static PropertyInfo? BoundProperty(Type message, string table)
    {
        var properties = message.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(property => property.CanWrite && (property.PropertyType == typeof(Guid) || property.PropertyType == typeof(EntityReference))).ToList();
        return properties.FirstOrDefault(property => property.Name.Equals(table + "Id", StringComparison.OrdinalIgnoreCase))
            ?? properties.FirstOrDefault(property => property.Name.Equals("Destination" + table + "Id", StringComparison.OrdinalIgnoreCase))
            ?? (table is "systemuser" or "team" ? properties.FirstOrDefault(property => property.Name == "Principal") : null)
            ?? properties.FirstOrDefault(property => property.Name is "Target" or "EntityMoniker" or "EntityId");
    }

    /// <summary>A parameter alias holds JSON or an OData literal.</summary>
    public static JToken ParseAlias(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.StartsWith('{') || trimmed.StartsWith('['))
        {
            try
            {
                return JToken.Parse(trimmed);
            }
            catch (Newtonsoft.Json.JsonException exception)
            {
                throw ApiException.BadRequest("A parameter is no JSON: " + exception.Message);
            }
        }

        return new ODataText(trimmed).Literal() is { } value ? JToken.FromObject(value) : JValue.CreateNull();
    }

    public void Set(OrganizationRequest message, string name, JToken value)
    {
        if (name.Contains('@', StringComparison.Ordinal))
        {
            return;
        }

        var property = Find(message.GetType(), name) ?? throw ApiException.BadRequest($"The parameter '{name}' is not a parameter of the operation {message.RequestName}.");
        try
        {
            property.SetValue(message, Convert(value, property.PropertyType));
        }
        catch (Exception exception) when (exception is FormatException or OverflowException or InvalidCastException or ArgumentException or Newtonsoft.Json.JsonException)
        {
            throw ApiException.BadRequest($"The parameter '{name}' of {message.RequestName} cannot be read: {exception.Message}");
        }
    }

    /// <summary>The Web API says Members where the SDK says MemberIds, and List where it says ListId.</summary>
    private static PropertyInfo? Find(Type message, string name) =>
        message.GetProperty(name) ?? message.GetProperty(name + "Id") ?? (name.EndsWith('s') ? message.GetProperty(name[..^1] + "Ids") : null);

    private object? Convert(JToken value, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (value.Type == JTokenType.Null)
        {
            return null;
        }

        if (type == typeof(Guid))
        {
            return value is JObject json ? Reference(json).Id : Guid.Parse(value.ToString());
        }

        if (type == typeof(EntityReference))
        {
            return Reference((JObject)value);
        }

        if (type == typeof(Entity))
        {
            var row = (JObject)value;
            return new RowReader(catalog).Read(row, Table(row));
        }

        if (type == typeof(Guid[]))
        {
            return ((JArray)value).Select(one => (Guid)Convert(one, typeof(Guid))!).ToArray();
        }

        if (type == typeof(EntityReferenceCollection))
        {
            return new EntityReferenceCollection([.. ((JArray)value).Select(one => Reference((JObject)one))]);
        }

        if (type == typeof(OptionSetValue))
        {
            return new OptionSetValue(value.Value<int>());
        }

        if (type.IsEnum)
        {
            return value.Type == JTokenType.Integer ? Enum.ToObject(type, value.Value<int>()) : Enum.Parse(type, value.ToString());
        }

        return value is JObject composite && type.IsClass && type != typeof(string) ? Composite(composite, type) : value.ToObject(type);
    }

    private object Composite(JObject json, Type type)
    {
        var made = Activator.CreateInstance(type)!;
        foreach (var property in json.Properties().Where(property => !property.Name.Contains('@', StringComparison.Ordinal)))
        {
            var target = type.GetProperty(property.Name) ?? throw ApiException.BadRequest($"'{property.Name}' is no property of {type.Name}.");
            target.SetValue(made, Convert(property.Value, target.PropertyType));
        }

        return made;
    }

    private EntityReference Reference(JObject json)
    {
        if (json["@odata.id"] is { } address)
        {
            return new EntityAddress(catalog).Parse(address.ToString());
        }

        var table = Table(json);
        return Guid.TryParse((string?)json[table.PrimaryKey.LogicalName], out var id)
            ? new EntityReference(table.LogicalName, id)
            : throw ApiException.BadRequest($"A reference to {table.LogicalName} needs {table.PrimaryKey.LogicalName}.");
    }

    private TableDefinition Table(JObject json)
    {
        var type = (string?)json["@odata.type"];
        if (type is not null)
        {
            return catalog.FindTable(type.Split('.')[^1]) ?? throw ApiException.BadRequest($"'{type}' is no type of this organisation.");
        }

        var key = json.Properties().FirstOrDefault()?.Name;
        return catalog.Tables.FirstOrDefault(table => table.PrimaryKey.LogicalName == key && !table.IsActivity && !table.IsIntersect)
            ?? throw ApiException.BadRequest("A row as a parameter needs '@odata.type'.");
    }
}
