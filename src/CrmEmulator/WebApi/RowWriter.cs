using CrmEmulator.Metadata;
using Microsoft.Xrm.Sdk;
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
    public JObject Write(Entity row, TableDefinition table, IEnumerable<ColumnDefinition> columns)
    {
        var json = new JObject();
        if (row.RowVersion is { } version)
        {
            json["@odata.etag"] = $"W/\"{version}\"";
        }

        foreach (var column in columns)
        {
            if (column.Kind != ColumnKind.PartyList && column != table.PrimaryKey)
            {
                Put(json, ColumnNames.Of(column), table, column, row.Attributes.GetValueOrNull(column.LogicalName), row.FormattedValues, column.LogicalName);
            }
        }

        json[table.PrimaryKey.LogicalName] = row.Id.ToString("D");
        return json;
    }

    /// <summary>A row of a FetchXML answer: what is in it, linked columns under their alias.</summary>
    public JObject WriteFetched(Entity row, TableDefinition table)
    {
        var json = new JObject();
        if (row.RowVersion is { } version)
        {
            json["@odata.etag"] = $"W/\"{version}\"";
        }

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
        }

        if (row.Id != Guid.Empty && !json.ContainsKey(table.PrimaryKey.LogicalName))
        {
            json[table.PrimaryKey.LogicalName] = row.Id.ToString("D");
        }

        return json;
    }

    private void Put(JObject json, string name, TableDefinition table, ColumnDefinition? column, object? value, FormattedValueCollection texts, string key)
    {
        if (value is not null && formatted && texts.TryGetValue(key, out var text))
        {
            json[$"{name}@{Formatted}"] = text;
        }

        if (value is EntityReference reference)
        {
            if (lookupTable)
            {
                json[$"{name}@{LookupTable}"] = reference.LogicalName;
            }

            if (lookupNavigation && column is not null && NavigationOf(table, column, reference.LogicalName) is { } navigation)
            {
                json[$"{name}@{LookupNavigation}"] = navigation;
            }
        }

        json[name] = ValueJson.ToJson(column, value);
    }

    private string? NavigationOf(TableDefinition table, ColumnDefinition column, string target) =>
        catalog.LookupsOf(table.LogicalName).FirstOrDefault(one => one.ReferencingColumn == column.LogicalName && one.ReferencedTable == target)?.LookupNavigation;
}

/// <summary>Reading columns that may be missing.</summary>
internal static class AttributeReading
{
    public static object? GetValueOrNull(this AttributeCollection attributes, string name) => attributes.TryGetValue(name, out var value) ? value : null;
}
