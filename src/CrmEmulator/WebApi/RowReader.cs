using CrmEmulator.Metadata;
using Microsoft.Xrm.Sdk;
using Newtonsoft.Json.Linq;

namespace CrmEmulator.WebApi;

/// <summary>Reads what a client sends for a row: columns, lookups by @odata.bind, parties and rows to create along with it.</summary>
internal sealed class RowReader(MetadataCatalog catalog)
{
    private static readonly Dictionary<int, string> PartyColumns = new()
    {
        [1] = "from", [2] = "to", [3] = "cc", [4] = "bcc", [5] = "requiredattendees", [6] = "optionalattendees", [7] = "organizer", [10] = "resources", [11] = "customers",
    };

    private readonly EntityAddress addresses = new(catalog);

    /// <exception cref="ApiException">An unknown property or a value that does not fit.</exception>
    public Entity Read(JObject json, TableDefinition table)
    {
        var row = new Entity(table.LogicalName);
        foreach (var property in json.Properties())
        {
            ReadProperty(property, table, row);
        }

        return row;
    }

    private void ReadProperty(JProperty property, TableDefinition table, Entity row)
    {
        const string Bind = "@odata.bind";
        if (property.Name.EndsWith(Bind, StringComparison.Ordinal))
        {
            BindLookup(property.Name[..^Bind.Length], property.Value, table, row);
        }
        else if (property.Name.Contains('@', StringComparison.Ordinal))
        {
            return;
        }
        else if (ColumnNames.Find(table, property.Name) is { } column && column.Kind != ColumnKind.PartyList)
        {
            if (column == table.PrimaryKey)
            {
                row.Id = (Guid)ValueJson.FromJson(column, property.Value)!;
            }

            row[column.LogicalName] = ValueJson.FromJson(column, property.Value);
        }
        else
        {
            ReadNavigation(property, table, row);
        }
    }

    private void BindLookup(string name, JToken value, TableDefinition table, Entity row)
    {
        var navigation = Navigation.Find(catalog, table, name);
        var column = navigation switch
        {
            Navigation.Single single => single.Relationship.ReferencingColumn,
            null when table.FindColumn(name) is { IsLookup: true } open => open.LogicalName,
            null => throw ApiException.PropertyUnknown(name, table.LogicalName),
            _ => throw ApiException.BadRequest($"'{name}' is a collection; @odata.bind is for lookups."),
        };
        if (value.Type == JTokenType.Null)
        {
            row[column] = null;
            return;
        }

        var reference = addresses.Parse(value.ToString());
        if (navigation is not null && reference.LogicalName != navigation.Target && table.Column(column).Kind != ColumnKind.Owner)
        {
            throw ApiException.BadRequest($"'{name}' leads to {navigation.Target}, not to {reference.LogicalName}.");
        }

        row[column] = reference;
    }

    private void ReadNavigation(JProperty property, TableDefinition table, Entity row)
    {
        var navigation = Navigation.Of(catalog, table, property.Name);
        var target = catalog.Table(navigation.Target);
        switch (navigation)
        {
            case Navigation.Many when target.LogicalName == Navigation.PartyTable && property.Value is JArray parties:
                ReadParties(parties, target, table, row);
                break;
            case Navigation.Many many when property.Value is JArray rows:
                row.RelatedEntities[new Relationship(many.Relationship.SchemaName)] = new EntityCollection([.. rows.Cast<JObject>().Select(one => Read(one, target))]);
                break;
            case Navigation.Joined joined when property.Value is JArray rows:
                row.RelatedEntities[new Relationship(joined.Relationship.SchemaName)] = new EntityCollection([.. rows.Cast<JObject>().Select(one => Read(one, target))]);
                break;
            case Navigation.Single single when property.Value.Type == JTokenType.Null:
                row[single.Relationship.ReferencingColumn] = null;
                break;
            default:
                throw ApiException.NotSupported($"A value of this kind for '{property.Name}' is not supported.");
        }
    }

    /// <summary>Parties go into the party list columns of the activity, by their participation type; a list of which there is no party becomes empty.</summary>
    private void ReadParties(JArray parties, TableDefinition partyTable, TableDefinition table, Entity row)
    {
        foreach (var list in PartyColumns.Values.Where(name => table.FindColumn(name) is { Kind: ColumnKind.PartyList }))
        {
            row[list] = new EntityCollection { EntityName = partyTable.LogicalName };
        }

        foreach (var json in parties.Cast<JObject>())
        {
            var party = Read(json, partyTable);
            var mask = (json["participationtypemask"] ?? throw ApiException.BadRequest("A party needs participationtypemask.")).Value<int>();
            if (!PartyColumns.TryGetValue(mask, out var name) || table.FindColumn(name) is not { Kind: ColumnKind.PartyList })
            {
                throw ApiException.BadRequest($"The table {table.LogicalName} takes no party with participationtypemask {mask}.");
            }

            party.Attributes.Remove("participationtypemask");
            row.GetAttributeValue<EntityCollection>(name).Entities.Add(party);
        }
    }
}
