namespace CrmEmulator.Metadata;

/// <summary>A catalogue being built from another one plus an import.</summary>
internal sealed class CatalogDraft
{
    public CatalogDraft()
    {
    }

    public CatalogDraft(CatalogState state)
    {
        foreach (var table in state.Tables.Values.OrderBy(table => table.ObjectTypeCode))
        {
            Tables[table.LogicalName] = new TableDraft(table);
        }

        OptionSets = new(state.OptionSets, StringComparer.Ordinal);
        OneToMany = new(state.OneToMany, StringComparer.OrdinalIgnoreCase);
        ManyToMany = new(state.ManyToMany, StringComparer.OrdinalIgnoreCase);
        Content = state.Content;
    }

    public OrderedDictionary<string, TableDraft> Tables { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, OptionSetDefinition> OptionSets { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, OneToManyRelationship> OneToMany { get; } = new(StringComparer.OrdinalIgnoreCase);

    public Dictionary<string, ManyToManyRelationship> ManyToMany { get; } = new(StringComparer.OrdinalIgnoreCase);

    public SolutionContent Content { get; set; } = new();
}
