using Newtonsoft.Json.Linq;

namespace Browser;

/// <summary>What a provider's simulator accepted, read from the file that it keeps in a data folder; also while it writes.</summary>
internal sealed class AcceptedFile(string folder, string provider)
{
    private string Path { get; } = System.IO.Path.Combine(folder, provider + ".messages.jsonl");

    public int Count => Recipients.Count;

    /// <summary>Ten digits for each message, oldest first; a line that is not whole yet was promised to nobody.</summary>
    public IReadOnlyList<string> Recipients
    {
        get
        {
            if (!File.Exists(Path))
            {
                return [];
            }

            using var file = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(file);
            var lines = reader.ReadToEnd().Split('\n');
            return [.. lines.SkipLast(1).Select(line => JObject.Parse(line).Value<string>("Recipient")!)];
        }
    }
}
