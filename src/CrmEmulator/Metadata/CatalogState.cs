using System.Collections.Frozen;
using System.Collections.Immutable;

namespace CrmEmulator.Metadata;

/// <summary>Everything the organisation knows at one moment; swapped as a whole by an import.</summary>
internal sealed class CatalogState
{
    public CatalogState(CatalogDraft draft)
    {
        Tables = draft.Tables.Values.Select(table => new TableDefinition(table)).ToFrozenDictionary(table => table.LogicalName, StringComparer.Ordinal);
        BySetName = Tables.Values.Where(table => !table.IsIntersect).ToFrozenDictionary(table => table.SetName, StringComparer.Ordinal);
        OptionSets = draft.OptionSets.ToFrozenDictionary(StringComparer.Ordinal);
        OneToMany = draft.OneToMany.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        ManyToMany = draft.ManyToMany.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        Referencing = OneToMany.Values.GroupBy(one => one.ReferencingTable).ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal);
        Referenced = OneToMany.Values.GroupBy(one => one.ReferencedTable).ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal);
        Content = draft.Content;
    }

    public FrozenDictionary<string, TableDefinition> Tables { get; }

    public FrozenDictionary<string, TableDefinition> BySetName { get; }

    public FrozenDictionary<string, OptionSetDefinition> OptionSets { get; }

    public FrozenDictionary<string, OneToManyRelationship> OneToMany { get; }

    public FrozenDictionary<string, ManyToManyRelationship> ManyToMany { get; }

    public FrozenDictionary<string, ImmutableArray<OneToManyRelationship>> Referencing { get; }

    public FrozenDictionary<string, ImmutableArray<OneToManyRelationship>> Referenced { get; }

    public SolutionContent Content { get; }
}

/// <summary>What solutions bring besides tables, by id or name so that a later import replaces the earlier.</summary>
public sealed record SolutionContent
{
    public ImmutableSortedDictionary<string, SolutionDefinition> Solutions { get; init; } = ImmutableSortedDictionary<string, SolutionDefinition>.Empty;

    public ImmutableSortedDictionary<Guid, PlugInAssemblyDefinition> Assemblies { get; init; } = ImmutableSortedDictionary<Guid, PlugInAssemblyDefinition>.Empty;

    public ImmutableSortedDictionary<string, PlugInTypeDefinition> PlugInTypes { get; init; } = ImmutableSortedDictionary<string, PlugInTypeDefinition>.Empty.WithComparers(StringComparer.Ordinal);

    public ImmutableSortedDictionary<Guid, StepDefinition> Steps { get; init; } = ImmutableSortedDictionary<Guid, StepDefinition>.Empty;

    public ImmutableSortedDictionary<string, WebResourceDefinition> WebResources { get; init; } = ImmutableSortedDictionary<string, WebResourceDefinition>.Empty.WithComparers(StringComparer.Ordinal);

    public ImmutableSortedDictionary<Guid, ViewDefinition> Views { get; init; } = ImmutableSortedDictionary<Guid, ViewDefinition>.Empty;

    public ImmutableSortedDictionary<Guid, FormDefinition> Forms { get; init; } = ImmutableSortedDictionary<Guid, FormDefinition>.Empty;

    public ImmutableSortedDictionary<Guid, ChartDefinition> Charts { get; init; } = ImmutableSortedDictionary<Guid, ChartDefinition>.Empty;

    public ImmutableSortedDictionary<Guid, RoleDefinition> Roles { get; init; } = ImmutableSortedDictionary<Guid, RoleDefinition>.Empty;

    public ImmutableSortedDictionary<Guid, FieldSecurityProfileDefinition> FieldSecurityProfiles { get; init; } = ImmutableSortedDictionary<Guid, FieldSecurityProfileDefinition>.Empty;

    public ImmutableSortedDictionary<Guid, WorkflowDefinition> Workflows { get; init; } = ImmutableSortedDictionary<Guid, WorkflowDefinition>.Empty;

    /// <summary>RibbonDiffXml by table; the application ribbon stands under the empty name.</summary>
    public ImmutableSortedDictionary<string, string> Ribbons { get; init; } = ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>Site maps and app modules, by unique name, their XML kept as it came.</summary>
    public ImmutableSortedDictionary<string, string> AppModules { get; init; } = ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal);

    public ImmutableSortedDictionary<string, string> SiteMaps { get; init; } = ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal);
}
