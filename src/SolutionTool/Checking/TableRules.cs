using System.Xml.Linq;
using SolutionTool.Layout;
using SolutionTool.Model;
using SolutionTool.Problems;

namespace SolutionTool.Checking;

/// <summary>Layer 6: tables and their columns.</summary>
public static class TableRules
{
    private static readonly HashSet<string> Types = new(StringComparer.Ordinal)
    {
        "nvarchar", "ntext", "int", "bigint", "decimal", "float", "money", "bit", "datetime", "picklist", "lookup", "owner", "customer", "partylist",
        "primarykey", "uniqueidentifier", "state", "status", "timestamp", "virtual", "multiselectpicklist", "managedproperty", "image",
    };

    private static readonly HashSet<string> ColumnParts = new(StringComparer.Ordinal)
    {
        "Type", "Name", "LogicalName", "ExternalName", "IsCustomField", "ValidForCreateApi", "ValidForReadApi", "ValidForUpdateApi", "DisplayMask", "Length",
        "IsLogical", "AttributeOf", "YomiOf", "CalculationOf", "AggregateOf", "IsAuditEnabled", "XmlAbbreviation", "ImeMode", "RequiredLevel",
        "LinkedAttribute", "Format", "MaxLength", "MinValue", "MaxValue", "Accuracy", "Descriptions", "displaynames", "OptionSetName", "optionset",
        "AppDefaultValue", "AccuracySource", "ReferencedEntityObjectTypeCode", "LookupBrowse", "LookupStyle", "LookupTypes", "IsSecured", "IsCustomizable",
        "IsRenameable", "CanModifySearchSettings", "CanModifyRequirementLevelSettings", "CanModifyFieldLevelSecuritySettings",
        "CanModifyAdditionalSettings", "IntroducedVersion", "SourceType", "FormulaDefinitionFileName", "Behavior", "CanChangeDateTimeBehavior",
        "IsGlobalFilterEnabled", "IsSortableEnabled", "CanModifyGlobalFilterSettings", "CanModifyIsSortableSettings", "IsActive", "IsPrimaryImage",
        "MaxHeight", "MaxWidth", "IsDataSourceSecret", "AutoNumberSeed", "CanBeSecuredForCreate", "CanBeSecuredForRead", "CanBeSecuredForUpdate", "IsRetrievable",
    };

    private static readonly HashSet<string> TooNew = new(StringComparer.Ordinal)
    {
        "AutoNumberFormat", "CascadeArchive", "IsRetrieveAuditEnabled", "IsRetrieveMultipleAuditEnabled", "IsAutoAssigned", "EntityImageConfigs", "attributeimageconfigs",
    };

