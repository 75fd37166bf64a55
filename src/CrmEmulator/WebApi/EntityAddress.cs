using CrmEmulator.Metadata;
using Microsoft.Xrm.Sdk;
using Newtonsoft.Json.Linq;

namespace CrmEmulator.WebApi;

/// <summary>Addresses of rows: "/contacts(…)", absolute, or by alternate key.</summary>
internal sealed class EntityAddress(MetadataCatalog catalog)
{
    /// <exception cref="ApiException">The address names no row.</exception>
    public EntityReference Parse(string address)
    {
        var at = address.IndexOf("/api/data/v", StringComparison.OrdinalIgnoreCase);
        var path = at < 0 ? address : address[(at + "/api/data/v".Length)..];
        path = at < 0 ? path : path[(path.IndexOf('/') + 1)..];
        var segment = ODataSegment.Parse(Uri.UnescapeDataString(path.Trim('/'))).Single();
        return Of(Table(segment.Name), segment);
    }

    /// <summary>The row that a segment like contacts(guid) or accounts(number='7') names.</summary>
    public EntityReference Of(TableDefinition table, ODataSegment segment)
    {
        if (segment.Key is not { } key)
        {
            throw ApiException.BadRequest($"'{segment.Name}' names a set where a row is needed.");
        }

        if (key.Count == 1 && key[0].Name.Length == 0)
        {
            return key[0].Value is Guid id
                ? new EntityReference(table.LogicalName, id)
                : throw ApiException.BadRequest($"'{key[0].Value}' is no identifier of a row of {segment.Name}.");
        }

        var keys = new KeyAttributeCollection();
        foreach (var (name, value) in key)
        {
            var column = ColumnNames.Require(table, name);
            keys[column.LogicalName] = value is null ? null! : column.IsLookup ? value : ValueJson.FromJson(column, JToken.FromObject(value))!;
        }

        return keys.Count == 1 && keys.TryGetValue(table.PrimaryKey.LogicalName, out var given) && given is Guid primary
            ? new EntityReference(table.LogicalName, primary)
            : new EntityReference(table.LogicalName, keys);
    }

    public TableDefinition Table(string setName) => catalog.FindTableBySetName(setName) ?? throw ApiException.SegmentUnknown(setName);
}
