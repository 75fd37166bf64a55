namespace smSys.Plugins.Tests.Emulated;

/// <summary>The zip that would be imported into Dynamics.</summary>
internal static class ShippedSolution
{
    public static byte[] Zip { get; } = File.ReadAllBytes(Path.Combine(Root(), "artifacts", "smSys.zip"));

    /// <summary>Its twin for organisations without Persian: Persian stands where English stands.</summary>
    public static byte[] PersianZip { get; } = File.ReadAllBytes(Path.Combine(Root(), "artifacts", "smSys_persian.zip"));

    /// <summary>A small solution with a table of an organisation's own.</summary>
    public static byte[] Sample { get; } = File.ReadAllBytes(Path.Combine(Root(), "artifacts", "ispSample.zip"));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "smSys.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not lie inside the repository.");
    }
}
