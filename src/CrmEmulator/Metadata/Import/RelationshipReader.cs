using System.Xml.Linq;
using CrmEmulator.Faults;

namespace CrmEmulator.Metadata.Import;

/// <summary>Reads EntityRelationship elements and gives lookups their targets.</summary>
internal static class RelationshipReader
{
    public static void Read(XElement element, CatalogDraft draft)
    {
        var name = (string)element.Attribute("Name")!;
        if (SolutionXml.Text(element, "EntityRelationshipType") == "ManyToMany")
        {
            ReadManyToMany(element, name, draft);
        }
        else
        {
            ReadOneToMany(element, name, draft);
        }
    }

    private static void ReadOneToMany(XElement element, string name, CatalogDraft draft)
    {
        var many = Known(draft, SolutionXml.Text(element, "ReferencingEntityName"), name);
        var one = Known(draft, SolutionXml.Text(element, "ReferencedEntityName"), name);
        var column = SolutionXml.Text(element, "ReferencingAttributeName").ToLowerInvariant();
        if (!many.Columns.TryGetValue(column, out var lookup))
        {
            throw Fault.Of(FaultCodes.ImportFailed, $"The relationship {name} uses the column {many.LogicalName}.{column}, which is neither in the package nor in the organisation.");
        }

        if (column == many.PrimaryKey || lookup.Kind == ColumnKind.Owner)
        {
            return;
        }

        many.AddTarget(column, one.LogicalName);
        if (many.IsActivity && column == "regardingobjectid")
        {
            draft.Tables["activitypointer"].AddTarget(column, one.LogicalName);
        }

        draft.OneToMany[name] = new OneToManyRelationship
        {
            SchemaName = name,
            ReferencedTable = one.LogicalName,
            ReferencedColumn = one.PrimaryKey,
            ReferencingTable = many.LogicalName,
            ReferencingColumn = column,
            Assign = Rule(element, "CascadeAssign"),
            Delete = Rule(element, "CascadeDelete"),
            Merge = Rule(element, "CascadeMerge"),
            Reparent = Rule(element, "CascadeReparent"),
            Share = Rule(element, "CascadeShare"),
            Unshare = Rule(element, "CascadeUnshare"),
            IsCustom = true,
            IsHierarchical = SolutionXml.Flag(element, "IsHierarchical"),
            LookupNavigation = Navigation(element, "1")
                ?? (lookup.IsCustom ? lookup.SchemaName : StandardRelationships.NavigationOf(many.LogicalName, many.IsActivity, lookup with { Targets = ["several", "targets"] }, one.LogicalName)),
            CollectionNavigation = Navigation(element, "0") ?? name,
        };
    }

    private static void ReadManyToMany(XElement element, string name, CatalogDraft draft)
    {
        var first = Known(draft, SolutionXml.Text(element, "FirstEntityName"), name);
        var second = Known(draft, SolutionXml.Text(element, "SecondEntityName"), name);
        var schema = SolutionXml.TextOrNull(element, "IntersectEntityName") ?? name;
        var same = first.LogicalName == second.LogicalName;
        var relationship = new ManyToManyRelationship
        {
            SchemaName = name,
            IntersectTable = schema.ToLowerInvariant(),
            FirstTable = first.LogicalName,
            FirstColumn = first.PrimaryKey + (same ? "one" : string.Empty),
            SecondTable = second.LogicalName,
            SecondColumn = second.PrimaryKey + (same ? "two" : string.Empty),
            IsCustom = true,
        };
        IntersectTable.Add(draft, relationship, schema);
    }

    private static string? Navigation(XElement element, string role) => element
        .Descendants("EntityRelationshipRole")
        .Where(one => SolutionXml.Text(one, "RelationshipRoleType") == role)
        .Select(one => SolutionXml.TextOrNull(one, "NavigationPropertyName"))
        .FirstOrDefault(property => property is not null);

    private static TableDraft Known(CatalogDraft draft, string name, string relationship) =>
        draft.Tables.TryGetValue(name.ToLowerInvariant(), out var table)
            ? table
            : throw Fault.Of(FaultCodes.ImportFailed, $"The relationship {relationship} names the table {name}, which is neither in the package nor in the organisation.");

    private static CascadeRule Rule(XElement element, string name) =>
        Enum.TryParse<CascadeRule>(SolutionXml.Text(element, name), ignoreCase: true, out var rule) ? rule : CascadeRule.NoCascade;
}
