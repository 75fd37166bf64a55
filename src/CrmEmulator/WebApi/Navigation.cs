using CrmEmulator.Metadata;

namespace CrmEmulator.WebApi;

/// <summary>Where a navigation property of a table leads.</summary>
internal abstract record Navigation(string Name, string Target)
{
    public const string PartyTable = "activityparty";

    /// <summary>A lookup, to one of its tables.</summary>
    public sealed record Single(string Name, string Target, OneToManyRelationship Relationship) : Navigation(Name, Target);

    /// <summary>Rows that point at this one.</summary>
    public sealed record Many(string Name, string Target, OneToManyRelationship Relationship) : Navigation(Name, Target);

    /// <summary>Rows joined through an intersect table.</summary>
    public sealed record Joined(string Name, string Target, ManyToManyRelationship Relationship, string OwnColumn, string OtherColumn) : Navigation(Name, Target);

    public static Navigation? Find(MetadataCatalog catalog, TableDefinition table, string name)
    {
        if (table.IsActivity && name == PartiesOf(table))
        {
            return new Many(name, PartyTable, Parties(table));
        }

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
            null => Unrelated(catalog, table, name),
            _ when joined.FirstTable == table.LogicalName => new Joined(name, joined.SecondTable, joined, joined.FirstColumn, joined.SecondColumn),
            _ => new Joined(name, joined.FirstTable, joined, joined.SecondColumn, joined.FirstColumn),
        };
    }

    /// <summary>The property of an activity that holds its parties.</summary>
    public static string PartiesOf(TableDefinition activity) => activity.LogicalName + "_activity_parties";

    /// <exception cref="ApiException">The table has no such property.</exception>
    public static Navigation Of(MetadataCatalog catalog, TableDefinition table, string name) =>
        Find(catalog, table, name) ?? throw ApiException.PropertyUnknown(name, table.LogicalName);

    /// <summary>A lookup that may point at several tables and has no relationship of its own: column_table.</summary>
    private static Single? Unrelated(MetadataCatalog catalog, TableDefinition table, string name)
    {
        foreach (var column in table.Columns.Where(column => column.IsLookup && name.StartsWith(column.LogicalName + "_", StringComparison.Ordinal)))
        {
            var target = name[(column.LogicalName.Length + 1)..];
            if ((column.Targets.Count == 0 || column.Targets.Contains(target)) && catalog.FindTable(target) is { } other)
            {
                return new Single(name, target, new OneToManyRelationship
                {
                    SchemaName = name,
                    ReferencedTable = target,
                    ReferencedColumn = other.PrimaryKey.LogicalName,
                    ReferencingTable = table.LogicalName,
                    ReferencingColumn = column.LogicalName,
                    LookupNavigation = name,
                    CollectionNavigation = string.Empty,
                });
            }
        }

        return null;
    }

    private static OneToManyRelationship Parties(TableDefinition activity) => new()
    {
        SchemaName = PartiesOf(activity),
        ReferencedTable = activity.LogicalName,
        ReferencedColumn = activity.PrimaryKey.LogicalName,
        ReferencingTable = PartyTable,
        ReferencingColumn = "activityid",
        LookupNavigation = "activityid_" + activity.LogicalName,
        CollectionNavigation = PartiesOf(activity),
    };
}
