namespace CrmEmulator.Metadata;

/// <summary>A table while it is being described or changed; sealed into a <see cref="TableDefinition"/>.</summary>
internal sealed class TableDraft
{
    public TableDraft(string schemaName)
    {
        SchemaName = schemaName;
        LogicalName = schemaName.ToLowerInvariant();
        SetName = LogicalName + "s";
        PrimaryKey = LogicalName + "id";
    }

    public TableDraft(TableDefinition table)
        : this(table.SchemaName)
    {
        SetName = table.SetName;
        ObjectTypeCode = table.ObjectTypeCode;
        Ownership = table.Ownership;
        IsActivity = table.IsActivity;
        IsCustom = table.IsCustom;
        IsIntersect = table.IsIntersect;
        IsActivityParty = table.IsActivityParty;
        HasNotes = table.HasNotes;
        IsQueueEnabled = table.IsQueueEnabled;
        IsReadOnly = table.IsReadOnly;
        PrivilegeName = table.PrivilegeName;
        Labels = table.Labels;
        PluralLabels = table.PluralLabels;
        PrimaryKey = table.PrimaryKey.LogicalName;
        PrimaryName = table.PrimaryName?.LogicalName;
        Keys.AddRange(table.Keys);
        foreach (var column in table.Columns)
        {
            Columns[column.LogicalName] = column;
        }
    }

    public string LogicalName { get; }

    public string SchemaName { get; }

    public string SetName { get; set; }

    public int ObjectTypeCode { get; set; }

    public Ownership Ownership { get; set; }

    public bool IsActivity { get; set; }

    public bool IsCustom { get; set; }

    public bool IsIntersect { get; set; }

    public bool IsActivityParty { get; set; }

    public bool HasNotes { get; set; }

    public bool IsQueueEnabled { get; set; }

    public bool IsReadOnly { get; set; }

    public string? PrivilegeName { get; set; }

    public Labels Labels { get; set; } = Labels.None;

    public Labels PluralLabels { get; set; } = Labels.None;

    public string PrimaryKey { get; set; }

    public string? PrimaryName { get; set; }

    public OrderedDictionary<string, ColumnDefinition> Columns { get; } = new(StringComparer.Ordinal);

    public List<AlternateKey> Keys { get; } = [];

    public void Add(ColumnDefinition column) => Columns[column.LogicalName] = column;

    public void AddIfMissing(ColumnDefinition column) => Columns.TryAdd(column.LogicalName, column);

    /// <summary>Widens a lookup to one more table.</summary>
    public void AddTarget(string column, string target)
    {
        if (Columns.TryGetValue(column, out var lookup) && lookup.IsLookup && !lookup.Targets.Contains(target))
        {
            Columns[column] = lookup with { Targets = [.. lookup.Targets, target] };
        }
    }
}
