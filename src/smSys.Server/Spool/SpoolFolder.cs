using System.Globalization;

namespace smSys.Server.Spool;

/// <summary>
/// Keeps acknowledged call-backs on the disk until they are delivered. A file appears whole or not at all, and is on the disk
/// before the provider hears "received". Several replicas may share the folder: delivering twice is harmless.
/// </summary>
public sealed class SpoolFolder
{
    private const string Extension = ".bell";
    private readonly string _folder;

    /// <summary>Opens the folder, and makes it if need be.</summary>
    /// <exception cref="InvalidOperationException">It cannot be written to; the sentence says so.</exception>
    public SpoolFolder(string folder)
    {
        _folder = Path.GetFullPath(folder);
        try
        {
            Directory.CreateDirectory(_folder);
            var probe = Path.Combine(_folder, Path.GetRandomFileName());
            File.WriteAllBytes(probe, [1]);
            File.Delete(probe);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException(
                $"The spool folder {_folder} cannot be written to: {fault.Message} Name another one in smSys:SpoolFolder or give the server's account the right to write there.");
        }
    }

    /// <summary>Stores a call-back; when it returns, the item survives a loss of power.</summary>
    public void Put(Guid processId, DateTime takenOn)
    {
        var name = takenOn.Ticks.ToString("D19", CultureInfo.InvariantCulture) + "-" + processId.ToString("N") + "-" + Path.GetRandomFileName();
        var draft = Path.Combine(_folder, name + ".tmp");
        using (var stream = new FileStream(draft, FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
            stream.Write(processId.ToByteArray());
            stream.Flush(flushToDisk: true);
        }

        File.Move(draft, Path.Combine(_folder, name + Extension));
    }

    /// <summary>What waits, oldest first.</summary>
    public IReadOnlyList<SpoolItem> Waiting() =>
        Directory.EnumerateFiles(_folder, "*" + Extension)
            .Select(Read)
            .OfType<SpoolItem>()
            .OrderBy(item => item.TakenOn)
            .ToArray();

    /// <summary>Forgets a delivered item.</summary>
    public void Remove(SpoolItem item) => File.Delete(item.File);

    // The name says everything, so that a damaged file still rings.
    private static SpoolItem? Read(string file)
    {
        var parts = Path.GetFileName(file).Split('-');
        return parts.Length >= 3
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            && ticks <= DateTime.MaxValue.Ticks
            && Guid.TryParseExact(parts[1], "N", out var processId)
                ? new SpoolItem(file, processId, new DateTime(ticks, DateTimeKind.Utc))
                : null;
    }
}
