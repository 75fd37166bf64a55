namespace DevHost;

/// <summary>The folder that outlives a run.</summary>
public static class DataFolder
{
    /// <summary>Makes the folder and proves that it can be written.</summary>
    /// <exception cref="BadInputException">It cannot.</exception>
    public static string Prepare(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
            var probe = Path.Combine(path, $".write-{Environment.ProcessId}");
            File.WriteAllText(probe, string.Empty);
            File.Delete(probe);
            return Path.GetFullPath(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"The folder {path} cannot be written: {e.Message} Choose another with --data.");
        }
    }
}
