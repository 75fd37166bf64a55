namespace smSys.Server.Spooling;

/// <summary>
/// Keeps pushes on the disk from before they are acknowledged until they are delivered: files that only grow, closed and
/// delivered one after the other. A file belongs to who has it open, so replicas may share the folder, and what a dead replica
/// left is delivered by the next one that looks.
/// </summary>
public sealed class Spool : IDisposable
{
    private const long LongestFile = 1024 * 1024;

    private readonly SpoolFolder _folder;
    private readonly long _limit;
    private readonly TimeProvider _time;
    private readonly Lock _pendingLock = new();
    private readonly SemaphoreSlim _fileGate = new(1, 1);
    private readonly SemaphoreSlim _bell = new(0, 1);
    private List<(byte[] Line, TaskCompletionSource Kept)> _pending = [];
    private bool _isWriting;
    private FileStream? _current;
    private long _bytes;
    private volatile bool _isWritable = true;

    /// <summary>Opens the folder and makes it if need be.</summary>
    /// <param name="folder">Absolute, or beside the program.</param>
    /// <param name="limit">The most bytes that it may hold.</param>
    /// <param name="time">For the names of files.</param>
    /// <exception cref="IOException">It cannot be written to, or does not lock files.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be written to.</exception>
    public Spool(string folder, long limit, TimeProvider time)
    {
        _folder = new SpoolFolder(Path.GetFullPath(folder, AppContext.BaseDirectory), time);
        _limit = limit;
        _time = time;
        _bytes = _folder.Bytes;
    }

    /// <summary>Where files lie that a person has to look at.</summary>
    internal string RefusedFolder => _folder.Refused;

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
            CloseFile();
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
        return [.. _folder.Paths().Where(path => path != current)];
    }

    /// <summary>Counts what is left, after files were removed.</summary>
    internal void Count()
    {
        Interlocked.Exchange(ref _bytes, _folder.Bytes);
        _folder.Forget();
    }

    /// <summary>What lies in the spool now.</summary>
    public SpoolState State() => _folder.State(_isWritable);

    /// <inheritdoc/>
    public void Dispose()
    {
        CloseFile();
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
                batch.ForEach(one => one.Kept.TrySetException(new IOException(fault.Message, fault)));
                CloseFile();
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
        _current ??= _folder.Create();
        foreach (var line in lines)
        {
            _current.Write(line);
        }

        _current.Flush(flushToDisk: true);
        _folder.Add(_current.Name, lines.Count);
        Interlocked.Add(ref _bytes, lines.Sum(line => (long)line.Length));
        if (_current.Length > LongestFile)
        {
            CloseFile();
        }
    }

    // The stream has no buffer of its own, so closing it writes nothing and cannot fail for want of room.
    private void CloseFile()
    {
        _current?.Dispose();
        _current = null;
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
}
