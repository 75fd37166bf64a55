using System.Collections.Frozen;
using CrmEmulator.Faults;

namespace CrmEmulator.Metadata;

/// <summary>Who a table's rows belong to.</summary>
public enum Ownership
{
    None,
    User,
    BusinessUnit,
    Organization,
}

/// <summary>Columns whose values together are unique in a table.</summary>
public sealed record AlternateKey(string Name, IReadOnlyList<string> Columns);

/// <summary>A table as the organisation knows it; immutable, replaced as a whole when a solution changes it.</summary>
public sealed class TableDefinition
{
    private readonly FrozenDictionary<string, ColumnDefinition> byName;

    internal TableDefinition(TableDraft draft)
    {
        LogicalName = draft.LogicalName;
        SchemaName = draft.SchemaName;
        SetName = draft.SetName;
        ObjectTypeCode = draft.ObjectTypeCode;
        Ownership = draft.Ownership;
        IsActivity = draft.IsActivity;
        IsCustom = draft.IsCustom;
        IsIntersect = draft.IsIntersect;
        IsActivityParty = draft.IsActivityParty;
        HasNotes = draft.HasNotes;
        IsQueueEnabled = draft.IsQueueEnabled || draft.IsActivity;
        IsReadOnly = draft.IsReadOnly;
        PrivilegeName = draft.PrivilegeName;
        Labels = draft.Labels;
        PluralLabels = draft.PluralLabels;
        Columns = [.. draft.Columns.Values.Select((column, index) => column with { Ordinal = index })];
        byName = Columns.ToFrozenDictionary(column => column.LogicalName, StringComparer.Ordinal);
        Keys = [.. draft.Keys];
        PrimaryKey = byName[draft.PrimaryKey];
        PrimaryName = draft.PrimaryName is { } name ? byName.GetValueOrDefault(name) : null;
        State = byName.GetValueOrDefault("statecode") is { Kind: ColumnKind.State } state ? state : null;
        Status = byName.GetValueOrDefault("statuscode") is { Kind: ColumnKind.Status } status ? status : null;
        Version = byName.GetValueOrDefault("versionnumber");
        Owner = byName.GetValueOrDefault("ownerid") is { Kind: ColumnKind.Owner } owner ? owner : null;
        BusinessUnit = byName.GetValueOrDefault(Ownership == Ownership.User ? "owningbusinessunit" : "businessunitid");
        PartyLists = [.. Columns.Where(column => column.Kind == ColumnKind.PartyList)];
        HasSecuredColumns = Columns.Any(column => column.IsSecured);
    }

    public string LogicalName { get; }

    public string SchemaName { get; }

    /// <summary>The name in Web API addresses.</summary>
    public string SetName { get; }

    public int ObjectTypeCode { get; }

    public Ownership Ownership { get; }

    public bool IsActivity { get; }

    public bool IsCustom { get; }

    public bool IsIntersect { get; }

    public bool IsActivityParty { get; }

    public bool HasNotes { get; }

    public bool IsQueueEnabled { get; }

    /// <summary>Written by the platform alone (activitypointer, principalobjectaccess …).</summary>
    public bool IsReadOnly { get; }

    /// <summary>What follows prvRead, prvCreate …; null where the platform asks for no privilege.</summary>
    public string? PrivilegeName { get; }

    public Labels Labels { get; }

    public Labels PluralLabels { get; }

    public IReadOnlyList<ColumnDefinition> Columns { get; }

    public IReadOnlyList<AlternateKey> Keys { get; }

    public ColumnDefinition PrimaryKey { get; }

    public ColumnDefinition? PrimaryName { get; }

    public ColumnDefinition? State { get; }

    public ColumnDefinition? Status { get; }

    public ColumnDefinition? Version { get; }

    public ColumnDefinition? Owner { get; }

    /// <summary>The column that says which business unit a row belongs to.</summary>
    public ColumnDefinition? BusinessUnit { get; }

    public IReadOnlyList<ColumnDefinition> PartyLists { get; }

    public bool HasSecuredColumns { get; }

    /// <summary>The column of that logical name; names are lower case and compared to the letter, as in Dynamics.</summary>
    /// <exception cref="System.ServiceModel.FaultException{T}">There is none (0x80041103).</exception>
    public ColumnDefinition Column(string name) =>
        name is not null && byName.TryGetValue(name, out var column) ? column : throw Fault.ColumnUnknown(LogicalName, name ?? string.Empty);

    public ColumnDefinition? FindColumn(string name) => byName.GetValueOrDefault(name);

    public override string ToString() => LogicalName;
}
