using System.Xml.Linq;
using CrmEmulator.Faults;

namespace CrmEmulator.Metadata.Import;

/// <summary>Reads the Entity elements: new tables, and changes of tables that are there.</summary>
internal static class TableReader
{
    public static void Read(XElement entity, CatalogDraft draft)
    {
        var information = entity.Element("EntityInfo")?.Element("entity");
        if (information is null)
        {
            return;
        }

        var schema = (string?)information.Attribute("Name") ?? SolutionXml.Text(entity, "Name");
        var name = schema.ToLowerInvariant();
        if (!draft.Tables.TryGetValue(name, out var table))
        {
            if ((string?)information.Attribute("unmodified") == "1" || !name.Contains('_'))
            {
                throw Fault.Of(FaultCodes.ImportFailed, $"The solution changes the table {name}, which this organisation does not have.");
            }

            table = Start(entity, information, schema, draft);
            draft.Tables[name] = table;
        }

        foreach (var attribute in information.Element("attributes")?.Elements("attribute") ?? [])
        {
            if ((string?)attribute.Attribute("unmodified") != "1")
            {
                var column = ColumnReader.Read(attribute, table, draft);
                table.Add(column);
                if (SolutionXml.Text(attribute, "DisplayMask").Split('|').Contains("PrimaryName"))
                {
                    table.PrimaryName = column.LogicalName;
                }
            }
        }

        table.Keys.RemoveAll(key => information.Element("EntityKeys")?.Elements("EntityKey").Any(other => KeyName(other) == key.Name) == true);
        foreach (var key in information.Element("EntityKeys")?.Elements("EntityKey") ?? [])
        {
            table.Keys.Add(new AlternateKey(KeyName(key), [.. key.Element("EntityKeyAttributes")!.Elements("AttributeName").Select(column => column.Value.Trim().ToLowerInvariant())]));
        }
    }

    private static string KeyName(XElement key) => (SolutionXml.TextOrNull(key, "LogicalName") ?? SolutionXml.Text(key, "Name")).ToLowerInvariant();

    private static TableDraft Start(XElement entity, XElement information, string schema, CatalogDraft draft)
    {
        var isActivity = SolutionXml.Flag(information, "IsActivity");
        var table = new TableDraft(schema)
        {
            IsCustom = true,
            IsActivity = isActivity,
            IsActivityParty = SolutionXml.Flag(information, "IsActivityParty"),
            HasNotes = SolutionXml.Flag(information, "HasRelatedNotes") || isActivity,
            ObjectTypeCode = SolutionXml.Number(entity, "ObjectTypeCode", 10000 + draft.Tables.Count),
            Labels = SolutionXml.LabelsOf(information.Element("LocalizedNames")),
            PluralLabels = SolutionXml.LabelsOf(information.Element("LocalizedCollectionNames")),
            PrivilegeName = isActivity ? "Activity" : schema,
            Ownership = SolutionXml.Text(information, "OwnershipTypeMask") switch
            {
                "OrgOwned" or "OrganizationOwned" => Ownership.Organization,
                "UserOwned" or "" => Ownership.User,
                var mask => throw Fault.Of(FaultCodes.ImportFailed, $"The table {schema} has the ownership '{mask}', which this organisation does not know."),
            },
        };
        table.SetName = SolutionXml.TextOrNull(information, "EntitySetName") ?? Plural(table.LogicalName);
        if (isActivity)
        {
            table.PrimaryKey = "activityid";
            table.PrimaryName = "subject";
        }

        StandardTables.UseOwnership(draft, table);
        if (isActivity)
        {
            StandardTables.Use(draft, table, "activity");
            table.Add(new ColumnDefinition { LogicalName = "regardingobjectid", SchemaName = "RegardingObjectId", Kind = ColumnKind.Lookup, Labels = Labels.InEnglish("Regarding") });
            StandardTables.Use(draft, table, "activitystates");
            Widen(draft, table, "queueitem", table.SchemaName + "_QueueItem");
        }
        else
        {
            StandardTables.Use(draft, table, "activestates");
        }

        if (table.HasNotes)
        {
            Widen(draft, table, "annotation", table.SchemaName + "_Annotations");
        }

        return table;
    }

    /// <summary>Lets rows of the table be put into a queue, or notes be written about them.</summary>
    private static void Widen(CatalogDraft draft, TableDraft table, string owner, string relationship)
    {
        draft.Tables[owner].AddTarget("objectid", table.LogicalName);
        draft.OneToMany[relationship] = new OneToManyRelationship
        {
            SchemaName = relationship,
            ReferencedTable = table.LogicalName,
            ReferencedColumn = table.PrimaryKey,
            ReferencingTable = owner,
            ReferencingColumn = "objectid",
            Delete = CascadeRule.Cascade,
            LookupNavigation = "objectid_" + table.LogicalName,
            CollectionNavigation = relationship,
        };
    }

    private static string Plural(string name) => name switch
    {
        _ when name.EndsWith('s') || name.EndsWith('x') => name + "es",
        _ when name.EndsWith('y') => name[..^1] + "ies",
        _ => name + "s",
    };
}
