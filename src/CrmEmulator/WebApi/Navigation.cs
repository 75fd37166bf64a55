using CrmEmulator.Metadata;

namespace CrmEmulator.WebApi;

/// <summary>Where a navigation property of a table leads.</summary>
internal abstract record Navigation(string Name, string Target)
{
    /// <summary>A lookup, to one of its tables.</summary>
    public sealed record Single(string Name, string Target, OneToManyRelationship Relationship) : Navigation(Name, Target);

    /// <summary>Rows that point at this one.</summary>
    public sealed record Many(string Name, string Target, OneToManyRelationship Relationship) : Navigation(Name, Target);

    /// <summary>Rows joined through an intersect table.</summary>
    public sealed record Joined(string Name, string Target, ManyToManyRelationship Relationship, string OwnColumn, string OtherColumn) : Navigation(Name, Target);

    public static Navigation? Find(MetadataCatalog catalog, TableDefinition table, string name)
    {
        foreach (var lookup in catalog.LookupsOf(table.LogicalName))
        {
            if (lookup.LookupNavigation == name)
            {
                return new Single(name, lookup.ReferencedTable, lookup);
            }
        }

        foreach (var child in catalog.ChildrenOf(table.LogicalName))
        {
            if (child.CollectionNavigation == name)
            {
                return new Many(name, child.ReferencingTable, child);
            }
        }

        var joined = catalog.ManyToManyRelationships.FirstOrDefault(one =>
            (one.FirstTable == table.LogicalName && one.FirstNavigation == name) || (one.SecondTable == table.LogicalName && one.SecondNavigation == name));
        return joined switch
        {
            null => null,
            _ when joined.FirstTable == table.LogicalName => new Joined(name, joined.SecondTable, joined, joined.FirstColumn, joined.SecondColumn),
            _ => new Joined(name, joined.FirstTable, joined, joined.SecondColumn, joined.FirstColumn),
        };
    }

    /// <exception cref="ApiException">The table has no such property.</exception>
    public static Navigation Of(MetadataCatalog catalog, TableDefinition table, string name) =>
        Find(catalog, table, name) ?? throw ApiException.PropertyUnknown(name, table.LogicalName);
}
