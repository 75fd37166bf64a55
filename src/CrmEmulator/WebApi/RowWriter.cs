using System.Globalization;
using CrmEmulator.Metadata;
using Microsoft.Xrm.Sdk;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CrmEmulator.WebApi;

/// <summary>Writes rows as the Web API shows them, with the annotations the client asked for.</summary>
internal sealed class RowWriter(MetadataCatalog catalog, ApiRequest request)
{
    private const string Formatted = "OData.Community.Display.V1.FormattedValue";
    private const string LookupTable = "Microsoft.Dynamics.CRM.lookuplogicalname";
    private const string LookupNavigation = "Microsoft.Dynamics.CRM.associatednavigationproperty";

    private readonly bool formatted = request.WantsAnnotation(Formatted);
    private readonly bool lookupTable = request.WantsAnnotation(LookupTable);
    private readonly bool lookupNavigation = request.WantsAnnotation(LookupNavigation);

    /// <summary>The row with these columns, present or null; its key always comes along.</summary>
    public JObject Write(Entity row, TableDefinition table, IEnumerable<ColumnDefinition> columns) => Tree(json =>
    {
        Begin(json, row);
        foreach (var column in columns)
        {
            if (column.Kind != ColumnKind.PartyList && column != table.PrimaryKey)
            {
                Put(json, ColumnNames.Of(column), table, column, row.Attributes.GetValueOrNull(column.LogicalName), row.FormattedValues, column.LogicalName);
            }
        }

        End(json, row, table);
    });

    /// <summary>A row of a FetchXML answer: what is in it, linked columns under their alias.</summary>
    public JObject WriteFetched(Entity row, TableDefinition table) => Tree(json => WriteFetched(json, row, table));

    /// <summary>The same as text: a page of rows that nobody looks into needs no tree.</summary>
    public JRaw WriteFetchedText(Entity row, TableDefinition table)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var json = new JsonTextWriter(text))
        {
            WriteFetched(json, row, table);
        }

        return new JRaw(text.ToString());
    }

    private static JObject Tree(Action<JsonWriter> write)
    {
        using var json = new JTokenWriter();
        write(json);
        return (JObject)json.Token!;
    }

    private static void Begin(JsonWriter json, Entity row)
    {
        json.WriteStartObject();
        if (row.RowVersion is { } version)
        {
            json.WritePropertyName("@odata.etag");
            json.WriteValue($"W/\"{version}\"");
        }
    }

    private static void End(JsonWriter json, Entity row, TableDefinition table)
    {
        json.WritePropertyName(table.PrimaryKey.LogicalName);
        json.WriteValue(row.Id.ToString("D"));
        json.WriteEndObject();
    }

    private void WriteFetched(JsonWriter json, Entity row, TableDefinition table)
    {
        Begin(json, row);
        var hasKey = false;
        foreach (var (key, value) in row.Attributes)
        {
            if (value is AliasedValue aliased)
            {
                var owner = catalog.FindTable(aliased.EntityLogicalName);
                Put(json, key.Replace(".", "_x002e_", StringComparison.Ordinal), owner ?? table, owner?.FindColumn(aliased.AttributeLogicalName), aliased.Value, row.FormattedValues, key);
            }
            else if (table.FindColumn(key) is { } column && column.Kind != ColumnKind.PartyList)
            {
                Put(json, ColumnNames.Of(column), table, column, value, row.FormattedValues, key);
            }

            hasKey |= key == table.PrimaryKey.LogicalName;
        }

        if (row.Id != Guid.Empty && !hasKey)
        {
            End(json, row, table);
        }
        else
        {
            json.WriteEndObject();
        }
    }

    private void Put(JsonWriter json, string name, TableDefinition table, ColumnDefinition? column, object? value, FormattedValueCollection texts, string key)
    {
        if (value is not null && formatted && texts.TryGetValue(key, out var text))
        {
            json.WritePropertyName($"{name}@{Formatted}");
            json.WriteValue(text);
        }

        if (value is EntityReference reference)
        {
            if (lookupTable)
            {
                json.WritePropertyName($"{name}@{LookupTable}");
                json.WriteValue(reference.LogicalName);
            }

            if (lookupNavigation && column is not null && NavigationOf(table, column, reference.LogicalName) is { } navigation)
            {
                json.WritePropertyName($"{name}@{LookupNavigation}");
                json.WriteValue(navigation);
            }
        }

        json.WritePropertyName(name);
        ValueJson.ToJson(column, value).WriteTo(json);
    }

    private string? NavigationOf(TableDefinition table, ColumnDefinition column, string target) =>
        catalog.LookupsOf(table.LogicalName).FirstOrDefault(one => one.ReferencingColumn == column.LogicalName && one.ReferencedTable == target)?.LookupNavigation;
}

/// <summary>Reading columns that may be missing.</summary>
internal static class AttributeReading
{
    public static object? GetValueOrNull(this AttributeCollection attributes, string name) => attributes.TryGetValue(name, out var value) ? value : null;
}
