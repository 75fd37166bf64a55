namespace SolutionTool.Checking;

/// <summary>What a check needs to know beside the solution.</summary>
public sealed class CheckOptions
{
    /// <summary>Folder with Microsoft's XSDs; null leaves the schema layer out.</summary>
    public string? SchemaFolder { get; init; }

    /// <summary>Logical names of tables on which no role is meant to have any privilege.</summary>
    public IReadOnlySet<string> ClosedTables { get; init; } = new HashSet<string>(StringComparer.Ordinal);
}
