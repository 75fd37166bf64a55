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

    /// <summary>Keeps other processes away until the result is disposed, or the process ends in whatever way.</summary>
    /// <exception cref="BadInputException">Another process works in the folder: two would hand over the same messages.</exception>
    public static IDisposable Occupy(string folder)
    {
        try
        {
            return new FileStream(Path.Combine(folder, "in-use"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new BadInputException($"The folder {folder} is in use by another smSys; end that one or choose another folder with --data.");
        }
    }
}
