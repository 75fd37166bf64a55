using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ProviderSimulators.Messages;

/// <summary>
/// One JSON object a line. A line is handed to the operating system before its request is answered, so a killed process has
/// forgotten nothing that it promised; a half line at the end was promised to nobody and is cut off.
/// </summary>
public sealed class JournalFile : IDisposable
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly FileStream? _file;

    /// <summary>A journal at a path; null keeps nothing.</summary>
    public JournalFile(string? path)
    {
        if (path is not null)
        {
            _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, 64 * 1024);
        }
    }

    /// <summary>Reads what an earlier process wrote; to be called once, before <see cref="Append"/>.</summary>
    public IEnumerable<T> Load<T>()
    {
        if (_file is null)
        {
            yield break;
        }

        using (var reader = new StreamReader(_file, Encoding.UTF8, leaveOpen: true))
        {
            TrimHalfLine();
            while (reader.ReadLine() is string line)
            {
                yield return JsonSerializer.Deserialize<T>(line, Json)!;
            }
        }

        _file.Seek(0, SeekOrigin.End);
    }

    /// <summary>Appends and flushes.</summary>
    public void Append<T>(IEnumerable<T> rows)
    {
        if (_file is null)
        {
            return;
        }

        foreach (T row in rows)
        {
            JsonSerializer.Serialize(_file, row, Json);
            _file.WriteByte((byte)'\n');
        }

        _file.Flush();
    }

    public void Dispose() => _file?.Dispose();

    private void TrimHalfLine()
    {
        long end = _file!.Length;
        while (end > 0)
        {
            _file.Seek(end - 1, SeekOrigin.Begin);
            if (_file.ReadByte() == '\n')
            {
                break;
            }

            end--;
        }

        _file.SetLength(end);
        _file.Seek(0, SeekOrigin.Begin);
    }
}
