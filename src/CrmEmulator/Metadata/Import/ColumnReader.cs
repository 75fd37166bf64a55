using System.Xml.Linq;
using CrmEmulator.Faults;

namespace CrmEmulator.Metadata.Import;

/// <summary>Reads one attribute element of customizations.xml.</summary>
internal static class ColumnReader
{
    public static ColumnDefinition Read(XElement element, TableDraft table, CatalogDraft draft)
    {
        var schema = (string?)element.Attribute("PhysicalName") ?? SolutionXml.Text(element, "Name");
        var name = SolutionXml.TextOrNull(element, "LogicalName") ?? SolutionXml.TextOrNull(element, "Name") ?? schema.ToLowerInvariant();
        var kind = KindOf(SolutionXml.Text(element, "Type"), table.LogicalName, name);
        var known = table.Columns.GetValueOrDefault(name);
        var format = SolutionXml.Text(element, "Format");
        return new ColumnDefinition
        {
            LogicalName = name,
            SchemaName = schema,
            Kind = kind,
            Labels = SolutionXml.LabelsOf(element.Element("displaynames")),
            MaximumLength = SolutionXml.Number(element, "MaxLength", known?.MaximumLength ?? (kind == ColumnKind.Memo ? 2000 : 100)),
            Precision = kind == ColumnKind.Money ? 4 : SolutionXml.Number(element, "Accuracy", known?.Precision ?? 2),
            Minimum = SolutionXml.Real(element, "MinValue"),
            Maximum = SolutionXml.Real(element, "MaxValue"),
            Format = format,
            RequiredLevel = SolutionXml.TextOrNull(element, "RequiredLevel") ?? "none",
            OptionSet = OptionSet(element, kind, table, name, draft) ?? known?.OptionSet,
            DefaultValue = SolutionXml.Number(element, "AppDefaultValue", -1) is var number and not -1 ? number : known?.DefaultValue ?? (kind == ColumnKind.Boolean ? 0 : null),
            Targets = known?.Targets ?? (kind switch
            {
                ColumnKind.Customer => ["account", "contact"],
                ColumnKind.Owner => ["systemuser", "team"],
                _ => [],
            }),
            ValidForCreate = SolutionXml.Flag(element, "ValidForCreateApi") || kind is ColumnKind.State,
            ValidForUpdate = SolutionXml.Flag(element, "ValidForUpdateApi"),
            ValidForRead = SolutionXml.Flag(element, "ValidForReadApi", missing: true),
            IsSecured = SolutionXml.Flag(element, "IsSecured"),
            IsCustom = SolutionXml.Flag(element, "IsCustomField"),
            IsDateOnly = kind == ColumnKind.DateTime && (format == "date" || SolutionXml.Number(element, "Behavior") == 2),
            IsFindColumn = known?.IsFindColumn ?? false,
        };
    }

    private static OptionSetDefinition? OptionSet(XElement element, ColumnKind kind, TableDraft table, string name, CatalogDraft draft)
    {
        if (element.Element("optionset") is { } own)
        {
            return OptionSetReader.Read(own, table.LogicalName + "_" + name, isGlobal: false);
        }

        if (SolutionXml.TextOrNull(element, "OptionSetName") is { } shared)
        {
            if (draft.OptionSets.TryGetValue(shared, out var known))
            {
                return known;
            }

            return table.Columns.GetValueOrDefault(name)?.OptionSet is { } standard
                ? standard
                : shared.StartsWith("activitypointer_", StringComparison.Ordinal) || kind == ColumnKind.TableName
                    ? null
                    : throw Fault.Of(FaultCodes.ImportFailed, $"The solution file is invalid: {table.LogicalName}.{name} uses the option set {shared}, which is neither in the package nor in the organisation.");
        }

        return null;
    }

    private static ColumnKind KindOf(string type, string table, string column) => type switch
    {
        _ when column is "activitytypecode" => ColumnKind.TableName,
        "primarykey" => ColumnKind.Key,
        "nvarchar" => ColumnKind.Text,
        "ntext" => ColumnKind.Memo,
        "int" => ColumnKind.Integer,
        "bigint" or "timestamp" => ColumnKind.BigInteger,
        "decimal" => ColumnKind.Decimal,
        "float" => ColumnKind.Double,
        "money" => ColumnKind.Money,
        "bit" => ColumnKind.Boolean,
        "datetime" => ColumnKind.DateTime,
        "picklist" => ColumnKind.Choice,
        "multiselectpicklist" => ColumnKind.Choices,
        "state" => ColumnKind.State,
        "status" => ColumnKind.Status,
        "lookup" => ColumnKind.Lookup,
        "customer" => ColumnKind.Customer,
        "owner" => ColumnKind.Owner,
        "uniqueidentifier" => ColumnKind.UniqueId,
        "partylist" => ColumnKind.PartyList,
        "entityname" => ColumnKind.TableName,
        _ => throw Fault.Of(FaultCodes.ImportFailed, $"The solution file holds {table}.{column} of type '{type}', which this organisation does not know."),
    };
}
