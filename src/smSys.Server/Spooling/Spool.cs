using System.Collections.Concurrent;
using System.Globalization;

namespace smSys.Server.Spooling;

/// <summary>
/// Keeps pushes on the disk from before they are acknowledged until they are delivered: files that only grow, closed and
/// delivered one after the other. A file belongs to who has it open, so replicas may share the folder, and what a dead replica
/// left is delivered by the next one that looks.
/// </summary>
public sealed class Spool : IDisposable
{
    private const string Extension = ".pushes";
    private const string SetAsideFolder = "refused";
    private const long LongestFile = 1024 * 1024;

    private readonly string _folder;
    private readonly long _limit;
    private readonly TimeProvider _time;
    private readonly Lock _pendingLock = new();
    private readonly SemaphoreSlim _fileGate = new(1, 1);
    private readonly SemaphoreSlim _bell = new(0, 1);
    private readonly ConcurrentDictionary<string, long> _lines = new();
    private List<(byte[] Line, TaskCompletionSource Kept)> _pending = [];
    private bool _isWriting;
    private FileStream? _current;
    private long _bytes;
    private volatile bool _isWritable = true;

    /// <summary>Opens the folder and makes it if need be.</summary>
    /// <param name="folder">Absolute, or beside the program.</param>
    /// <param name="limit">The most bytes that it may hold.</param>
    /// <param name="time">For the names of files.</param>
    /// <exception cref="IOException">It cannot be written to.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be written to.</exception>
    public Spool(string folder, long limit, TimeProvider time)
    {
        _folder = Path.GetFullPath(folder, AppContext.BaseDirectory);
        _limit = limit;
        _time = time;
        Directory.CreateDirectory(Path.Combine(_folder, SetAsideFolder));
        var probe = Path.Combine(_folder, Path.GetRandomFileName());
        File.WriteAllBytes(probe, [1]);
        File.Delete(probe);
        _bytes = Files().Sum(file => file.Length);
    }

    /// <summary>Where files lie that a person has to look at.</summary>
    internal string RefusedFolder => Path.Combine(_folder, SetAsideFolder);

    /// <summary>Stores a push; when the task ends, it survives a loss of power. Pushes at the same time share one flush.</summary>
    /// <exception cref="IOException">It is not stored: the disk or the folder is full, or fails.</exception>
    public Task AppendAsync(SpoolEntry entry)
    {
        var line = SpoolLine.Write(entry);
        if (Interlocked.Read(ref _bytes) + line.Length > _limit)
        {
            throw new IOException("The spool folder has reached Ear:FolderMegabytes.");
        }

        var kept = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_pendingLock)
        {
            _pending.Add((line, kept));
            if (!_isWriting)
            {
                _isWriting = true;
                _ = Task.Run(WriteAllAsync);
            }
        }

