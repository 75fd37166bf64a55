using Newtonsoft.Json.Linq;

namespace Journeys;

/// <summary>What a provider's simulator keeps in a data folder, a line a message; counted while somebody else writes it.</summary>
internal sealed class ProviderFile(string store, string provider)
{
    private readonly string _path = Path.Combine(store, provider + ".messages.jsonl");
    private long _read;
    private int _count;

    /// <summary>Messages that it accepted so far.</summary>
    public int Count()
    {
        if (!File.Exists(_path))
        {
            return 0;
        }

        using var file = new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        file.Position = _read;
        var buffer = new byte[64 * 1024];
        for (int length; (length = file.Read(buffer)) > 0; _read += length)
        {
            _count += buffer.AsSpan(0, length).Count((byte)'\n');
        }

        return _count;
    }

    /// <summary>Whom they went to.</summary>
    public IReadOnlyList<string> Recipients() =>
        [.. File.ReadLines(_path).Select(line => JObject.Parse(line).Value<string>("Recipient") ?? string.Empty)];
}
