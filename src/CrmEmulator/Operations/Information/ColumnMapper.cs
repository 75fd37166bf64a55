using CrmEmulator.Metadata;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Metadata;

namespace CrmEmulator.Operations.Information;

/// <summary>Puts columns and choices into the SDK's metadata classes.</summary>
internal static class ColumnMapper
{
    public static AttributeMetadata Column(TableDefinition table, ColumnDefinition column)
    {
        var metadata = Create(column);
        metadata.MetadataId = StableId.Of("attribute", table.LogicalName + "." + column.LogicalName);
        metadata.LogicalName = column.LogicalName;
        metadata.SchemaName = column.SchemaName;
        metadata.DisplayName = MetadataMapper.Label(column.Labels);
        metadata.IsSecured = column.IsSecured;
        metadata.RequiredLevel = new AttributeRequiredLevelManagedProperty(column.RequiredLevel switch
        {
            "systemrequired" => AttributeRequiredLevel.SystemRequired,
            "required" => AttributeRequiredLevel.ApplicationRequired,
            "recommended" => AttributeRequiredLevel.Recommended,
            _ => AttributeRequiredLevel.None,
        });
        foreach (var (property, value) in new (string, object?)[]
        {
            (nameof(metadata.EntityLogicalName), table.LogicalName),
            (nameof(metadata.AttributeType), TypeOf(column)),
            (nameof(metadata.ColumnNumber), column.Ordinal + 1),
            (nameof(metadata.IsCustomAttribute), column.IsCustom),
            (nameof(metadata.IsPrimaryId), column == table.PrimaryKey),
            (nameof(metadata.IsPrimaryName), column == table.PrimaryName),
            (nameof(metadata.IsLogical), !column.IsStored),
            (nameof(metadata.IsValidForCreate), column.ValidForCreate),
            (nameof(metadata.IsValidForUpdate), column.ValidForUpdate),
            (nameof(metadata.IsValidForRead), column.ValidForRead),
        })
        {
            MetadataMapper.Set(metadata, property, value);
        }

        return metadata;
    }

    public static OptionSetMetadata OptionSet(OptionSetDefinition set, OptionSetType type)
    {
        var metadata = new OptionSetMetadata { Name = set.Name, IsGlobal = set.IsGlobal, OptionSetType = type, DisplayName = MetadataMapper.Label(set.Labels), MetadataId = StableId.Of("optionset", set.Name) };
        foreach (var option in set.Options)
        {
            metadata.Options.Add(Option(option, type));
        }

        return metadata;
    }

    private static OptionMetadata Option(OptionDefinition option, OptionSetType type)
    {
        OptionMetadata metadata = type switch
        {
            OptionSetType.State => new StateOptionMetadata { DefaultStatus = option.DefaultStatus, InvariantName = option.InvariantName },
            OptionSetType.Status => new StatusOptionMetadata { State = option.State },
            _ => new OptionMetadata(),
        };
        metadata.Value = option.Value;
        metadata.Label = MetadataMapper.Label(option.Labels);
        return metadata;
    }

    private static AttributeMetadata Create(ColumnDefinition column) => column.Kind switch
    {
        ColumnKind.Text => new StringAttributeMetadata { MaxLength = column.MaximumLength },
        ColumnKind.Memo => new MemoAttributeMetadata { MaxLength = column.MaximumLength },
        ColumnKind.Integer => new IntegerAttributeMetadata { MinValue = (int?)column.Minimum, MaxValue = (int?)column.Maximum },
        ColumnKind.BigInteger => new BigIntAttributeMetadata(),
        ColumnKind.Decimal => new DecimalAttributeMetadata { Precision = column.Precision, MinValue = (decimal?)column.Minimum, MaxValue = (decimal?)column.Maximum },
        ColumnKind.Double => new DoubleAttributeMetadata { MinValue = column.Minimum, MaxValue = column.Maximum },
        ColumnKind.Money => new MoneyAttributeMetadata { Precision = column.Precision, MinValue = column.Minimum, MaxValue = column.Maximum },
        ColumnKind.Boolean => new BooleanAttributeMetadata { DefaultValue = column.DefaultValue == 1, OptionSet = Flags(column.OptionSet) },
        ColumnKind.DateTime => new DateTimeAttributeMetadata { Format = column.IsDateOnly ? DateTimeFormat.DateOnly : DateTimeFormat.DateAndTime },
        ColumnKind.Choice => new PicklistAttributeMetadata { OptionSet = Choices(column, OptionSetType.Picklist), DefaultFormValue = column.DefaultValue },
        ColumnKind.Choices => new MultiSelectPicklistAttributeMetadata { OptionSet = Choices(column, OptionSetType.Picklist) },
        ColumnKind.State => new StateAttributeMetadata { OptionSet = Choices(column, OptionSetType.State) },
        ColumnKind.Status => new StatusAttributeMetadata { OptionSet = Choices(column, OptionSetType.Status) },
        ColumnKind.Lookup or ColumnKind.Customer or ColumnKind.Owner => new LookupAttributeMetadata { Targets = [.. column.Targets] },
        ColumnKind.Key or ColumnKind.UniqueId => new UniqueIdentifierAttributeMetadata(),
        ColumnKind.TableName => new EntityNameAttributeMetadata(),
        _ => new AttributeMetadata(),
    };

    private static OptionSetMetadata? Choices(ColumnDefinition column, OptionSetType type) =>
        column.OptionSet is { } set ? OptionSet(set, type) : null;

    private static BooleanOptionSetMetadata? Flags(OptionSetDefinition? set) => set is null
        ? null
        : new BooleanOptionSetMetadata(Flag(set, 1), Flag(set, 0));

    private static OptionMetadata Flag(OptionSetDefinition set, int value) =>
        new(set.Find(value) is { } option ? MetadataMapper.Label(option.Labels) : new Label(), value);

    private static AttributeTypeCode TypeOf(ColumnDefinition column) => column.Kind switch
    {
        ColumnKind.Key or ColumnKind.UniqueId => AttributeTypeCode.Uniqueidentifier,
        ColumnKind.Text => AttributeTypeCode.String,
        ColumnKind.Memo => AttributeTypeCode.Memo,
        ColumnKind.Integer => AttributeTypeCode.Integer,
        ColumnKind.BigInteger => AttributeTypeCode.BigInt,
        ColumnKind.Decimal => AttributeTypeCode.Decimal,
        ColumnKind.Double => AttributeTypeCode.Double,
        ColumnKind.Money => AttributeTypeCode.Money,
        ColumnKind.Boolean => AttributeTypeCode.Boolean,
        ColumnKind.DateTime => AttributeTypeCode.DateTime,
        ColumnKind.Choice => AttributeTypeCode.Picklist,
        ColumnKind.State => AttributeTypeCode.State,
        ColumnKind.Status => AttributeTypeCode.Status,
        ColumnKind.Lookup => AttributeTypeCode.Lookup,
        ColumnKind.Customer => AttributeTypeCode.Customer,
        ColumnKind.Owner => AttributeTypeCode.Owner,
        ColumnKind.TableName => AttributeTypeCode.EntityName,
        ColumnKind.PartyList => AttributeTypeCode.PartyList,
        _ => AttributeTypeCode.Virtual,
    };
}
