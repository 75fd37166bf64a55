using System.Collections.Concurrent;
using System.Globalization;

namespace smSys.Server.Spooling;

/// <summary>The files of the spool: their names, which of them are there, how much they hold.</summary>
internal sealed class SpoolFolder
{
    private const string Extension = ".pushes";
    private const string TimeForm = "yyyyMMdd'T'HHmmss.fff";

    private readonly string _path;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<string, long> _lines = new();

    /// <summary>Opens the folder and makes it if need be.</summary>
    /// <exception cref="IOException">It cannot be written to, or does not lock files.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be written to.</exception>
    internal SpoolFolder(string path, TimeProvider time)
    {
        _path = path;
        _time = time;
        Directory.CreateDirectory(Refused);
        DemandLocks(Path.Combine(_path, Path.GetRandomFileName()));
    }

    /// <summary>Where files lie that a person has to look at.</summary>
    internal string Refused => Path.Combine(_path, "refused");

    /// <summary>Bytes in all files.</summary>
    internal long Bytes => Files().Sum(LengthOf);

    /// <summary>Paths, oldest first.</summary>
    internal IReadOnlyList<string> Paths() => [.. Files().Select(file => file.FullName).Order(StringComparer.Ordinal)];

    /// <summary>A new file, locked, so that nobody else delivers or removes it.</summary>
    // Where a file is made first and locked then, another replica may look into it in between, find it empty and remove it. Who
    // removes holds the lock, so a name that is still there after the lock is ours to stay.
    internal FileStream Create()
    {
        for (var i = 1; ; i++)
        {
            try
            {
                var name = _time.GetUtcNow().UtcDateTime.ToString(TimeForm, CultureInfo.InvariantCulture) + "-" + Guid.NewGuid().ToString("N");
                var stream = new FileStream(Path.Combine(_path, name + Extension), FileMode.CreateNew, FileAccess.Write, FileShare.None, 0);
                if (File.Exists(stream.Name))
                {
                    return stream;
                }

                stream.Dispose();
            }
            catch (IOException) when (i < 10)
            {
                continue;
            }
        }
    }

    /// <summary>Takes note of lines that were written into a file of ours.</summary>
    internal void Add(string path, int lines) => _lines.AddOrUpdate(Path.GetFileName(path), lines, (_, before) => before + lines);

    /// <summary>Forgets files that are gone.</summary>
    internal void Forget()
    {
        foreach (var name in _lines.Keys.Except(Files().Select(file => file.Name)))
        {
            _lines.TryRemove(name, out _);
        }
    }

    /// <summary>What lies in the folder.</summary>
    internal SpoolState State(bool isWritable)
    {
        long items = 0;
        DateTime? oldest = null;
        foreach (var file in Files())
        {
            if (LengthOf(file) > 0)
            {
                items += LinesOf(file);
                var begun = BegunOn(file);
                oldest = oldest < begun ? oldest : begun;
            }
        }

        return new SpoolState(items, oldest, Directory.EnumerateFiles(Refused).Count(), isWritable);
    }

    private IEnumerable<FileInfo> Files() => new DirectoryInfo(_path).EnumerateFiles("*" + Extension);

    private static long LengthOf(FileInfo file)
    {
        try
        {
            return file.Exists ? file.Length : 0;
        }
        catch (IOException)
        {
            // Delivered and removed at this very moment.
            return 0;
        }
    }

    private static DateTime BegunOn(FileInfo file) =>
        DateTime.TryParseExact(file.Name.Split('-')[0], TimeForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : file.LastWriteTimeUtc;

    // Of one's own files the number is known; closed ones of others are read once.
    private long LinesOf(FileInfo file)
    {
        if (_lines.TryGetValue(file.Name, out var known))
        {
            return known;
        }

        try
        {
            using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var buffer = new byte[64 * 1024];
            long lines = 0;
            int count;
            while ((count = stream.Read(buffer)) > 0)
            {
                lines += buffer.AsSpan(0, count).Count((byte)'\n');
            }

            return _lines.GetOrAdd(file.Name, lines);
        }
        catch (IOException)
        {
            // Another replica has it open: there is something in it, and only that one knows how much.
            return 1;
        }
    }

    // Without locks a replica would remove the file that another one is writing.
    private static void DemandLocks(string path)
    {
        using (var probe = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose))
        {
            probe.WriteByte(1);
            probe.Flush(flushToDisk: true);
            try
            {
                using var second = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                return;
            }
        }

        throw new IOException("The disk of Ear:Folder does not lock files; choose a local one.");
    }
}