        return kept.Task;
    }

    /// <summary>Ends when something was stored since the last wait, or after a while.</summary>
    internal async Task WaitAsync(TimeSpan atMost, CancellationToken cancel)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var bell = _bell.WaitAsync(both.Token);
        await Task.WhenAny(bell, Task.Delay(atMost, _time, both.Token)).ConfigureAwait(false);
        await both.CancelAsync().ConfigureAwait(false);
        cancel.ThrowIfCancellationRequested();
    }

    /// <summary>Closes the file that is being written; the next push begins a new one.</summary>
    internal async Task CloseCurrentAsync()
    {
        await _fileGate.WaitAsync().ConfigureAwait(false);
        try
        {
            _current?.Dispose();
            _current = null;
        }
        finally
        {
            _fileGate.Release();
        }
    }

    /// <summary>Closed files of this and of dead replicas, oldest first.</summary>
    internal IReadOnlyList<string> ClosedFiles()
    {
        var current = _current?.Name;
        return [.. Files().Select(file => file.FullName).Where(path => path != current).Order(StringComparer.Ordinal)];
    }

    /// <summary>Counts what is left, after files were removed.</summary>
    internal void Count()
    {
        var files = Files().ToArray();
        Interlocked.Exchange(ref _bytes, files.Sum(file => file.Exists ? file.Length : 0));
        foreach (var name in _lines.Keys.Except(files.Select(file => file.Name)))
        {
            _lines.TryRemove(name, out _);
        }
    }

    /// <summary>What lies in the spool now.</summary>
    public SpoolState State()
    {
        long items = 0;
        DateTime? oldest = null;
        foreach (var file in Files())
        {
            if (file.Length > 0)
            {
                items += _lines.GetOrAdd(file.Name, LinesOf);
                var begun = BegunOn(file.Name);
                oldest = oldest < begun ? oldest : begun;
            }
        }

        return new SpoolState(items, items == 0 ? null : oldest, Directory.EnumerateFiles(RefusedFolder).Count(), _isWritable);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _current?.Dispose();
        _fileGate.Dispose();
        _bell.Dispose();
    }

    private async Task WriteAllAsync()
    {
        while (true)
        {
            List<(byte[] Line, TaskCompletionSource Kept)> batch;
            lock (_pendingLock)
            {
                batch = _pending;
                _pending = [];
                if (batch.Count == 0)
                {
                    _isWriting = false;
                    return;
                }
            }

            await _fileGate.WaitAsync().ConfigureAwait(false);
            try
            {
                Write(batch.ConvertAll(one => one.Line));
                _isWritable = true;
                batch.ForEach(one => one.Kept.SetResult());
            }
            catch (Exception fault)
            {
                // What is half written has no end and is left out by who reads; the next push begins a new file.
                _isWritable = false;
                _current?.Dispose();
                _current = null;
                batch.ForEach(one => one.Kept.SetException(new IOException(fault.Message, fault)));
            }
            finally
            {
                _fileGate.Release();
            }

            Ring();
        }
    }

    private void Write(List<byte[]> lines)
    {
        _current ??= new FileStream(Path.Combine(_folder, NewName()), FileMode.CreateNew, FileAccess.Write, FileShare.None);
        foreach (var line in lines)
        {
            _current.Write(line);
        }

        _current.Flush(flushToDisk: true);
        _lines.AddOrUpdate(Path.GetFileName(_current.Name), lines.Count, (_, before) => before + lines.Count);
        Interlocked.Add(ref _bytes, lines.Sum(line => (long)line.Length));
        if (_current.Length > LongestFile)
        {
            _current.Dispose();
            _current = null;
        }
    }

    private void Ring()
    {
        try
        {
            _bell.Release();
        }
        catch (SemaphoreFullException)
        {
            // It has been rung already and nobody has listened yet.
            return;
        }
    }

    private IEnumerable<FileInfo> Files() => new DirectoryInfo(_folder).EnumerateFiles("*" + Extension);

    private string NewName() =>
        _time.GetUtcNow().UtcDateTime.ToString("yyyyMMdd'T'HHmmss.fff", CultureInfo.InvariantCulture) + "-" + Guid.NewGuid().ToString("N") + Extension;

    private static DateTime BegunOn(string name) =>
        DateTime.TryParseExact(name.Split('-')[0], "yyyyMMdd'T'HHmmss.fff", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : DateTime.MaxValue;

    // Of a file that a dead replica left, or that another one is writing; of one's own the number is known.
    private long LinesOf(string name)
    {
        try
        {
            using var stream = new FileStream(Path.Combine(_folder, name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var buffer = new byte[64 * 1024];
            long lines = 0;
            int count;
            while ((count = stream.Read(buffer)) > 0)
            {
                lines += buffer.AsSpan(0, count).Count((byte)'\n');
            }

            return lines;
        }
        catch (IOException)
        {
            // Another replica has it open: there is something in it, and only that one knows how much.
            return 1;
        }
    }
}
