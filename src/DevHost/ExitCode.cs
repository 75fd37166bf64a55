namespace DevHost;

/// <summary>What the process tells its caller.</summary>
public static class ExitCode
{
    /// <summary>Everything was done and adds up.</summary>
    public const int Done = 0;

    /// <summary>It ran, and the figures do not add up or something is still waited for.</summary>
    public const int DoesNotAddUp = 1;

    /// <summary>What the user gave cannot be used.</summary>
    public const int BadInput = 2;
}
