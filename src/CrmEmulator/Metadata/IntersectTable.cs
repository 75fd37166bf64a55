namespace CrmEmulator.Metadata;

/// <summary>Makes the table that holds the pairs of a many-to-many relationship.</summary>
internal static class IntersectTable
{
    public static void Add(CatalogDraft draft, ManyToManyRelationship relationship, string schemaName)
    {
        draft.ManyToMany[relationship.SchemaName] = relationship;
        if (draft.Tables.ContainsKey(relationship.IntersectTable))
        {
            return;
        }

        var table = new TableDraft(schemaName)
        {
            IsIntersect = true,
            IsCustom = relationship.IsCustom,
            SetName = relationship.IntersectTable + "set",
            ObjectTypeCode = 20000 + draft.Tables.Count,
            Labels = Labels.InEnglish(schemaName),
            PluralLabels = Labels.InEnglish(schemaName),
        };
        StandardTables.UseOwnership(draft, table);
        table.Add(Side(relationship.FirstColumn, relationship.FirstTable));
        table.Add(Side(relationship.SecondColumn, relationship.SecondTable));
        table.Add(new ColumnDefinition { LogicalName = "versionnumber", SchemaName = "VersionNumber", Kind = ColumnKind.BigInteger, ValidForCreate = false, ValidForUpdate = false });
        table.Keys.Add(new AlternateKey("pair", [relationship.FirstColumn, relationship.SecondColumn]));
        draft.Tables[table.LogicalName] = table;
    }

    private static ColumnDefinition Side(string column, string table) => new()
    {
        LogicalName = column,
        SchemaName = column,
        Kind = ColumnKind.Lookup,
        Targets = [table],
        IsFindColumn = true,
    };
}
