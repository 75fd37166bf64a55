using System.Collections.Immutable;
using CrmEmulator.Faults;

namespace CrmEmulator.Metadata;

/// <summary>What the organisation knows about its tables, relationships, steps and pages. Safe to read from any thread.</summary>
public sealed class MetadataCatalog
{
    private volatile CatalogState state;

    internal MetadataCatalog(CatalogState state) => this.state = state;

    /// <summary>Rises with every import; what is derived from the catalogue is stale when it differs.</summary>
    public int Version { get; private set; }

    public IEnumerable<TableDefinition> Tables => state.Tables.Values;

    public IEnumerable<OptionSetDefinition> OptionSets => state.OptionSets.Values;

    public IEnumerable<OneToManyRelationship> OneToManyRelationships => state.OneToMany.Values;

    public IEnumerable<ManyToManyRelationship> ManyToManyRelationships => state.ManyToMany.Values;

    /// <summary>Assemblies, steps, web resources, views, forms, roles … of all imported solutions.</summary>
    public SolutionContent Content => state.Content;

    internal CatalogState State => state;

    /// <summary>The table of that logical name.</summary>
    /// <exception cref="System.ServiceModel.FaultException{T}">There is none (0x80041102).</exception>
    public TableDefinition Table(string logicalName) =>
        logicalName is not null && state.Tables.TryGetValue(logicalName, out var table) ? table : throw Fault.TableUnknown(logicalName);

    public TableDefinition? FindTable(string logicalName) => state.Tables.GetValueOrDefault(logicalName);

    public TableDefinition? FindTableByCode(long code) => Tables.FirstOrDefault(table => table.ObjectTypeCode == code);

    public TableDefinition? FindTableBySetName(string setName) => state.BySetName.GetValueOrDefault(setName);

    public OneToManyRelationship? FindOneToMany(string schemaName) => state.OneToMany.GetValueOrDefault(schemaName);

    public ManyToManyRelationship? FindManyToMany(string schemaName) => state.ManyToMany.GetValueOrDefault(schemaName);

    public OptionSetDefinition? FindOptionSet(string name) => state.OptionSets.GetValueOrDefault(name);

    /// <summary>Relationships whose many is the table.</summary>
    public ImmutableArray<OneToManyRelationship> LookupsOf(string table) =>
        state.Referencing.TryGetValue(table, out var found) ? found : [];

    /// <summary>Relationships whose one is the table.</summary>
    public ImmutableArray<OneToManyRelationship> ChildrenOf(string table) =>
        state.Referenced.TryGetValue(table, out var found) ? found : [];

    internal void Replace(CatalogState next)
    {
        state = next;
        Version++;
    }
}
