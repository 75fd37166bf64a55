namespace DevHost;

/// <summary>Files that lie beside the program, wherever it is started from.</summary>
public static class ShippedFiles
{
    /// <summary>The very zip that is imported into Dynamics.</summary>
    public static string SolutionZip => Path.Combine(AppContext.BaseDirectory, "smSys.zip");

    /// <summary>The sample's own table: an internet provider's record of what its customers use.</summary>
    public static string SampleSolution => Path.Combine(AppContext.BaseDirectory, "ispSample.zip");

    /// <summary>1,000 rows of invented contacts.</summary>
    public static string SampleContacts => Path.Combine(AppContext.BaseDirectory, "samples", "contacts.csv");
}
