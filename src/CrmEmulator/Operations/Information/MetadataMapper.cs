using System.Collections.Concurrent;
using System.Reflection;
using CrmEmulator.Metadata;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Metadata;

namespace CrmEmulator.Operations.Information;

/// <summary>Puts the catalogue into the SDK's metadata classes; the platform may set what a client cannot.</summary>
internal static class MetadataMapper
{
    // Kept, because the runtime forgets what it knows of a type at some collections and would compile each setter's call anew:
    // forty a second, after half a million messages of a bulk.
    private static readonly ConcurrentDictionary<(Type Type, string Property), MethodInvoker> Setters = new();

    public static EntityMetadata Table(TableDefinition table, EntityFilters filters, MetadataCatalog catalog)
    {
        var metadata = new EntityMetadata
        {
            MetadataId = StableId.Of("entity", table.LogicalName),
            LogicalName = table.LogicalName,
            SchemaName = table.SchemaName,
            EntitySetName = table.SetName,
            LogicalCollectionName = table.SetName,
            DisplayName = Label(table.Labels),
            DisplayCollectionName = Label(table.PluralLabels),
            IsActivity = table.IsActivity,
            IsActivityParty = table.IsActivityParty,
            HasNotes = table.HasNotes,
            IsValidForQueue = new BooleanManagedProperty(table.IsQueueEnabled),
            OwnershipType = table.Ownership switch
            {
                Ownership.User => OwnershipTypes.UserOwned,
                Ownership.Organization => OwnershipTypes.OrganizationOwned,
                Ownership.BusinessUnit => OwnershipTypes.BusinessOwned,
                _ => OwnershipTypes.None,
            },
        };
        Set(metadata, nameof(metadata.ObjectTypeCode), table.ObjectTypeCode);
        Set(metadata, nameof(metadata.PrimaryIdAttribute), table.PrimaryKey.LogicalName);
        Set(metadata, nameof(metadata.PrimaryNameAttribute), table.PrimaryName?.LogicalName);
        Set(metadata, nameof(metadata.IsCustomEntity), table.IsCustom);
        Set(metadata, nameof(metadata.IsIntersect), table.IsIntersect);
        Set(metadata, nameof(metadata.IsOptimisticConcurrencyEnabled), table.Version is not null);
        Set(metadata, nameof(metadata.IsStateModelAware), table.State is not null);
        Set(metadata, nameof(metadata.Keys), table.Keys.Select(key => Key(table, key)).ToArray());
        if (filters.HasFlag(EntityFilters.Attributes))
        {
            Set(metadata, nameof(metadata.Attributes), table.Columns.Select(column => ColumnMapper.Column(table, column)).ToArray());
        }

        if (filters.HasFlag(EntityFilters.Relationships))
        {
            Set(metadata, nameof(metadata.OneToManyRelationships), catalog.ChildrenOf(table.LogicalName).Select(Relationship).ToArray());
            Set(metadata, nameof(metadata.ManyToOneRelationships), catalog.LookupsOf(table.LogicalName).Select(Relationship).ToArray());
            Set(metadata, nameof(metadata.ManyToManyRelationships), catalog.ManyToManyRelationships.Where(one => one.FirstTable == table.LogicalName || one.SecondTable == table.LogicalName).Select(Relationship).ToArray());
        }

        return metadata;
    }

    public static OneToManyRelationshipMetadata Relationship(OneToManyRelationship relationship) => new()
    {
        MetadataId = StableId.Of("relationship", relationship.SchemaName),
        SchemaName = relationship.SchemaName,
        ReferencedEntity = relationship.ReferencedTable,
        ReferencedAttribute = relationship.ReferencedColumn,
        ReferencingEntity = relationship.ReferencingTable,
        ReferencingAttribute = relationship.ReferencingColumn,
        ReferencedEntityNavigationPropertyName = relationship.CollectionNavigation,
        ReferencingEntityNavigationPropertyName = relationship.LookupNavigation,
        IsCustomRelationship = relationship.IsCustom,
        IsHierarchical = relationship.IsHierarchical,
        CascadeConfiguration = new CascadeConfiguration
        {
            Assign = (CascadeType)relationship.Assign,
            Delete = (CascadeType)relationship.Delete,
            Merge = (CascadeType)relationship.Merge,
            Reparent = (CascadeType)relationship.Reparent,
            Share = (CascadeType)relationship.Share,
            Unshare = (CascadeType)relationship.Unshare,
        },
    };

    public static ManyToManyRelationshipMetadata Relationship(ManyToManyRelationship relationship) => new()
    {
        MetadataId = StableId.Of("relationship", relationship.SchemaName),
        SchemaName = relationship.SchemaName,
        IntersectEntityName = relationship.IntersectTable,
        Entity1LogicalName = relationship.FirstTable,
        Entity1IntersectAttribute = relationship.FirstColumn,
        Entity1NavigationPropertyName = relationship.FirstNavigation,
        Entity2LogicalName = relationship.SecondTable,
        Entity2IntersectAttribute = relationship.SecondColumn,
        Entity2NavigationPropertyName = relationship.SecondNavigation,
        IsCustomRelationship = relationship.IsCustom,
    };

    public static Label Label(Labels labels)
    {
        var localized = labels.Texts.Select(text => new LocalizedLabel(text.Value, text.Key)).ToArray();
        return localized.Length == 0 ? new Label() : new Label(localized.FirstOrDefault(one => one.LanguageCode == Labels.English) ?? localized[0], localized);
    }

    /// <summary>Sets a property whose setter the SDK keeps to itself.</summary>
    public static void Set<T>(T target, string property, object? value)
        where T : notnull =>
        Setters.GetOrAdd((typeof(T), property), key => MethodInvoker.Create(key.Type.GetProperty(key.Property)!.GetSetMethod(nonPublic: true)!)).Invoke(target, value);

    private static EntityKeyMetadata Key(TableDefinition table, AlternateKey key)
    {
        var metadata = new EntityKeyMetadata { MetadataId = StableId.Of("key", table.LogicalName + "." + key.Name), LogicalName = key.Name, SchemaName = key.Name, KeyAttributes = [.. key.Columns] };
        Set(metadata, nameof(metadata.EntityLogicalName), table.LogicalName);
        Set(metadata, nameof(metadata.EntityKeyIndexStatus), EntityKeyIndexStatus.Active);
        return metadata;
    }
}
