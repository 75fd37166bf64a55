using System.Text;

namespace smSys.Server.Spooling;

/// <summary>A closed file of the spool, held open so that no other replica delivers it at the same time.</summary>
internal sealed class SpoolSegment : IDisposable
{
    private readonly FileStream _stream;

    private SpoolSegment(FileStream stream) => _stream = stream;

    internal string Path => _stream.Name;

    /// <summary>The name without folder and extension; the same at every delivery.</summary>
    internal string Name => System.IO.Path.GetFileNameWithoutExtension(_stream.Name);

    /// <summary>Takes the file; null when somebody else has it or it is gone.</summary>
    internal static SpoolSegment? Take(string path)
    {
        try
        {
            return new SpoolSegment(new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>The entries, oldest first.</summary>
    /// <param name="damaged">
    /// Lines that fit no checksum, the last one aside when it has no end: that one was being written when the replica died, and
    /// was never acknowledged.
    /// </param>
    internal IReadOnlyList<SpoolEntry> Read(out int damaged)
    {
        var entries = new List<SpoolEntry>();
        damaged = 0;
        _stream.Position = 0;
        var text = new StreamReader(_stream, new UTF8Encoding(false), leaveOpen: true).ReadToEnd();
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length - 1; i++)
        {
            if (SpoolLine.Read(lines[i]) is { } entry)
            {
                entries.Add(entry);
            }
            else
            {
                damaged++;
            }
        }

        return entries;
    }

    /// <summary>Keeps a copy beside, for a person.</summary>
    internal void CopyTo(string path)
    {
        _stream.Position = 0;
        using var copy = new FileStream(path, FileMode.Create, FileAccess.Write);
        _stream.CopyTo(copy);
        copy.Flush(flushToDisk: true);
    }

    /// <summary>Everything in it was delivered.</summary>
    internal void Remove()
    {
        var path = Path;
        _stream.SetLength(0);
        _stream.Flush(flushToDisk: true);
        if (!OperatingSystem.IsWindows())
        {
            // Under the lock: who makes a file of this name, or waits for it, sees afterwards that it is gone.
            File.Delete(path);
            _stream.Dispose();
            return;
        }

        // Windows does not delete what is open; but there making and locking a file are one, and who opens this one in between
        // finds it empty.
        _stream.Dispose();
        try
        {
            File.Delete(path);
        }
        catch (IOException)
        {
            return;
        }
    }

    public void Dispose() => _stream.Dispose();
}
