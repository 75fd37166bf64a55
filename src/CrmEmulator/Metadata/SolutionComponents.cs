namespace CrmEmulator.Metadata;

/// <summary>An imported solution.</summary>
public sealed record SolutionDefinition(string UniqueName, string FriendlyName, string Version, bool IsManaged, string PublisherName, string PublisherPrefix);

/// <summary>A plug-in assembly with its bytes, as it stood in the package.</summary>
public sealed record PlugInAssemblyDefinition(Guid Id, string FullName, int IsolationMode, ReadOnlyMemory<byte> Content)
{
    public string Name => FullName.Split(',')[0].Trim();
}

/// <summary>A registered class: a plug-in, or a workflow step when it has a group name.</summary>
public sealed record PlugInTypeDefinition(Guid Id, Guid AssemblyId, string AssemblyQualifiedName, string Name, string FriendlyName, string? WorkflowGroupName)
{
    public string TypeName => AssemblyQualifiedName.Split(',')[0].Trim();
}

/// <summary>An image of a step. Kind: 0 before, 1 after, 2 both; no columns means all.</summary>
public sealed record StepImageDefinition(Guid Id, string Name, string Alias, int Kind, IReadOnlyList<string> Columns, string MessagePropertyName);

/// <summary>A registered step. Mode: 0 synchronous, 1 asynchronous; stage 10, 20 or 40; no table means any.</summary>
public sealed record StepDefinition
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required string PlugInTypeName { get; init; }

    public required string Message { get; init; }

    public string? Table { get; init; }

    public string? SecondaryTable { get; init; }

    public required int Stage { get; init; }

    public required int Mode { get; init; }

    public int Rank { get; init; } = 1;

    public IReadOnlyList<string> FilteringColumns { get; init; } = [];

    public string? Configuration { get; init; }

    public Guid? ImpersonatingUserId { get; init; }

    public bool AsyncAutoDelete { get; init; }

    public IReadOnlyList<StepImageDefinition> Images { get; init; } = [];
}

/// <summary>A file served to pages. Kind is the platform's web resource type (1 HTML … 12 RESX).</summary>
public sealed record WebResourceDefinition(Guid Id, string Name, string DisplayName, int Kind, int? Language, ReadOnlyMemory<byte> Content);

/// <summary>A view. Kind: 0 public, 1 advanced find, 2 associated, 4 quick find, 64 lookup.</summary>
public sealed record ViewDefinition(Guid Id, string Table, Labels Labels, int Kind, bool IsDefault, string FetchXml, string LayoutXml);

/// <summary>A form, its XML kept as it came.</summary>
public sealed record FormDefinition(Guid Id, string Table, Labels Labels, string Kind, string FormXml);

/// <summary>A role with the depth of each privilege.</summary>
public sealed record RoleDefinition(Guid Id, string Name, IReadOnlyDictionary<string, PrivilegeDepth> Privileges);

/// <summary>How far a privilege reaches.</summary>
public enum PrivilegeDepth
{
    None = 0,
    Basic = 1,
    Local = 2,
    Deep = 4,
    Global = 8,
}

/// <summary>What a field security profile allows on one column.</summary>
public sealed record FieldPermissionDefinition(string Table, string Column, bool CanRead, bool CanUpdate, bool CanCreate);

/// <summary>A field security profile.</summary>
public sealed record FieldSecurityProfileDefinition(Guid Id, string Name, IReadOnlyList<FieldPermissionDefinition> Permissions);

/// <summary>A workflow definition with its XAML. Category: 0 workflow, 2 business rule, 3 action; mode 0 background, 1 real time.</summary>
public sealed record WorkflowDefinition(Guid Id, string Name, string? PrimaryTable, int Category, int Mode, int Scope, bool IsActive, bool OnDemand, bool TriggerOnCreate, bool TriggerOnDelete, IReadOnlyList<string> TriggerColumns, string Xaml);

/// <summary>A chart, its XML kept as it came.</summary>
public sealed record ChartDefinition(Guid Id, string Table, Labels Labels, string DescriptionXml, string PresentationXml);
