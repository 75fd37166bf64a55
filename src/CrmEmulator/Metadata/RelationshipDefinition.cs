namespace CrmEmulator.Metadata;

/// <summary>What happens to the many when something happens to the one.</summary>
public enum CascadeRule
{
    NoCascade,
    Cascade,
    Active,
    UserOwned,
    RemoveLink,
    Restrict,
}

/// <summary>A one-to-many relationship: the lookup column of the many points at the key of the one.</summary>
public sealed record OneToManyRelationship
{
    public required string SchemaName { get; init; }

    /// <summary>The table of the one.</summary>
    public required string ReferencedTable { get; init; }

    public required string ReferencedColumn { get; init; }

    /// <summary>The table of the many.</summary>
    public required string ReferencingTable { get; init; }

    public required string ReferencingColumn { get; init; }

    public CascadeRule Assign { get; init; }

    public CascadeRule Delete { get; init; } = CascadeRule.RemoveLink;

    public CascadeRule Merge { get; init; }

    public CascadeRule Reparent { get; init; }

    public CascadeRule Share { get; init; }

    public CascadeRule Unshare { get; init; }

    public bool IsCustom { get; init; }

    public bool IsHierarchical { get; init; }

    /// <summary>The single-valued navigation property on the many, for the Web API.</summary>
    public required string LookupNavigation { get; init; }

    /// <summary>The collection-valued navigation property on the one, for the Web API.</summary>
    public required string CollectionNavigation { get; init; }
}

/// <summary>A many-to-many relationship through an intersect table.</summary>
public sealed record ManyToManyRelationship
{
    public required string SchemaName { get; init; }

    public required string IntersectTable { get; init; }

    public required string FirstTable { get; init; }

    public required string FirstColumn { get; init; }

    public required string SecondTable { get; init; }

    public required string SecondColumn { get; init; }

    public bool IsCustom { get; init; }

    public string FirstNavigation => SchemaName;

    public string SecondNavigation => SchemaName;
}
