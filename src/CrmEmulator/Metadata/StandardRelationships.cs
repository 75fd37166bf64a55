namespace CrmEmulator.Metadata;

/// <summary>Gives the lookups of the embedded descriptions their relationships.</summary>
internal static class StandardRelationships
{
    private static readonly HashSet<string> Activities = ["campaignactivity", "email", "fax", "letter", "phonecall", "task", "appointment", "activitypointer"];

    public static void Add(CatalogDraft draft, TableDraft table, ColumnDefinition column, string[] words)
    {
        var names = Option(words, "rel=")?.Split(',');
        var parental = words.Contains("parental");
        var delete = Option(words, "del=") is { } rule ? Enum.Parse<CascadeRule>(rule) : parental ? CascadeRule.Cascade : CascadeRule.RemoveLink;
        for (var index = 0; index < column.Targets.Count; index++)
        {
            var target = column.Targets[index];
            var name = names is not null ? names[index]
                : words.Contains("plural") ? $"{SchemaOf(draft, target)}_{table.PluralLabels.In(Labels.English).Replace(" ", string.Empty)}"
                : $"{target}_{table.LogicalName}_{column.LogicalName}";
            draft.OneToMany[name] = new OneToManyRelationship
            {
                SchemaName = name,
                ReferencedTable = target,
                ReferencedColumn = draft.Tables.GetValueOrDefault(target)?.PrimaryKey ?? (Activities.Contains(target) ? "activityid" : target + "id"),
                ReferencingTable = table.LogicalName,
                ReferencingColumn = column.LogicalName,
                Delete = delete,
                Assign = parental ? CascadeRule.Cascade : CascadeRule.NoCascade,
                Share = parental ? CascadeRule.Cascade : CascadeRule.NoCascade,
                Unshare = parental ? CascadeRule.Cascade : CascadeRule.NoCascade,
                Reparent = parental ? CascadeRule.Cascade : CascadeRule.NoCascade,
                LookupNavigation = NavigationOf(table.LogicalName, table.IsActivity, column, target),
                CollectionNavigation = name,
                IsHierarchical = target == table.LogicalName,
            };
        }
    }

    /// <summary>The platform's own rule for lookup names in the Web API: the column, with the target where it may vary.</summary>
    public static string NavigationOf(string table, bool isActivity, ColumnDefinition column, string target)
    {
        if (column.Targets.Count == 1)
        {
            return column.LogicalName;
        }

        var name = column.LogicalName + "_" + target;
        return isActivity && column.LogicalName == "regardingobjectid" && table != "activitypointer" ? name + "_" + table : name;
    }

    private static string SchemaOf(CatalogDraft draft, string table) => draft.Tables.GetValueOrDefault(table)?.SchemaName ?? table;

    private static string? Option(string[] words, string start) =>
        words.FirstOrDefault(word => word.StartsWith(start, StringComparison.Ordinal))?[start.Length..];
}
