namespace SolutionTool.CommandLine;

/// <summary>What every command returns.</summary>
public static class ExitCode
{
    /// <summary>Done; warnings are allowed.</summary>
    public const int Fine = 0;

    /// <summary>The solution has errors, or generated files are stale.</summary>
    public const int Problems = 1;

    /// <summary>The command line or its files cannot be used.</summary>
    public const int BadInput = 2;
}
