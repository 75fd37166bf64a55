namespace CrmEmulator.Metadata;

/// <summary>A column as the organisation knows it.</summary>
public sealed record ColumnDefinition
{
    public required string LogicalName { get; init; }

    public required string SchemaName { get; init; }

    public required ColumnKind Kind { get; init; }

    public Labels Labels { get; init; } = Labels.None;

    /// <summary>Characters, for texts.</summary>
    public int MaximumLength { get; init; }

    /// <summary>Digits after the point, for decimals (0–10) and money (4).</summary>
    public int Precision { get; init; }

    public double? Minimum { get; init; }

    public double? Maximum { get; init; }

    public string Format { get; init; } = string.Empty;

    /// <summary>none, recommended, required or systemrequired, as in the solution.</summary>
    public string RequiredLevel { get; init; } = "none";

    public OptionSetDefinition? OptionSet { get; init; }

    /// <summary>A choice whose numbers the platform extends as tables are added (object type codes).</summary>
    public bool TakesAnyOption { get; init; }

    public int? DefaultValue { get; init; }

    /// <summary>Tables a lookup may point at; empty on a lookup that takes any.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];

    public bool ValidForCreate { get; init; } = true;

    public bool ValidForUpdate { get; init; } = true;

    public bool ValidForRead { get; init; } = true;

    public bool IsSecured { get; init; }

    public bool IsCustom { get; init; }

    /// <summary>Holds a day without a time of day.</summary>
    public bool IsDateOnly { get; init; }

    /// <summary>A quick-find column; Dynamics indexes these, and so does the emulator.</summary>
    public bool IsFindColumn { get; init; }

    /// <summary>Position among the table's columns.</summary>
    public int Ordinal { get; init; }

    public bool IsLookup => Kind is ColumnKind.Lookup or ColumnKind.Customer or ColumnKind.Owner;

    public bool IsText => Kind is ColumnKind.Text or ColumnKind.Memo or ColumnKind.TableName or ColumnKind.Choices;

    public bool IsOption => Kind is ColumnKind.Choice or ColumnKind.State or ColumnKind.Status;

    public bool IsGuid => IsLookup || Kind is ColumnKind.Key or ColumnKind.UniqueId;

    /// <summary>Party lists are rows of activityparty and have no storage of their own.</summary>
    public bool IsStored => Kind != ColumnKind.PartyList;

    /// <summary>A lookup with several possible targets keeps the target's table beside the id.</summary>
    public bool HasTypeColumn => IsLookup && Targets.Count != 1;

    public string TypeColumnName => LogicalName + "__type";
}