    public static IEnumerable<Problem> Check(Catalog catalog)
    {
        foreach (var newer in catalog.Package.Customizations.Descendants().Where(e => TooNew.Contains(e.Name.LocalName)))
        {
            yield return Problem.Error("ENT07", SourceFile.Of(newer), $"<{newer.Name.LocalName}> is newer than version 9.0, and an on-premises server refuses it; delete it.");
        }

        foreach (var problem in catalog.OwnTables.SelectMany(CheckTable).Concat(catalog.Solution.Tables.SelectMany(CheckColumns)))
        {
            yield return problem;
        }

        foreach (var twice in catalog.OwnTables.Where(t => t.ObjectTypeCode is not null).GroupBy(t => t.ObjectTypeCode).Where(g => g.Count() > 1))
        {
            yield return Problem.Error("ENT04", SourceFile.Of(twice.Last().Element), $"The object type code {twice.Key} belongs to {string.Join(" and ", twice.Select(t => t.LogicalName))}; give each table its own.");
        }

        foreach (var twice in catalog.OwnTables.GroupBy(t => t.EntitySetName, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
        {
            yield return Problem.Error("ENT11", SourceFile.Of(twice.Last().Element), $"The entity set name \"{twice.Key}\" belongs to {string.Join(" and ", twice.Select(t => t.LogicalName))}; give each table its own.");
        }
    }

    private static IEnumerable<Problem> CheckTable(TableModel table)
    {
        if (table.Columns.Count(c => c.IsPrimaryName) != 1)
        {
            yield return Problem.Error("ENT05", SourceFile.Of(table.Element), $"The table {table.LogicalName} must have exactly one column with PrimaryName in its DisplayMask.");
        }

        if (table.Columns.Count(c => c.Type == "primarykey") != 1)
        {
            yield return Problem.Error("ENT05", SourceFile.Of(table.Element), $"The table {table.LogicalName} must have exactly one column of type primarykey.");
        }

        if (table.ObjectTypeCode is null)
        {
            yield return Problem.Error("ENT04", SourceFile.Of(table.Element), $"The table {table.LogicalName} has no ObjectTypeCode; views need one.");
        }

        if (table.EntitySetName.Length == 0)
        {
            yield return Problem.Error("ENT11", SourceFile.Of(table.Element), $"The table {table.LogicalName} has no EntitySetName; add one.");
        }

        if (!string.Equals((string?)table.Definition.Attribute("Name"), table.Name, StringComparison.Ordinal))
        {
            yield return Problem.Error("ENT03", SourceFile.Of(table.Definition), $"The element <entity> names \"{(string?)table.Definition.Attribute("Name")}\", the table is \"{table.Name}\"; they must be the same.");
        }

        foreach (var key in table.Definition.Elements("EntityKeys").Elements("EntityKey").Elements("EntityKeyAttributes").Elements("AttributeName").Where(a => !table.ByName.ContainsKey(a.Value.ToLowerInvariant())))
        {
            yield return Problem.Error("ENT06", SourceFile.Of(key), $"The alternate key uses the column {key.Value}, which {table.LogicalName} does not have.");
        }

        if (table.IsActivity)
        {
            foreach (var sentence in ActivityFaults(table))
            {
                yield return Problem.Error("ENT01", SourceFile.Of(table.Definition), sentence);
            }
        }
    }

    private static IEnumerable<string> ActivityFaults(TableModel table)
    {
        if (!table.IsUserOwned)
        {
            yield return $"The activity {table.LogicalName} must be UserOwned.";
        }

        if (table.PrimaryId?.LogicalName != "activityid")
        {
            yield return $"The key of the activity {table.LogicalName} must be ActivityId.";
        }

        if (table.PrimaryName?.LogicalName != "subject")
        {
            yield return $"The primary name of the activity {table.LogicalName} must be Subject.";
        }

        if (!string.Equals((string?)table.Definition.Element("HasRelatedNotes"), "True", StringComparison.OrdinalIgnoreCase))
        {
            yield return $"The activity {table.LogicalName} must have HasRelatedNotes True, as every activity has notes.";
        }

        if (string.Equals((string?)table.Definition.Element("HasRelatedActivities"), "True", StringComparison.OrdinalIgnoreCase))
        {
            yield return $"The activity {table.LogicalName} cannot have related activities; delete HasRelatedActivities.";
        }
    }

    private static IEnumerable<Problem> CheckColumns(TableModel table)
    {
        foreach (var column in table.Columns)
        {
            var where = SourceFile.Of(column.Element);
            if (column.Element.Elements("Name").FirstOrDefault()?.Value != column.LogicalName || !string.Equals(column.SchemaName, column.LogicalName, StringComparison.OrdinalIgnoreCase) || column.LogicalName.Any(char.IsUpper))
            {
                yield return Problem.Error("ENT03", where, $"PhysicalName \"{column.SchemaName}\" in small letters, Name and LogicalName \"{column.LogicalName}\" must be the same.");
            }

            if (!Types.Contains(column.Type))
            {
                yield return Problem.Error("ENT09", where, $"The column {column.LogicalName} has the unknown type \"{column.Type}\".");
            }

            foreach (var part in column.Element.Elements().Where(p => !ColumnParts.Contains(p.Name.LocalName) && !TooNew.Contains(p.Name.LocalName)))
            {
                yield return Problem.Error("ENT02", SourceFile.Of(part), $"A column has no element <{part.Name.LocalName}>; correct its spelling or delete it.");
            }

            if (column.Type == "nvarchar" && column.MaxLength is { } length && (int?)column.Element.Element("Length") is { } bytes && bytes != 2 * length)
            {
                yield return Problem.Error("ENT08", where, $"The column {column.LogicalName} has MaxLength {length}, so Length must be {2 * length}, not {bytes}.");
            }

            if (column.Type == "nvarchar" && column.IsCustom && column.MaxLength is not (>= 1 and <= 4000))
            {
                yield return Problem.Error("ENT08", where, $"The column {column.LogicalName} needs a MaxLength from 1 to 4000.");
            }

            if (!Required.Contains((string?)column.Element.Element("RequiredLevel") ?? "none"))
            {
                yield return Problem.Error("ENT12", where, $"RequiredLevel of {column.LogicalName} must be none, recommended, required or systemrequired.");
            }
        }

        foreach (var twice in table.Columns.GroupBy(c => c.LogicalName, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            yield return Problem.Error("ENT10", SourceFile.Of(twice.Last().Element), $"The column {twice.Key} is defined twice in {table.LogicalName}; delete one.");
        }
    }

    private static readonly string[] Required = ["none", "recommended", "required", "systemrequired"];
}
