using CrmEmulator.Metadata;
using Newtonsoft.Json.Linq;

namespace CrmEmulator.WebApi;

/// <summary>EntityDefinitions: what clients ask about tables and columns, as far as Xrm.Utility.getEntityMetadata uses it.</summary>
internal static class EntityDefinitions
{
    public static ApiResponse Answer(MetadataCatalog catalog, ApiRequest request, IReadOnlyList<ODataSegment> segments)
    {
        if (request.Method != "GET")
        {
            throw ApiException.NotSupported("Tables are changed by importing a solution only.");
        }

        if (segments[0].Key is not { } key)
        {
            return ApiResponse.Json(List(request, "EntityDefinitions", Tables(catalog, request)));
        }

        var table = key[0].Name switch
        {
            "LogicalName" => catalog.FindTable(key[0].Value as string ?? string.Empty),
            _ => null,
        } ?? throw new ApiException(404, 0x80060888, $"Could not find an entity with name {key[0].Value}.");
        if (segments.Count == 1)
        {
            var json = Chosen(Table(table), catalog, request);
            json.AddFirst(new JProperty("@odata.context", request.Root + "$metadata#EntityDefinitions/$entity"));
            return ApiResponse.Json(json);
        }

        return segments[1].Name switch
        {
            "Attributes" when segments[1].Key is { } name => ApiResponse.Json(Column(table, table.FindColumn(name[0].Value as string ?? string.Empty) ?? throw ApiException.PropertyUnknown(name[0].Value?.ToString() ?? string.Empty, table.LogicalName))),
            "Attributes" => ApiResponse.Json(List(request, $"EntityDefinitions('{table.LogicalName}')/Attributes", table.Columns.Select(column => Column(table, column)))),
            _ => throw ApiException.SegmentUnknown(segments[1].Name),
        };
    }

    private static IEnumerable<JObject> Tables(MetadataCatalog catalog, ApiRequest request)
    {
        var tables = catalog.Tables.OrderBy(table => table.LogicalName, StringComparer.Ordinal).Select(Table);
        if (request.Options.GetValueOrDefault("$filter") is { } text)
        {
            var filter = ODataFilter.Parse(text, request.Options);
            tables = tables.Where(json => DefinitionFilter.Holds(filter, json));
        }

        return tables.Select(json => Chosen(json, catalog, request));
    }

    private static JObject List(ApiRequest request, string context, IEnumerable<JObject> values) =>
        new() { ["@odata.context"] = $"{request.Root}$metadata#{context}", ["value"] = new JArray(values) };

    private static JObject Table(TableDefinition table) => new()
    {
        ["MetadataId"] = StableId.Of("entity", table.LogicalName).ToString("D"),
        ["LogicalName"] = table.LogicalName,
        ["SchemaName"] = table.SchemaName,
        ["EntitySetName"] = table.SetName,
        ["LogicalCollectionName"] = table.SetName,
        ["ObjectTypeCode"] = table.ObjectTypeCode,
        ["PrimaryIdAttribute"] = table.PrimaryKey.LogicalName,
        ["PrimaryNameAttribute"] = table.PrimaryName?.LogicalName,
        ["IsActivity"] = table.IsActivity,
        ["IsCustomEntity"] = table.IsCustom,
        ["OwnershipType"] = table.Ownership switch { Ownership.User => "UserOwned", Ownership.Organization => "OrganizationOwned", Ownership.BusinessUnit => "BusinessOwned", _ => "None" },
        ["DisplayName"] = Label(table.Labels),
        ["DisplayCollectionName"] = Label(table.PluralLabels),
    };

    /// <summary>With the selected properties only, and the expanded columns.</summary>
    private static JObject Chosen(JObject json, MetadataCatalog catalog, ApiRequest request)
    {
        var table = catalog.Table((string)json["LogicalName"]!);
        if (request.Options.GetValueOrDefault("$select") is { } select)
        {
            var wanted = select.Split(',').Append("MetadataId").ToHashSet(StringComparer.Ordinal);
            foreach (var property in json.Properties().Where(property => !wanted.Contains(property.Name)).ToList())
            {
                property.Remove();
            }
        }

        if (request.Options.GetValueOrDefault("$expand")?.StartsWith("Attributes", StringComparison.Ordinal) == true)
        {
            json["Attributes"] = new JArray(table.Columns.Select(column => Column(table, column)));
        }

        return json;
    }

    private static JObject Column(TableDefinition table, ColumnDefinition column) => new()
    {
        ["MetadataId"] = StableId.Of("attribute", table.LogicalName + "." + column.LogicalName).ToString("D"),
        ["LogicalName"] = column.LogicalName,
        ["SchemaName"] = column.SchemaName,
        ["AttributeType"] = TypeOf(column.Kind),
        ["EntityLogicalName"] = table.LogicalName,
        ["DisplayName"] = Label(column.Labels),
        ["RequiredLevel"] = new JObject { ["Value"] = column.RequiredLevel },
        ["MaxLength"] = column.MaximumLength > 0 ? column.MaximumLength : null,
        ["Targets"] = column.IsLookup ? new JArray(column.Targets) : null,
        ["OptionSet"] = column.OptionSet is null ? null : new JObject
        {
            ["Name"] = column.OptionSet.Name,
            ["Options"] = new JArray(column.OptionSet.Options.Select(option => new JObject { ["Value"] = option.Value, ["State"] = option.State, ["Label"] = Label(option.Labels) })),
        },
    };

    private static JObject Label(Labels labels) => new()
    {
        ["LocalizedLabels"] = new JArray(labels.Texts.Select(text => new JObject { ["Label"] = text.Value, ["LanguageCode"] = text.Key })),
        ["UserLocalizedLabel"] = labels.Texts.Count == 0 ? null : new JObject { ["Label"] = labels.In(Labels.English), ["LanguageCode"] = Labels.English },
    };

    private static string TypeOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Key or ColumnKind.UniqueId => "Uniqueidentifier",
        ColumnKind.Text => "String",
        ColumnKind.BigInteger => "BigInt",
        ColumnKind.Choice => "Picklist",
        ColumnKind.Choices => "Virtual",
        ColumnKind.TableName => "EntityName",
        _ => kind.ToString(),
    };
}
